// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/jobactions.h"
#include "core/rules/jobrules.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using rules::JobRule;

namespace {

const model::DeviceType kNpu(u"huawei_npu_arm64"_s);
const model::DeviceType kGpu(u"nvidia_gpu_amd64"_s);

rules::JobLimits limits()
{
    rules::JobLimits limits;
    limits.quotas = {{kNpu, 16, 16}, {kGpu, 12, 6}};
    limits.deviceTypes = {{kNpu,
                           model::DeviceFamily::Npu,
                           {0, 1, 2, 4, 8},
                           8,
                           {{0, 1, 2, 3}, {4, 5, 6, 7}},
                           2,
                           16,
                           8},
                          {kGpu, model::DeviceFamily::Gpu, {}, 8, {}, 3, 12, 4}};
    return limits;
}

model::JobSpec job()
{
    model::JobSpec spec;
    spec.name = u"mnist"_s;
    spec.vc = model::VcName(u"platform"_s);
    spec.deviceType = kNpu;
    spec.devices = 4;
    spec.image = u"localhost/busybox:1"_s;
    spec.command = u"true"_s;
    return spec;
}

// "rule@field …" of everything that is wrong.
QStringList wrong(const model::JobSpec &spec)
{
    QStringList list;
    for (const auto &violation : rules::check(spec, limits()))
        list.append(QString::number(int(violation.rule)) % u'@' % violation.field);
    return list;
}

QStringList only(JobRule rule, const QString &field)
{
    return {QString::number(int(rule)) % u'@' % field};
}

} // namespace

class JobRulesTest final : public QObject
{
    Q_OBJECT

private slots:
    void acceptsAWholeJob();
    void checksTheName();
    void offersOnlyTheCountsOfTheFamily();
    void limitsToTheSmallerOfMaxAvailableAndLargestNode();
    void checksDistributedJobs();
    void checksPorts();
    void boundsEndpoints();
    void wantsAllOfTheRegistryOrNothing();
    void checksTheEnvironment();
    void knowsImageReferences_data();
    void knowsImageReferences();
    void namesTheRangeAndTheSet();
    void saysWhyAnActionIsRefused();
    void lendsThePasswordToTheOwnerUntilTheEnd();
    void knowsWhichActionFitsWhichState();
};

void JobRulesTest::acceptsAWholeJob()
{
    QCOMPARE(wrong(job()), QStringList());
    auto cpu = job();
    cpu.deviceType.reset();
    cpu.devices = 0;
    QCOMPARE(wrong(cpu), QStringList());
}

void JobRulesTest::checksTheName()
{
    auto spec = job();
    spec.name.clear();
    QCOMPARE(wrong(spec), only(JobRule::NameRequired, u"name"_s));
    spec.name = u"mnist 2"_s;
    QCOMPARE(wrong(spec), only(JobRule::NameCharacters, u"name"_s));
    spec.name = QString(64, u'x');
    QCOMPARE(wrong(spec), QStringList());
    spec.name = QString(65, u'x');
    QCOMPARE(wrong(spec), only(JobRule::NameTooLong, u"name"_s));
}

void JobRulesTest::offersOnlyTheCountsOfTheFamily()
{
    auto spec = job();
    for (const int count : {0, 1, 2, 4, 8}) {
        spec.devices = count;
        QCOMPARE(wrong(spec), QStringList());
    }
    for (const int count : {-1, 3, 5, 6, 7, 9, 16}) {
        spec.devices = count;
        QCOMPARE(wrong(spec), only(JobRule::DevicesChoice, u"devices"_s));
    }
}

void JobRulesTest::limitsToTheSmallerOfMaxAvailableAndLargestNode()
{
    auto spec = job();
    spec.deviceType = kGpu;
    spec.devices = 4;
    QCOMPARE(wrong(spec), QStringList());
    spec.devices = 5;
    QCOMPARE(wrong(spec), only(JobRule::DevicesRange, u"devices"_s));
    spec.deviceType = model::DeviceType(u"other"_s);
    QCOMPARE(wrong(spec), only(JobRule::UnknownDeviceType, u"deviceType"_s));
    spec.deviceType.reset();
    QCOMPARE(wrong(spec), only(JobRule::DeviceTypeRequired, u"deviceType"_s));
}

