// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobs.h"
#include "core/api/people.h"
#include "core/api/templates.h"
#include "core/api/vcs.h"
#include "core/client/streams.h"
#include "core/rules/templaterules.h"
#include "tests/contract/contract.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::Permission;
using model::TemplateScope;
using support::call;
using support::codeOf;

namespace {

const QString kSecret = u"correct-horse-battery"_s;
const model::TemplateQuery kHere{model::VcName(u"platform"_s)};

model::SaveTemplate wish(const QString &name, TemplateScope scope = TemplateScope::User)
{
    return {{name, scope}, support::aSpec(u"job"_s), false};
}

model::RegistryLogin login(const QString &password = {})
{
    return {u"registry.lab"_s, u"robot"_s, password};
}

model::SaveTemplate withPassword(const QString &name, TemplateScope scope)
{
    auto kept = wish(name, scope);
    kept.spec.registry = login(kSecret);
    return kept;
}

// A job that takes the password from the template.
model::JobSpec jobWith(const QString &name, TemplateScope scope)
{
    auto spec = support::aSpec(u"job"_s);
    spec.registry = login();
    spec.registry->passwordFrom = model::PasswordSource{{}, model::TemplateKey{name, scope}};
    return spec;
}

// The topics that somebody hears of.
class Ear
{
public:
    explicit Ear(client::ApiClient &who)
        : m_stream(who)
    {
        QObject::connect(&m_stream, &client::EventStream::received, &m_stream,
                         [this](const model::Event &event) { topics.append(event.topic); });
        m_stream.start();
    }

    QList<model::EventTopic> topics;

private:
    client::EventStream m_stream;
};

QStringList namesOf(client::ApiClient &api, const model::TemplateQuery &query = kHere)
{
    QStringList names;
    const auto templates = call(api, api::listTemplates, {}, query);
    if (!templates)
        return {templates.error().detail};
    for (const auto &kept : templates->items)
        names.append(kept.key.name % u'@' % json::nameOf(kept.key.scope));
    return names;
}

} // namespace

// Templates of jobs, through the real client and the real server.
class TemplatesTest : public QObject
{
    Q_OBJECT

private:
    const QList<Permission> m_submit{Permission::SubmitTrainingJob};
    static QString passwordOf(support::Contract &c, const model::JobId &id)
    {
        const auto sealed = c.platform->jobStore->sealedPassword(id);
        const auto plain = sealed ? c.platform->secrets->unseal(*sealed) : sealed;
        return plain ? QString::fromUtf8(*plain) : QString();
    }
    static void makeLab(support::Contract &c)
    {
        QVERIFY(
            call(c.admin, api::createVc, {}, model::VirtualCluster{model::VcName(u"lab"_s), {}}));
    }

private slots:
    void keepsASpecification();
    void asksBeforeItOverwrites();
    void isMineOrTheTeams();
    void staysWithinOnesVcs();
    void holdsTheRules();
    void keepsNotTooMany();
    void neverTellsAPassword();
    void givesItsPasswordToAJob();
    void sendsAPasswordNowhereElse_data();
    void sendsAPasswordNowhereElse();
    void losesItsPasswordWithItsRegistry();
    void takesThePasswordOfOnesOwnJob();
    void goesWithItsVc();
    void goesWithItsUser();
    void isAudited();
    void tellsThoseConcerned();
    void tellsThoseWhoseVcGoes();
    void isStillThereAfterACrash();
};

