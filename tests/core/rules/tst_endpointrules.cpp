// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/endpointrules.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using rules::EndpointRefusal;
using State = model::EndpointState;

class EndpointRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void takesOnlyKindsAndPortsInRange_data();
    void takesOnlyKindsAndPortsInRange();
    void isForOwnersAndThoseWhoManage();
    void endsWithTheJob_data();
    void endsWithTheJob();
    void triesAgainOnlyWhatHasFailed();
    void countsSshOnceHoweverManyTasks();
    void switchesOffOnlyWhatIsOn();
};

namespace {

using Endpoints = QList<model::JobEndpoint>;

model::Account ann()
{
    model::Account account;
    account.id = model::UserId(30001);
    return account;
}

model::JobSummary jobIn(model::JobState state)
{
    model::JobSummary job;
    job.owner = ann().id;
    job.state = state;
    return job;
}

model::JobEndpoint endpoint(const QString &name, State state, const QString &task = u"main"_s)
{
    model::JobEndpoint made;
    made.name = name;
    made.task = task;
    made.state = state;
    return made;
}

auto refusal(const QString &name, const Endpoints &endpoints = {})
{
    return rules::refusalOfOpening(ann(), jobIn(model::JobState::Running), endpoints, name);
}

} // namespace

void EndpointRulesTest::takesOnlyKindsAndPortsInRange_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("expected"); // -1: none
    for (const char *good : {"ssh", "jupyter", "tensorboard", "port-40000", "port-49999"})
        QTest::newRow(good) << QString::fromLatin1(good) << -1;
    for (const char *unknown : {"", "SSH", "telnet", "port", "port-", "port-040001", "port-x"})
        QTest::addRow("'%s'", unknown)
            << QString::fromLatin1(unknown) << int(EndpointRefusal::UnknownName);
    for (const char *out : {"port-39999", "port-50000", "port-0", "port--1"})
        QTest::newRow(out) << QString::fromLatin1(out) << int(EndpointRefusal::PortRange);
}

void EndpointRulesTest::takesOnlyKindsAndPortsInRange()
{
    QFETCH(QString, name);
    QFETCH(int, expected);
    const auto found = refusal(name);
    QCOMPARE(found ? int(*found) : -1, expected);
    if (found) {
        QCOMPARE(rules::error(*found).code, ErrorCode::InvalidInput);
        QCOMPARE(rules::error(*found).field, u"name"_s);
    }
}

void EndpointRulesTest::isForOwnersAndThoseWhoManage()
{
    model::JobSummary job = jobIn(model::JobState::Running);
    job.owner = model::UserId(30002);
    model::Account other = ann();
    QCOMPARE(rules::refusalOfOpening(other, job, {}, u"ssh"_s), EndpointRefusal::SomebodyElses);
    other.permissions = {model::Permission::ViewAllUsersJobs};
    QCOMPARE(rules::refusalOfClosing(other, job, {}, u"ssh"_s), EndpointRefusal::SomebodyElses);
    other.permissions = {model::Permission::ManageAllUsersJobs};
    QVERIFY(!rules::refusalOfOpening(other, job, {}, u"ssh"_s));
}

void EndpointRulesTest::endsWithTheJob_data()
{
    QTest::addColumn<bool>("possible");
    for (const auto &[state, word] : json::EnumNames<model::JobState>::table) {
        const bool over = isTerminal(state) || state == model::JobState::Killing;
        QTest::newRow(word.data()) << !over;
    }
}

void EndpointRulesTest::endsWithTheJob()
{
    QFETCH(bool, possible);
    const auto state =
        json::fromName<model::JobState>(QString::fromLatin1(QTest::currentDataTag()));
    const auto ended = possible ? std::nullopt : std::optional(EndpointRefusal::JobEnded);
    QCOMPARE(rules::refusalOfOpening(ann(), jobIn(*state), {}, u"jupyter"_s), ended);
    const Endpoints on{endpoint(u"jupyter"_s, State::Ready)};
    QCOMPARE(rules::refusalOfClosing(ann(), jobIn(*state), on, u"jupyter"_s), ended);
}

void EndpointRulesTest::triesAgainOnlyWhatHasFailed()
{
    for (const State state : {State::Pending, State::Ready})
        QCOMPARE(refusal(u"ssh"_s, {endpoint(u"ssh"_s, state)}), EndpointRefusal::OnAlready);
    QVERIFY(!refusal(u"ssh"_s, {endpoint(u"ssh"_s, State::Stopped)}));
    QVERIFY(!refusal(u"ssh"_s, {endpoint(u"ssh"_s, State::Ready, u"ps0"_s),
                                endpoint(u"ssh"_s, State::Failed, u"worker0"_s)}));
}

void EndpointRulesTest::countsSshOnceHoweverManyTasks()
{
    Endpoints endpoints;
    for (int i = 0; i < 100; ++i)
        endpoints.append(endpoint(u"ssh"_s, State::Ready, u"worker%1"_s.arg(i)));
    for (int i = 0; i < rules::kMostEndpoints - 2; ++i)
        endpoints.append(endpoint(u"port-%1"_s.arg(40000 + i), State::Pending));
    endpoints.append(endpoint(u"jupyter"_s, State::Stopped));
    QVERIFY(!refusal(u"port-41000"_s, endpoints));
    endpoints.append(endpoint(u"port-41000"_s, State::Failed));
    QCOMPARE(refusal(u"port-41001"_s, endpoints), EndpointRefusal::TooMany);
    QCOMPARE(refusal(u"jupyter"_s, endpoints), EndpointRefusal::TooMany);
    QVERIFY(!refusal(u"port-41000"_s, endpoints)); // one that is there already
}

void EndpointRulesTest::switchesOffOnlyWhatIsOn()
{
    const auto closing = [](const Endpoints &endpoints) {
        return rules::refusalOfClosing(ann(), jobIn(model::JobState::Queued), endpoints, u"ssh"_s);
    };
    QCOMPARE(closing({}), EndpointRefusal::OffAlready);
    QCOMPARE(closing({endpoint(u"ssh"_s, State::Stopped)}), EndpointRefusal::OffAlready);
    QVERIFY(!closing({endpoint(u"ssh"_s, State::Pending)}));
    QVERIFY(!closing({endpoint(u"ssh"_s, State::Failed)}));
}

QTEST_APPLESS_MAIN(EndpointRulesTest)
#include "tst_endpointrules.moc"