void JobRulesTest::checksDistributedJobs()
{
    auto spec = job();
    spec.kind = model::JobKind::Distributed;
    spec.nodes = 2;
    QCOMPARE(wrong(spec), QStringList());
    QCOMPARE(spec.totalDevices(), 16);
    spec.nodes = 3;
    QCOMPARE(wrong(spec), only(JobRule::NodesRange, u"nodes"_s));
    spec.nodes = 0;
    QCOMPARE(wrong(spec), only(JobRule::NodesRange, u"nodes"_s));
}

void JobRulesTest::checksPorts()
{
    QCOMPARE(rules::parsePorts(u" 40001, 49999 "_s).ports, (QList<int>{40001, 49999}));
    QVERIFY(rules::parsePorts(u""_s).violations.isEmpty());
    QCOMPARE(rules::parsePorts(u"40001,,40002"_s).violations.size(), 1);
    QCOMPARE(rules::parsePorts(u"40001，40002"_s).violations.first().rule, JobRule::PortRange);
    QCOMPARE(rules::parsePorts(u"39999"_s).violations.first().rule, JobRule::PortRange);
    QCOMPARE(rules::parsePorts(u"40001,40001"_s).violations.first().rule, JobRule::PortRepeated);
    auto spec = job();
    spec.interactivePorts = {40001, 50000};
    QCOMPARE(wrong(spec), only(JobRule::PortRange, u"interactivePorts[1]"_s));
}

void JobRulesTest::boundsEndpoints()
{
    auto spec = job();
    for (int i = 1; i < rules::kMostEndpoints; ++i)
        spec.interactivePorts.append(40000 + i);
    spec.endpoints = {model::EndpointKind::Ssh, model::EndpointKind::Ssh};
    QVERIFY(wrong(spec).isEmpty());
    spec.endpoints.append(model::EndpointKind::Jupyter);
    QCOMPARE(wrong(spec), only(JobRule::EndpointsTooMany, u"interactivePorts"_s));
}

void JobRulesTest::wantsAllOfTheRegistryOrNothing()
{
    auto spec = job();
    spec.registry = model::RegistryLogin{};
    QCOMPARE(wrong(spec), QStringList());
    spec.registry->registry = u"http://registry.lab:5000"_s;
    spec.registry->username = u"me"_s;
    QCOMPARE(wrong(spec), only(JobRule::RegistryIncomplete, u"registry.password"_s));
    spec.registry->passwordFrom = model::PasswordSource{};
    QCOMPARE(wrong(spec), QStringList());
    spec.registry->passwordFrom.reset();
    spec.registry->password = u"secret"_s;
    QCOMPARE(wrong(spec), QStringList());
    spec.registry->registry = u"ftp://registry"_s;
    QCOMPARE(wrong(spec), only(JobRule::RegistryAddress, u"registry.registry"_s));
}

void JobRulesTest::checksTheEnvironment()
{
    auto spec = job();
    spec.environment = {{u"LR_2"_s, u"0.1"_s}, {u"2LR"_s, u""_s}};
    QCOMPARE(wrong(spec), only(JobRule::VariableName, u"environment[1].name"_s));
    spec.environment = {{u"A"_s, u"1"_s}, {u"A"_s, u"2"_s}};
    QCOMPARE(wrong(spec), only(JobRule::VariableRepeated, u"environment[1].name"_s));
}