void TemplatesTest::keepsASpecification()
{
    support::Contract c;
    auto first = wish(u"first"_s);
    first.spec.command.clear(); // to be filled in by whoever uses it
    first.spec.environment = {{u"A"_s, u"1"_s}};
    const auto saved = call(c.admin, api::saveTemplate, {}, first);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QVERIFY(call(c.admin, api::saveTemplate, {}, wish(u"first"_s, TemplateScope::Team)));
    QVERIFY(call(c.admin, api::saveTemplate, {}, wish(u"a"_s, TemplateScope::Team)));
    QCOMPARE(namesOf(c.admin), QStringList({u"a@team"_s, u"first@user"_s, u"first@team"_s}));
    const auto kept = call(c.admin, api::listTemplates, {}, kHere)->items.at(1);
    QCOMPARE(kept, *saved);
    QCOMPARE(kept.spec, first.spec);
    QCOMPARE(kept.authorName, u"admin"_s);
    QVERIFY(kept.mayChange && !kept.hasPassword && !kept.vc);
    makeLab(c);
    const model::TemplateQuery lab{model::VcName(u"lab"_s)};
    QCOMPARE(namesOf(c.admin, lab), QStringList(u"first@user"_s));
    QCOMPARE(call(c.admin, api::listTemplates, {}, lab)->items.first().spec.vc, lab.vc);
    QVERIFY(call(c.admin, api::deleteTemplate, {},
                 model::DeleteTemplate{u"first"_s, TemplateScope::User, {}}));
    QCOMPARE(namesOf(c.admin), QStringList({u"a@team"_s, u"first@team"_s}));
    QCOMPARE(codeOf(call(c.admin, api::deleteTemplate, {},
                         model::DeleteTemplate{u"first"_s, TemplateScope::User, {}})),
             ErrorCode::NotFound);
}

void TemplatesTest::asksBeforeItOverwrites()
{
    support::Contract c;
    auto kept = wish(u"mine"_s);
    QVERIFY(call(c.admin, api::saveTemplate, {}, kept));
    kept.spec.priority = 7;
    const auto refused = call(c.admin, api::saveTemplate, {}, kept);
    QCOMPARE(codeOf(refused), ErrorCode::Conflict);
    QCOMPARE(refused.error().field, u"key.name"_s);
    kept.overwrite = true;
    QCOMPARE(call(c.admin, api::saveTemplate, {}, kept)->spec.priority, 7);
    QCOMPARE(namesOf(c.admin).size(), 1);
}

void TemplatesTest::isMineOrTheTeams()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, m_submit);
    const auto bert = c.person(u"bert"_s, m_submit);
    const auto vera = c.person(u"vera"_s, {Permission::SubmitTrainingJob, Permission::ManageVc});
    QVERIFY(call(*anna, api::saveTemplate, {}, wish(u"own"_s)));
    auto team = wish(u"team"_s, TemplateScope::Team);
    QVERIFY(call(*anna, api::saveTemplate, {}, team));
    QCOMPARE(namesOf(*bert), QStringList(u"team@team"_s));
    QVERIFY(!call(*bert, api::listTemplates, {}, kHere)->items.first().mayChange);
    QVERIFY(call(*vera, api::listTemplates, {}, kHere)->items.first().mayChange);
    team.overwrite = true;
    QCOMPARE(codeOf(call(*bert, api::saveTemplate, {}, team)), ErrorCode::Forbidden);
    const model::DeleteTemplate deletion{u"team"_s, TemplateScope::Team, kHere.vc};
    QCOMPARE(codeOf(call(*bert, api::deleteTemplate, {}, deletion)), ErrorCode::Forbidden);
    QCOMPARE(call(*vera, api::saveTemplate, {}, team)->authorName, u"anna"_s);
    QVERIFY(call(*anna, api::saveTemplate, {}, team));
    QVERIFY(call(*vera, api::deleteTemplate, {}, deletion));
    const model::DeleteTemplate own{u"own"_s, TemplateScope::User, {}};
    QCOMPARE(codeOf(call(*vera, api::deleteTemplate, {}, own)), ErrorCode::NotFound);
    QCOMPARE(namesOf(*anna), QStringList(u"own@user"_s));
}

void TemplatesTest::staysWithinOnesVcs()
{
    support::Contract c;
    makeLab(c);
    const auto anna = c.person(u"anna"_s, m_submit);
    auto team = wish(u"team"_s, TemplateScope::Team);
    for (const QString &vc : {u"lab"_s, u"none"_s}) {
        team.spec.vc = model::VcName(vc);
        QCOMPARE(call(*anna, api::saveTemplate, {}, team).error().field, u"vc"_s);
        const auto list = call(*anna, api::listTemplates, {}, model::TemplateQuery{team.spec.vc});
        QCOMPARE(list.error().field, u"vc"_s);
        const model::DeleteTemplate deletion{u"team"_s, TemplateScope::Team, team.spec.vc};
        QCOMPARE(call(*anna, api::deleteTemplate, {}, deletion).error().field, u"vc"_s);
    }
    const model::DeleteTemplate nowhere{u"team"_s, TemplateScope::Team, {}};
    QCOMPARE(codeOf(call(*anna, api::deleteTemplate, {}, nowhere)), ErrorCode::NotFound);
}

