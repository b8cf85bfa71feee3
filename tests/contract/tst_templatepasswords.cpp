// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobs.h"
#include "core/api/templates.h"
#include "tests/contract/templatewishes.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::Permission;
using model::TemplateScope;
using support::call;
using support::codeOf;
using support::kHere;
using support::kSecret;
using support::login;
using support::makeLab;
using support::namesOf;
using support::wish;
using support::withPassword;

namespace {

// A job that takes the password from the template.
model::JobSpec jobWith(const QString &name, TemplateScope scope)
{
    auto spec = support::aSpec(u"job"_s);
    spec.registry = login();
    spec.registry->passwordFrom = model::PasswordSource{{}, model::TemplateKey{name, scope}};
    return spec;
}

QString passwordOf(support::Contract &c, const model::JobId &id)
{
    const auto sealed = c.platform->jobStore->sealedPassword(id);
    const auto plain = sealed ? c.platform->secrets->unseal(*sealed) : sealed;
    return plain ? QString::fromUtf8(*plain) : QString();
}

} // namespace

// The passwords that templates keep for private registries, through the real client and server.
class TemplatePasswordsTest : public QObject
{
    Q_OBJECT

private:
    const QList<Permission> m_submit{Permission::SubmitTrainingJob};

private slots:
    void neverTellsAPassword();
    void givesItsPasswordToAJob();
    void sendsAPasswordNowhereElse_data();
    void sendsAPasswordNowhereElse();
    void losesItsPasswordWithItsRegistry();
    void takesThePasswordOfOnesOwnJob();
    void isStillThereAfterACrash();
};

void TemplatePasswordsTest::neverTellsAPassword()
{
    support::Contract c;
    const auto saved =
        call(c.admin, api::saveTemplate, {}, withPassword(u"private"_s, TemplateScope::Team));
    QVERIFY(saved->hasPassword);
    QCOMPARE(saved->spec.registry, login());
    const auto list = call(c.admin, api::listTemplates, {}, kHere);
    QVERIFY(!json::encodeText(*list).contains(kSecret.toUtf8()));
    const auto job =
        call(c.admin, api::submitJob, {}, jobWith(u"private"_s, TemplateScope::Team), u"k"_s);
    QVERIFY2(job, job ? "" : qPrintable(job.error().detail));
    QCOMPARE(job->spec.registry, login());
    QCOMPARE(call(c.admin, api::getJob, {job->id.toString()})->spec.registry, login());
    for (const QString &name : {u"berth.db"_s, u"berth.db-wal"_s}) {
        QFile file(c.directory.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(kSecret.toUtf8()));
    }
}

void TemplatePasswordsTest::givesItsPasswordToAJob()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, m_submit);
    const auto team = withPassword(u"team"_s, TemplateScope::Team);
    QVERIFY(call(c.admin, api::saveTemplate, {}, team));
    const auto spec = jobWith(u"team"_s, TemplateScope::Team);
    QVERIFY(call(*anna, api::dryRunJob, {}, spec));
    const auto job = call(*anna, api::submitJob, {}, spec, u"k"_s);
    QCOMPARE(passwordOf(c, job->id), kSecret);
    // Along into a template of one's own, and from there.
    auto own = wish(u"own"_s);
    own.spec = spec;
    QVERIFY(call(*anna, api::saveTemplate, {}, own)->hasPassword);
    const auto next =
        call(*anna, api::submitJob, {}, jobWith(u"own"_s, TemplateScope::User), u"n"_s);
    QCOMPARE(passwordOf(c, next->id), kSecret);
    // Saved over itself, with everything as it is.
    auto again = team;
    again.spec.registry = spec.registry;
    again.overwrite = true;
    QVERIFY(call(c.admin, api::saveTemplate, {}, again)->hasPassword);
}

void TemplatePasswordsTest::sendsAPasswordNowhereElse_data()
{
    QTest::addColumn<QString>("registry");
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("name");
    QTest::addColumn<TemplateScope>("scope");
    const auto team = TemplateScope::Team;
    QTest::newRow("other registry") << u"registry.evil"_s << u"robot"_s << u"team"_s << team;
    QTest::newRow("other port") << u"registry.lab:81"_s << u"robot"_s << u"team"_s << team;
    QTest::newRow("unprotected") << u"http://registry.lab"_s << u"robot"_s << u"team"_s << team;
    QTest::newRow("other user") << u"registry.lab"_s << u"root"_s << u"team"_s << team;
    QTest::newRow("absent") << u"registry.lab"_s << u"robot"_s << u"none"_s << team;
    QTest::newRow("somebody's") << u"registry.lab"_s << u"robot"_s << u"own"_s
                                << TemplateScope::User;
    QTest::newRow("of another VC") << u"registry.lab"_s << u"robot"_s << u"lab"_s << team;
    QTest::newRow("without") << u"registry.lab"_s << u"robot"_s << u"bare"_s << team;
}