void JobRulesTest::knowsImageReferences_data()
{
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("good");
    const char *byDigest = "registry.example.com/a/b/c@sha256:"
                           "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    for (const char *good : {"busybox", "busybox:1", "localhost/busybox:1",
                             "host:5000/team/image:v1.2-rc_3", byDigest, "a__b/c.d-e"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    for (const char *bad : {"", "Busybox", "busybox:", "a//b", "a b", "host:port/a", "a:b:c", "-a",
                            "a@sha256:12", "http://host/a", "a;rm -rf /"})
        QTest::newRow(*bad ? bad : "empty") << QString::fromLatin1(bad) << false;
}

void JobRulesTest::knowsImageReferences()
{
    QFETCH(const QString, reference);
    QTEST(rules::isImageReference(reference), "good");
}

void JobRulesTest::namesTheRangeAndTheSet()
{
    auto spec = job();
    spec.devices = 3;
    const Error error = rules::error(rules::check(spec, limits()).first());
    QCOMPARE(error.field, u"devices"_s);
    QCOMPARE(error.detail, u"devices: must be a whole number from 0 to 8, one of 0, 1, 2, 4, 8"_s);
}

void JobRulesTest::saysWhyAnActionIsRefused()
{
    using rules::ActionRefusal;
    using rules::JobAction;
    model::Account account;
    account.id = model::UserId(30001);
    model::JobSummary job;
    job.owner = account.id;
    const auto refusal = [&](JobAction action, model::JobState state) {
        job.state = state;
        return rules::refusalOf(action, account, job);
    };
    using State = model::JobState;
    QVERIFY(!refusal(JobAction::Pause, State::Running));
    QCOMPARE(refusal(JobAction::Pause, State::Paused), ActionRefusal::PausedAlready);
    QCOMPARE(refusal(JobAction::Resume, State::Running), ActionRefusal::NotPaused);
    QCOMPARE(refusal(JobAction::Resume, State::Pausing), ActionRefusal::BeingPaused);
    QCOMPARE(refusal(JobAction::Kill, State::Killing), ActionRefusal::BeingKilled);
    QCOMPARE(refusal(JobAction::ChangePriority, State::Failed), ActionRefusal::Ended);
    job.owner = model::UserId(30002);
    QCOMPARE(refusal(JobAction::Kill, State::Running), ActionRefusal::SomebodyElses);
    account.permissions = {model::Permission::ManageAllUsersJobs};
    QVERIFY(!refusal(JobAction::Kill, State::Running));
}

void JobRulesTest::lendsThePasswordToTheOwnerUntilTheEnd()
{
    model::Account account;
    account.id = model::UserId(30001);
    account.permissions = {model::Permission::ManageAllUsersJobs};
    model::JobSummary job;
    job.owner = account.id;
    job.state = model::JobState::Running;
    QVERIFY(rules::mayTakePassword(account, job));
    job.state = model::JobState::Failed;
    QVERIFY(!rules::mayTakePassword(account, job));
    job.owner = model::UserId(30002);
    job.state = model::JobState::Running;
    QVERIFY(!rules::mayTakePassword(account, job));
}

void JobRulesTest::knowsWhichActionFitsWhichState()
{
    using rules::JobAction;
    using State = model::JobState;
    QString table;
    for (const auto &[state, name] : json::EnumNames<State>::table) {
        table += name + u": "_s;
        table += rules::isPossible(JobAction::Pause, state) ? u'P' : u'-';
        table += rules::isPossible(JobAction::Resume, state) ? u'R' : u'-';
        table += rules::isPossible(JobAction::Kill, state) ? u'K' : u'-';
        table += rules::isPossible(JobAction::ChangePriority, state) ? u'C' : u'-';
        table += u'\n';
    }
    QCOMPARE(table, u"queued: P-KC\n"
                    "scheduling: P-KC\n"
                    "running: P-KC\n"
                    "pausing: --KC\n"
                    "paused: -RKC\n"
                    "killing: ---C\n"
                    "killed: ----\n"
                    "finished: ----\n"
                    "failed: ----\n"
                    "error: ----\n"_s);
}

QTEST_APPLESS_MAIN(JobRulesTest)
#include "tst_jobrules.moc"