void TemplatesTest::holdsTheRules()
{
    support::Contract c;
    const auto field = [&](const model::SaveTemplate &kept) {
        const auto saved = call(c.admin, api::saveTemplate, {}, kept);
        return saved ? QString() : saved.error().field;
    };
    QCOMPARE(field(wish(u"no name"_s)), u"key.name"_s);
    QCOMPARE(field(wish(QString())), u"key.name"_s);
    auto wrong = wish(u"wrong"_s);
    wrong.spec.devices = 9;
    QCOMPARE(field(wrong), u"devices"_s);
    wrong = wish(u"wrong"_s);
    wrong.spec.image = u"No Image"_s;
    QCOMPARE(field(wrong), u"image"_s);
    QCOMPARE(namesOf(c.admin), QStringList());
}

void TemplatesTest::keepsNotTooMany()
{
    support::Contract c;
    for (int i = 0; i < rules::kMostTemplates; ++i)
        QVERIFY(call(c.admin, api::saveTemplate, {}, wish(u"t%1"_s.arg(i))));
    const auto refused = call(c.admin, api::saveTemplate, {}, wish(u"more"_s));
    QCOMPARE(codeOf(refused), ErrorCode::TooMany);
    QVERIFY2(refused.error().detail.contains(u"200"_s), qPrintable(refused.error().detail));
    auto again = wish(u"t7"_s);
    again.overwrite = true;
    QVERIFY(call(c.admin, api::saveTemplate, {}, again));
    QVERIFY(call(c.admin, api::saveTemplate, {}, wish(u"more"_s, TemplateScope::Team)));
}

void TemplatesTest::neverTellsAPassword()
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

void TemplatesTest::givesItsPasswordToAJob()
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

void TemplatesTest::sendsAPasswordNowhereElse_data()
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
void TemplatesTest::sendsAPasswordNowhereElse()
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

void TemplatesTest::losesItsPasswordWithItsRegistry()
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

void TemplatesTest::takesThePasswordOfOnesOwnJob()
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

void TemplatesTest::goesWithItsVc()
{
    support::Contract c;
    makeLab(c);
    auto team = withPassword(u"team"_s, TemplateScope::Team);
    team.spec.vc = model::VcName(u"lab"_s);
    team.spec.deviceType.reset();
    team.spec.devices = 0;
    auto own = team;
    own.key = {u"own"_s, TemplateScope::User};
    QVERIFY(call(c.admin, api::saveTemplate, {}, team));
    QVERIFY(call(c.admin, api::saveTemplate, {}, own));
    QVERIFY(call(c.admin, api::deleteVc, {u"lab"_s}, model::VcDeletion{u"lab"_s, {}}));
    makeLab(c);
    QCOMPARE(namesOf(c.admin, {model::VcName(u"lab"_s)}), QStringList(u"own@user"_s));
    QCOMPARE(namesOf(c.admin), QStringList(u"own@user"_s)); // there in every VC
}

void TemplatesTest::goesWithItsUser()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, m_submit);
    QVERIFY(call(*anna, api::saveTemplate, {}, withPassword(u"own"_s, TemplateScope::User)));
    QVERIFY(call(*anna, api::saveTemplate, {}, withPassword(u"team"_s, TemplateScope::Team)));
    QVERIFY(call(c.admin, api::deleteUser, {c.idOf(u"anna"_s).toString()}));
    const auto left =
        c.platform->database->first<int>(u"SELECT count(*) FROM template_secret"_s, {},
                                         [](const storage::Row &row) { return row.integer(0); });
    QCOMPARE(left->value_or(0), 1);
    QCOMPARE(namesOf(c.admin), QStringList(u"team@team"_s));
    QCOMPARE(call(c.admin, api::listTemplates, {}, kHere)->items.first().authorName, u"anna"_s);
}