// The ways in which somebody who may only use a template could get at its password.
void TemplatePasswordsTest::sendsAPasswordNowhereElse()
{
    QFETCH(QString, registry);
    QFETCH(QString, username);
    QFETCH(QString, name);
    QFETCH(TemplateScope, scope);
    support::Contract c;
    makeLab(c);
    const auto anna = c.person(u"anna"_s, m_submit);
    QVERIFY(call(c.admin, api::saveTemplate, {}, withPassword(u"team"_s, TemplateScope::Team)));
    QVERIFY(call(c.admin, api::saveTemplate, {}, withPassword(u"own"_s, TemplateScope::User)));
    auto other = withPassword(u"lab"_s, TemplateScope::Team);
    other.spec.vc = model::VcName(u"lab"_s);
    other.spec.deviceType.reset();
    other.spec.devices = 0;
    QVERIFY(call(c.admin, api::saveTemplate, {}, other));
    auto bare = wish(u"bare"_s, TemplateScope::Team);
    bare.spec.registry = login();
    QVERIFY(!call(c.admin, api::saveTemplate, {}, bare)->hasPassword);

    auto spec = jobWith(name, scope);
    spec.registry->registry = registry;
    spec.registry->username = username;
    const auto submitted = call(*anna, api::submitJob, {}, spec, u"k"_s);
    QCOMPARE(codeOf(submitted), ErrorCode::InvalidInput);
    QCOMPARE(submitted.error().field, u"registry.password"_s);
    QCOMPARE(call(*anna, api::dryRunJob, {}, spec).error().field, u"registry.password"_s);
    auto kept = wish(u"loot"_s);
    kept.spec = spec;
    QCOMPARE(call(*anna, api::saveTemplate, {}, kept).error().field, u"registry.password"_s);
    QVERIFY(c.platform->jobStore->active().isEmpty());
}

void TemplatePasswordsTest::losesItsPasswordWithItsRegistry()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, m_submit);
    auto team = withPassword(u"team"_s, TemplateScope::Team);
    QVERIFY(call(*anna, api::saveTemplate, {}, team));
    team.overwrite = true;
    team.spec.registry = model::RegistryLogin{u"registry.evil"_s, u"robot"_s, {}};
    QVERIFY(!call(c.admin, api::saveTemplate, {}, team)->hasPassword);
    auto spec = jobWith(u"team"_s, TemplateScope::Team);
    spec.registry->registry = u"registry.evil"_s;
    QCOMPARE(call(*anna, api::submitJob, {}, spec, u"k"_s).error().field, u"registry.password"_s);
}

void TemplatePasswordsTest::takesThePasswordOfOnesOwnJob()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, m_submit);
    auto spec = support::aSpec(u"job"_s);
    spec.registry = login(kSecret);
    const auto job = call(*anna, api::submitJob, {}, spec, u"k"_s);
    spec.registry = login();
    spec.registry->passwordFrom = model::PasswordSource{job->id, {}};
    const auto again = call(*anna, api::submitJob, {}, spec, u"again"_s);
    QCOMPARE(passwordOf(c, again->id), kSecret);
    // Not even a System Admin.
    QCOMPARE(call(c.admin, api::submitJob, {}, spec, u"a"_s).error().field, u"registry.password"_s);
    for (const auto &source :
         {model::PasswordSource{}, model::PasswordSource{job->id, model::TemplateKey{u"x"_s}}}) {
        spec.registry->passwordFrom = source;
        QCOMPARE(call(*anna, api::submitJob, {}, spec, u"s"_s).error().field,
                 u"registry.password"_s);
    }
    // What is over keeps no password.
    QVERIFY(c.platform->move(job->id, model::JobState::Killed));
    spec.registry->passwordFrom = model::PasswordSource{job->id, {}};
    QCOMPARE(call(*anna, api::submitJob, {}, spec, u"late"_s).error().field,
             u"registry.password"_s);
}

void TemplatePasswordsTest::isStillThereAfterACrash()
{
    support::Contract c;
    QVERIFY(call(c.admin, api::saveTemplate, {}, withPassword(u"team"_s, TemplateScope::Team)));
    c.restart();
    QCOMPARE(namesOf(c.admin), QStringList(u"team@team"_s));
    const auto job =
        call(c.admin, api::submitJob, {}, jobWith(u"team"_s, TemplateScope::Team), u"k"_s);
    QCOMPARE(passwordOf(c, job->id), kSecret);
}

QTEST_GUILESS_MAIN(TemplatePasswordsTest)
#include "tst_templatepasswords.moc"
