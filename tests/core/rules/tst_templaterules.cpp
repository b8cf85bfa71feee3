// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/templaterules.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using rules::JobRule;

namespace {

const model::DeviceType kGpu(u"gpu"_s);

rules::JobLimits limits()
{
    return {{{kGpu, 8, 4}}, {{kGpu, model::DeviceFamily::Gpu, {}, 8, {}, 1, 8, 8}}};
}

model::SaveTemplate wish(const QString &name)
{
    model::SaveTemplate wish;
    wish.key.name = name;
    wish.spec.vc = model::VcName(u"platform"_s);
    return wish;
}

QList<JobRule> broken(const model::SaveTemplate &wish)
{
    QList<JobRule> found;
    for (const auto &violation : rules::check(wish, limits()))
        found.append(violation.rule);
    return found;
}

} // namespace

class TemplateRulesTest final : public QObject
{
    Q_OBJECT

private slots:
    void wantsAName();
    void acceptsWhatIsIncomplete();
    void holdsWhatIsGivenToItsBounds();
    void letsThoseChangeWhoMay();
};

void TemplateRulesTest::wantsAName()
{
    QCOMPARE(broken(wish(u"mnist-8_x"_s)), QList<JobRule>());
    QCOMPARE(broken(wish({})), {JobRule::TemplateNameRequired});
    QCOMPARE(broken(wish(u"a b"_s)), {JobRule::NameCharacters});
    QCOMPARE(broken(wish(QString(64, u'a'))), QList<JobRule>());
    QCOMPARE(broken(wish(QString(65, u'a'))), {JobRule::NameTooLong});
    QCOMPARE(rules::check(wish({}), limits()).first().field, u"key.name"_s);
}

void TemplateRulesTest::acceptsWhatIsIncomplete()
{
    auto some = wish(u"some"_s);
    some.spec.devices = 4; // of whichever type
    some.spec.registry = model::RegistryLogin{u"registry.lab"_s, {}, {}};
    QCOMPARE(broken(some), QList<JobRule>());
    some.spec.kind = model::JobKind::Distributed;
    QCOMPARE(broken(some), QList<JobRule>());
}

void TemplateRulesTest::holdsWhatIsGivenToItsBounds()
{
    auto wrong = wish(u"wrong"_s);
    wrong.spec.name = u"no name"_s;
    wrong.spec.deviceType = kGpu;
    wrong.spec.devices = 5;
    wrong.spec.image = u"No Image"_s;
    wrong.spec.interactivePorts = {1};
    wrong.spec.registry = model::RegistryLogin{u"ftp://registry"_s, {}, {}};
    wrong.spec.environment = {{u"1"_s, {}}};
    wrong.spec.priority = 0;
    QCOMPARE(broken(wrong),
             (QList{JobRule::NameCharacters, JobRule::DevicesRange, JobRule::ImageReference,
                    JobRule::PortRange, JobRule::RegistryAddress, JobRule::VariableName,
                    JobRule::PriorityRange}));
    wrong.spec.deviceType = model::DeviceType(u"abacus"_s);
    QVERIFY(broken(wrong).contains(JobRule::UnknownDeviceType));
}

void TemplateRulesTest::letsThoseChangeWhoMay()
{
    model::Account ada;
    ada.id = model::UserId(30001);
    model::JobTemplate kept;
    kept.author = model::UserId(30002);
    QVERIFY(!rules::mayChange(ada, kept));
    ada.permissions = {model::Permission::ManageVc};
    QVERIFY(!rules::mayChange(ada, kept));
    kept.key.scope = model::TemplateScope::Team;
    QVERIFY(rules::mayChange(ada, kept));
    ada.permissions = {};
    QVERIFY(!rules::mayChange(ada, kept));
    kept.author = ada.id;
    QVERIFY(rules::mayChange(ada, kept));
}

QTEST_GUILESS_MAIN(TemplateRulesTest)
#include "tst_templaterules.moc"