void TemplatesTest::isAudited()
{
    support::Contract c;
    QVERIFY(call(c.admin, api::saveTemplate, {}, wish(u"own"_s)));
    QVERIFY(call(c.admin, api::saveTemplate, {}, withPassword(u"team"_s, TemplateScope::Team)));
    QVERIFY(call(c.admin, api::deleteTemplate, {},
                 model::DeleteTemplate{u"team"_s, TemplateScope::Team, kHere.vc}));
    model::AuditQuery query;
    query.subject = model::AuditSubject::Template;
    const auto page = call(c.admin, api::listAudit, {}, query);
    QCOMPARE(page->items.size(), 2);
    QCOMPARE(page->items.first().action, model::AuditAction::TemplateDeleted);
    QCOMPARE(page->items.last().action, model::AuditAction::TemplateSaved);
    QCOMPARE(page->items.last().subjectName, u"team (platform)"_s);
    QCOMPARE(page->items.last().after.value("registry"_L1).toString(), u"registry.lab"_s);
    QVERIFY(!json::encodeText(*page).contains(kSecret.toUtf8()));
}

void TemplatesTest::tellsThoseConcerned()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, m_submit);
    const auto bert = c.person(u"bert"_s, m_submit);
    Ear heard(*anna);
    Ear overheard(*bert);
    QTRY_VERIFY(!heard.topics.isEmpty() && !overheard.topics.isEmpty());
    QVERIFY(call(*anna, api::saveTemplate, {}, wish(u"own"_s)));
    QTRY_VERIFY(heard.topics.contains(model::EventTopic::Template));
    heard.topics.clear();
    QVERIFY(!overheard.topics.contains(model::EventTopic::Template));
    QVERIFY(call(*anna, api::saveTemplate, {}, wish(u"team"_s, TemplateScope::Team)));
    QTRY_VERIFY(overheard.topics.contains(model::EventTopic::Template));
    overheard.topics.clear();
    QVERIFY(call(*anna, api::deleteTemplate, {},
                 model::DeleteTemplate{u"team"_s, TemplateScope::Team, kHere.vc}));
    QTRY_VERIFY(overheard.topics.contains(model::EventTopic::Template));
}

void TemplatesTest::tellsThoseWhoseVcGoes()
{
    support::Contract c;
    makeLab(c);
    const auto anna = c.person(u"anna"_s, m_submit);
    const auto bert = c.person(u"bert"_s, m_submit);
    QVERIFY(call(c.admin, api::setUserVcs, {c.idOf(u"anna"_s).toString()},
                 model::VcNames{{model::VcName(u"lab"_s)}}));
    auto team = wish(u"team"_s, TemplateScope::Team);
    team.spec.vc = model::VcName(u"lab"_s);
    team.spec.deviceType.reset();
    team.spec.devices = 0;
    QVERIFY(call(*anna, api::saveTemplate, {}, team));
    Ear heard(*anna);
    Ear overheard(*bert);
    QTRY_VERIFY(!heard.topics.isEmpty() && !overheard.topics.isEmpty());
    heard.topics.clear();
    QVERIFY(call(c.admin, api::deleteVc, {u"lab"_s}, model::VcDeletion{u"lab"_s, {}}));
    QTRY_VERIFY(heard.topics.contains(model::EventTopic::Template));
    QVERIFY(heard.topics.contains(model::EventTopic::Account));
    c.platform->engine.setReachable(true); // told to everybody, after what came before
    QTRY_VERIFY(overheard.topics.contains(model::EventTopic::Cluster));
    QVERIFY(!overheard.topics.contains(model::EventTopic::Template));
}

void TemplatesTest::isStillThereAfterACrash()
{
    support::Contract c;
    QVERIFY(call(c.admin, api::saveTemplate, {}, withPassword(u"team"_s, TemplateScope::Team)));
    c.restart();
    QCOMPARE(namesOf(c.admin), QStringList(u"team@team"_s));
    const auto job =
        call(c.admin, api::submitJob, {}, jobWith(u"team"_s, TemplateScope::Team), u"k"_s);
    QCOMPARE(passwordOf(c, job->id), kSecret);
}

QTEST_GUILESS_MAIN(TemplatesTest)
#include "tst_templates.moc"
