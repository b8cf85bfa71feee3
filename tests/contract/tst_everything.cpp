// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/everything.h"
#include "core/client/apiclient.h"
#include "core/client/streams.h"
#include "tests/contract/platform.h"
#include "tests/support/await.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::Nothing;

// The real client against the real server: both sides hold to one contract.
class EverythingTest : public QObject
{
    Q_OBJECT

private:
    template <typename Request, typename Response>
    Result<Response> call(client::ApiClient &api, const api::Endpoint<Request, Response> &endpoint,
                          const QStringList &path = {}, const Request &request = {},
                          const QString &key = {})
    {
        return support::await(api.call(endpoint, path, request, key));
    }
    void signIn(client::ApiClient &api, const QString &username, const QString &password);
    model::JobSpec aSpec(const QString &name) const;
    model::Job submit(client::ApiClient &api, const QString &name);
    ErrorCode codeOf(const auto &result) const
    {
        return result ? ErrorCode::Internal : result.error().code;
    }

    QTemporaryDir m_directory;
    std::unique_ptr<support::Platform> m_platform;
    client::ApiClient m_admin;
    client::ApiClient m_ann; // a user
    client::ApiClient m_guest; // signed in, without any right

private slots:
    void initTestCase();
    void refusesAWrongPassword();
    void saysWhoIAm();
    void tellsTheClustersFacts();
    void showsNodesToThoseWhoMay();
    void showsVcs();
    void takesNodesOutOfServiceAndBack();
    void refusesToTakeNodesOutOfService();
    void countsFaultyDevicesOut();
    void describesItself();
    void foretellsWhatAJobWaitsFor();
    void submitsAJobOnce();
    void namesTheFieldThatIsWrong();
    void listsJobsPageByPage();
    void hidesWhatIsNotOnesOwn();
    void pausesResumesAndKills();
    void changesThePriority();
    void readsALog();
    void followsALogToItsEnd();
    void tellsEvents();
    void tellsWhatWasMissed();
    void tellsAForeignTokenToReload();
    void saysHowToSignIn();
    void letsPeopleSignUp();
    void refusesAttemptsWithoutAProvider();
    void keepsAProfile();
    void keepsSshKeys();
    void listsAndEndsSessions();
    void changesThePassword();
    void signsOut();
    void servesTheWholeContract();
};

void EverythingTest::initTestCase()
{
    auto opened = support::Platform::open(m_directory.path());
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    m_platform = *std::move(opened);
    for (auto *client : {&m_admin, &m_ann, &m_guest})
        QVERIFY(client->setServer(m_platform->url()));
    QVERIFY(m_platform->addUser(u"ann"_s, {u"User"_s}));
    QVERIFY(m_platform->addUser(u"guest"_s, {}));
    signIn(m_admin, u"admin"_s, m_platform->adminPassword);
    signIn(m_ann, u"Ann"_s, u"ann-secret"_s);
    signIn(m_guest, u"guest"_s, u"guest-secret"_s);
    QTRY_VERIFY(!m_platform->vcs->all().first().quotas.isEmpty());
}

void EverythingTest::signIn(client::ApiClient &api, const QString &username,
                            const QString &password)
{
    const auto session = call(api, api::signIn, {}, model::SignIn{username, password});
    QVERIFY2(session, qPrintable(session ? QString() : session.error().detail));
    api.setToken(session->token);
}

model::JobSpec EverythingTest::aSpec(const QString &name) const
{
    model::JobSpec spec;
    spec.name = name;
    spec.vc = model::VcName(u"platform"_s);
    spec.image = u"busybox"_s;
    spec.command = u"true"_s;
    spec.deviceType = model::DeviceType(u"gpu"_s);
    spec.devices = 1;
    return spec;
}

model::Job EverythingTest::submit(client::ApiClient &api, const QString &name)
{
    const auto job = call(api, api::submitJob, {}, aSpec(name), QUuid::createUuid().toString());
    return job ? *job : model::Job{};
}

void EverythingTest::refusesAWrongPassword()
{
    client::ApiClient api;
    QVERIFY(api.setServer(m_platform->url()));
    const auto wrong = call(api, api::signIn, {}, model::SignIn{u"ann"_s, u"guess"_s});
    const auto nobody = call(api, api::signIn, {}, model::SignIn{u"nobody"_s, u"guess"_s});
    QCOMPARE(codeOf(wrong), ErrorCode::Unauthenticated);
    QCOMPARE(wrong.error(), nobody.error());
    QCOMPARE(codeOf(call(api, api::getAccount)), ErrorCode::Unauthenticated);
    for (int i = 0; i < 9; ++i)
        QVERIFY(!call(api, api::signIn, {}, model::SignIn{u"nobody"_s, u"guess"_s}));
    QCOMPARE(codeOf(call(api, api::signIn, {}, model::SignIn{u"nobody"_s, u"guess"_s})),
             ErrorCode::TooMany);
}

void EverythingTest::saysWhoIAm()
{
    const auto admin = call(m_admin, api::getAccount);
    QVERIFY(admin);
    QCOMPARE(admin->username, u"admin"_s);
    QCOMPARE(admin->id.value(), 30001);
    QVERIFY(admin->mustChangePassword);
    QCOMPARE(admin->permissions.size(), 7);
    const auto guest = call(m_guest, api::getAccount);
    QVERIFY(guest && guest->permissions.isEmpty());
}

void EverythingTest::tellsTheClustersFacts()
{
    const auto cluster = call(m_ann, api::getCluster);
    QVERIFY(cluster);
    QCOMPARE(cluster->name, u"Test"_s);
    QVERIFY(cluster->engineReachable);
    QCOMPARE(cluster->deviceTypes.size(), 1);
    QCOMPARE(cluster->deviceTypes.first().largestNode, 8);
}

void EverythingTest::showsNodesToThoseWhoMay()
{
    const model::Job job = submit(m_ann, u"holder"_s);
    QVERIFY(m_platform->move(job.id, model::JobState::Running, [](model::Job &held) {
        held.attempt = 1;
        held.placement = {{u"main"_s, model::NodeName(u"node1"_s), {3}}};
    }));
    const auto nodes = call(m_ann, api::listNodes);
    QVERIFY(nodes);
    QCOMPARE(nodes->items.size(), 1);
    QCOMPARE(nodes->items.first().devices.at(3).holder->job, job.id);
    QCOMPARE(codeOf(call(m_guest, api::listNodes)), ErrorCode::Forbidden);
    QVERIFY(m_platform->move(job.id, model::JobState::Finished));
}

void EverythingTest::takesNodesOutOfServiceAndBack()
{
    const QStringList node{u"node1"_s};
    const auto stateOf = [&] { return call(m_ann, api::listNodes)->items.first(); };
    QTRY_COMPARE(stateOf().state, model::NodeState::Ready);
    client::EventStream stream(m_ann);
    QList<model::Event> events;
    connect(&stream, &client::EventStream::received, this,
            [&](const model::Event &event) { events.append(event); });
    stream.start();
    QTRY_VERIFY(!events.isEmpty());
    const auto cordoned =
        call(m_admin, api::cordonNode, node, model::CordonRequest{u"a noisy fan"_s});
    QVERIFY2(cordoned, cordoned ? "" : qPrintable(cordoned.error().detail));
    QCOMPARE(cordoned->state, model::NodeState::Cordoned);
    QCOMPARE(cordoned->cordon->actor, u"admin"_s);
    QCOMPARE(cordoned->cordon->reason, u"a noisy fan"_s);
    QCOMPARE(cordoned->cordon->drain, model::Drain::No);
    QCOMPARE(stateOf(), *cordoned);
    QTRY_VERIFY(std::any_of(events.begin(), events.end(), [&](const model::Event &event) {
        return event.node && event.node->cordon == cordoned->cordon;
    }));
    QCOMPARE(codeOf(call(m_admin, api::cordonNode, node, model::CordonRequest{u"once more"_s})),
             ErrorCode::Conflict);
    const auto drained =
        call(m_admin, api::drainNode, node, model::DrainRequest{u"a new fan"_s, true});
    QCOMPARE(drained->cordon->drain, model::Drain::Requeue);
    const auto back = call(m_admin, api::uncordonNode, node, model::CordonRequest{u"quiet"_s});
    QCOMPARE(back->state, model::NodeState::Ready);
    QVERIFY(!back->cordon);
    QCOMPARE(codeOf(call(m_admin, api::uncordonNode, node, model::CordonRequest{u"again"_s})),
             ErrorCode::Conflict);
    const auto history = call(m_admin, api::nodeHistory, node);
    QCOMPARE(history->items.size(), 3);
    QCOMPARE(history->items.first().action, model::NodeAction::Uncordon);
    QCOMPARE(history->items.first().what.reason, u"quiet"_s);
    QCOMPARE(history->items.last().what, *cordoned->cordon);
}

void EverythingTest::refusesToTakeNodesOutOfService()
{
    const QStringList node{u"node1"_s};
    const model::CordonRequest because{u"because"_s};
    QCOMPARE(codeOf(call(m_ann, api::cordonNode, node, because)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(m_ann, api::uncordonNode, node, because)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(m_ann, api::drainNode, node, model::DrainRequest{u"x"_s, true})),
             ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(m_ann, api::nodeHistory, node)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(m_admin, api::cordonNode, {u"node9"_s}, because)), ErrorCode::NotFound);
    const auto silent = call(m_admin, api::cordonNode, node, model::CordonRequest{u" "_s});
    QCOMPARE(codeOf(silent), ErrorCode::InvalidInput);
    QCOMPARE(silent.error().field, u"reason"_s);
    QVERIFY(call(m_admin, api::nodeHistory, {u"node9"_s})->items.isEmpty());
}

void EverythingTest::showsVcs()
{
    const auto vcs = call(m_ann, api::listVcs);
    QVERIFY(vcs);
    QCOMPARE(vcs->items.size(), 1);
    QCOMPARE(vcs->items.first().usage.first().available, 8);
}

void EverythingTest::countsFaultyDevicesOut()
{
    const auto unschedulable = [&] {
        const auto vcs = call(m_ann, api::listVcs);
        return vcs ? vcs->items.first().usage.first().unschedulable : -1;
    };
    QCOMPARE(unschedulable(), 0);
    m_platform->engine.setHealthy(3, false);
    QTRY_COMPARE(unschedulable(), 1);
    m_platform->engine.setHealthy(3, true);
    QTRY_COMPARE(unschedulable(), 0);
}

void EverythingTest::describesItself()
{
    client::ApiClient api;
    QVERIFY(api.setServer(m_platform->url()));
    const auto document = call(api, api::openApi);
    QVERIFY(document);
    const QJsonObject paths = document->value("paths"_L1).toObject();
    for (const auto &route : m_platform->router->routes())
        QVERIFY2(paths.contains(route.path), qPrintable(route.path));
}

void EverythingTest::foretellsWhatAJobWaitsFor()
{
    model::JobSpec spec = aSpec(u"dry"_s);
    spec.deviceType = model::DeviceType(u"gpu"_s);
    spec.devices = 8;
    const auto verdict = call(m_ann, api::dryRunJob, {}, spec);
    QVERIFY(verdict);
    QCOMPARE(verdict->outlook, model::Outlook::Starts);
    QCOMPARE(verdict->placement.first().devices.size(), 8);
    spec.name = u"a b"_s;
    const auto refused = call(m_ann, api::dryRunJob, {}, spec);
    QVERIFY(!refused);
    QCOMPARE(refused.error().field, u"name"_s);
    QCOMPARE(call(m_guest, api::dryRunJob, {}, spec).error().code, ErrorCode::Forbidden);
    for (const model::Job &job : m_platform->jobStore->active())
        QVERIFY(job.name != u"dry"_s);
}

void EverythingTest::submitsAJobOnce()
{
    const auto first = call(m_ann, api::submitJob, {}, aSpec(u"once"_s), u"key-1"_s);
    const auto again = call(m_ann, api::submitJob, {}, aSpec(u"other"_s), u"key-1"_s);
    QVERIFY(first && again);
    QCOMPARE(again->id, first->id);
    QCOMPARE(again->name, u"once"_s);
    const auto steps = call(m_ann, api::jobTimeline, {first->id.toString()});
    QVERIFY(steps);
    QCOMPARE(steps->items.size(), 1);
    QCOMPARE(steps->items.first().actor, u"ann"_s);
    const auto without = call(m_ann, api::submitJob, {}, aSpec(u"x"_s));
    QCOMPARE(codeOf(without), ErrorCode::InvalidInput);
    QCOMPARE(without.error().field, u"Idempotency-Key"_s);
}

void EverythingTest::namesTheFieldThatIsWrong()
{
    const auto field = [this](const model::JobSpec &spec) {
        const auto refused = call(m_ann, api::submitJob, {}, spec, QUuid::createUuid().toString());
        return refused ? QString() : refused.error().field;
    };
    model::JobSpec spec = aSpec(u"not a name"_s);
    QCOMPARE(field(spec), u"name"_s);
    spec = aSpec(u"a"_s);
    spec.devices = 9;
    QCOMPARE(field(spec), u"devices"_s);
    spec = aSpec(u"a"_s);
    spec.vc = model::VcName(u"elsewhere"_s);
    QCOMPARE(field(spec), u"vc"_s);
    spec = aSpec(u"a"_s);
    spec.environment = {{u"1"_s, u"x"_s}};
    QCOMPARE(field(spec), u"environment[0].name"_s);
    spec = aSpec(u"a"_s);
    spec.registry = model::RegistryLogin{u"registry.lab"_s, u"me"_s, QString()};
    QCOMPARE(field(spec), u"registry.password"_s);
    QCOMPARE(codeOf(call(m_guest, api::submitJob, {}, aSpec(u"a"_s), u"k"_s)),
             ErrorCode::Forbidden);
}

void EverythingTest::listsJobsPageByPage()
{
    for (int i = 0; i < 5; ++i)
        submit(m_admin, u"page-%1"_s.arg(i));
    model::JobQuery query;
    query.text = u"PAGE-"_s;
    query.limit = 2;
    query.order = model::JobOrder::Name;
    query.descending = false;
    QStringList names;
    for (int page = 0; page < 3; ++page) {
        const auto jobs = call(m_admin, api::listJobs, {}, query);
        QVERIFY(jobs);
        QCOMPARE(jobs->total, 5 + page);
        for (const auto &job : jobs->items)
            names.append(job.name);
        submit(m_admin, u"page-0%1"_s.arg(page)); // before the cursor: changes nothing
        query.cursor = jobs->next.value_or(QString());
    }
    QCOMPARE(names, QStringList({u"page-0"_s, u"page-1"_s, u"page-2"_s, u"page-3"_s, u"page-4"_s}));
    query.cursor = u"nonsense"_s;
    const auto wrong = call(m_admin, api::listJobs, {}, query);
    QCOMPARE(codeOf(wrong), ErrorCode::InvalidInput);
    QCOMPARE(wrong.error().field, u"cursor"_s);
    query.cursor.clear();
    query.limit = 5000;
    QCOMPARE(call(m_admin, api::listJobs, {}, query).error().field, u"limit"_s);
}

void EverythingTest::hidesWhatIsNotOnesOwn()
{
    const QString id = submit(m_admin, u"admins"_s).id.toString();
    QVERIFY(call(m_ann, api::getJob, {id}));
    QCOMPARE(codeOf(call(m_ann, api::killJob, {id})), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(m_guest, api::getJob, {id})), ErrorCode::NotFound);
    QCOMPARE(codeOf(call(m_guest, api::killJob, {id})), ErrorCode::NotFound);
    QCOMPARE(codeOf(call(m_guest, api::jobLog, {id})), ErrorCode::NotFound);
    QCOMPARE(codeOf(call(m_guest, api::jobTimeline, {id})), ErrorCode::NotFound);
    QCOMPARE(codeOf(call(m_ann, api::getJob, {u"nonsense"_s})), ErrorCode::NotFound);
    QCOMPARE(
        call(m_guest, api::getJob, {id}).error(),
        call(m_guest, api::getJob, {QUuid::createUuid().toString(QUuid::WithoutBraces)}).error());
    model::JobQuery all;
    all.scope = model::JobScope::All;
    QVERIFY(call(m_ann, api::listJobs, {}, all)->total > 0);
    QCOMPARE(codeOf(call(m_guest, api::listJobs, {}, all)), ErrorCode::Forbidden);
    QCOMPARE(call(m_guest, api::listJobs)->total, 0);
}

void EverythingTest::pausesResumesAndKills()
{
    const QString id = submit(m_ann, u"stop"_s).id.toString();
    const auto job = *model::JobId::fromString(id);
    QCOMPARE(call(m_ann, api::pauseJob, {id})->state, model::JobState::Pausing);
    QCOMPARE(codeOf(call(m_ann, api::resumeJob, {id})), ErrorCode::Conflict);
    QVERIFY(m_platform->move(job, model::JobState::Paused));
    QCOMPARE(call(m_admin, api::resumeJob, {id})->state, model::JobState::Queued);
    const auto killing = call(m_admin, api::killJob, {id});
    QCOMPARE(killing->state, model::JobState::Killing);
    QCOMPARE(killing->reason->subject, u"admin"_s);
    QVERIFY(m_platform->move(job, model::JobState::Killed));
    QCOMPARE(codeOf(call(m_ann, api::killJob, {id})), ErrorCode::Conflict);
}

void EverythingTest::changesThePriority()
{
    const QString id = submit(m_ann, u"prio"_s).id.toString();
    const auto changed = call(m_ann, api::setJobPriority, {id}, model::PriorityChange{900});
    QVERIFY(changed);
    QCOMPARE(changed->priority, 900);
    QCOMPARE(call(m_ann, api::getJob, {id})->spec.priority, 900);
    const auto wrong = call(m_ann, api::setJobPriority, {id}, model::PriorityChange{0});
    QCOMPARE(wrong.error().field, u"priority"_s);
}

void EverythingTest::readsALog()
{
    const model::Job job = submit(m_ann, u"log"_s);
    const QString id = job.id.toString();
    QVERIFY(call(m_ann, api::jobLog, {id})->items.isEmpty());
    const model::LogLine old{QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC), u"main"_s,
                             model::LogStream::Stderr, u"back\\slash\nand line"_s};
    QVERIFY(m_platform->archive->store(job.id, 1, {old}));
    QVERIFY(m_platform->move(job.id, model::JobState::Running, [](model::Job &next) {
        next.attempt = 2;
        next.placement = {{u"main"_s, model::NodeName(u"node1"_s), {0}}};
    }));
    m_platform->engine.write({job.id, 2, u"main"_s}, {u"one"_s, u"two"_s});
    const auto log = call(m_ann, api::jobLog, {id}, model::LogQuery{2000, {}});
    QVERIFY(log);
    QCOMPARE(log->items.size(), 3);
    QCOMPARE(log->items.first(), old);
    QCOMPARE(call(m_ann, api::jobLog, {id}, model::LogQuery{1, {}})->items.first().text, u"two"_s);
    QVERIFY(call(m_ann, api::jobLog, {id}, model::LogQuery{9, u"worker0"_s})->items.isEmpty());
    QCOMPARE(call(m_ann, api::jobLog, {id}, model::LogQuery{-1, {}}).error().field, u"tail"_s);
    const QDateTime time = log->items[1].at;
    const auto known = std::ranges::count(log->items, time, &model::LogLine::at);
    model::LogQuery before{1, {}, time, int(known)};
    const auto page = [&] { return call(m_ann, api::jobLog, {id}, before)->items; };
    QCOMPARE(page(), QList{old});
    before.until = old.at;
    QVERIFY(page().isEmpty());
    before.skip = -1;
    QCOMPARE(call(m_ann, api::jobLog, {id}, before).error().field, u"skip"_s);
    QVERIFY(m_platform->move(job.id, model::JobState::Finished));
}

void EverythingTest::followsALogToItsEnd()
{
    const model::Job job = submit(m_ann, u"follow"_s);
    const auto run = [&](int attempt) {
        return m_platform->move(job.id, model::JobState::Running, [=](model::Job &next) {
            next.attempt = attempt;
            next.placement = {{u"main"_s, model::NodeName(u"node1"_s), {0}}};
        });
    };
    QVERIFY(run(1));
    const engines::TaskKey first{job.id, 1, u"main"_s};
    const engines::TaskKey second{job.id, 2, u"main"_s};
    m_platform->engine.write(first, {u"1"_s, u"2"_s});
    client::LogStream stream(m_ann, job.id, {});
    QStringList texts;
    connect(&stream, &client::LogStream::linesReceived, this,
            [&](const QList<model::LogLine> &lines) {
                for (const auto &line : lines)
                    texts.append(line.text);
            });
    QSignalSpy ended(&stream, &client::LogStream::ended);
    stream.start();
    QTRY_COMPARE(texts, QStringList({u"1"_s, u"2"_s}));
    m_platform->engine.write(first, {u"3"_s});
    QTRY_COMPARE(texts.size(), 3);
    // Back into the queue and started again: what was written last is in the archive by then.
    const auto archived = *support::await(m_platform->engine.log(first, {}));
    QVERIFY(m_platform->archive->store(
        job.id, 1,
        archived
            + QList<model::LogLine>{
                {QDateTime::currentDateTimeUtc(), u"main"_s, model::LogStream::Stdout, u"4"_s}}));
    QVERIFY(m_platform->move(job.id, model::JobState::Queued));
    m_platform->engine.write(second, {u"5"_s});
    QVERIFY(run(2));
    QTRY_COMPARE(texts, QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    m_platform->engine.write(second, {u"6"_s});
    m_platform->engine.end(second);
    QVERIFY(m_platform->move(job.id, model::JobState::Finished));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(texts, QStringList({u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s}));
}

void EverythingTest::tellsEvents()
{
    client::EventStream stream(m_guest);
    client::EventStream other(m_ann);
    QList<model::Event> forGuest;
    QList<model::Event> forAnn;
    connect(&stream, &client::EventStream::received, this,
            [&](const model::Event &event) { forGuest.append(event); });
    connect(&other, &client::EventStream::received, this,
            [&](const model::Event &event) { forAnn.append(event); });
    stream.start();
    other.start();
    QTRY_VERIFY(!forGuest.isEmpty() && !forAnn.isEmpty());
    QCOMPARE(forAnn.first().topic, model::EventTopic::Hello);
    const model::Job job = submit(m_admin, u"event"_s);
    QTRY_VERIFY(std::any_of(forAnn.begin(), forAnn.end(), [&](const model::Event &event) {
        return event.job && event.job->id == job.id;
    }));
    m_platform->engine.setReachable(true);
    QTRY_COMPARE(forGuest.last().topic, model::EventTopic::Cluster);
    for (const model::Event &event : forGuest)
        QVERIFY(!event.job && !event.node);
}

void EverythingTest::tellsWhatWasMissed()
{
    QList<model::Event> events;
    const auto listen = [&](client::EventStream &stream) {
        connect(&stream, &client::EventStream::received, this,
                [&](const model::Event &event) { events.append(event); });
        stream.start();
    };
    client::EventStream stream(m_ann);
    stream.setPace({std::chrono::milliseconds(50), std::chrono::milliseconds(100),
                    std::chrono::milliseconds(15000)});
    listen(stream);
    QTRY_VERIFY(!events.isEmpty());
    // The server goes away and comes back; meanwhile something happens.
    const quint16 port = m_platform->listener->port();
    m_platform->listener.reset();
    QTRY_VERIFY(stream.connection() != client::Connection::Online);
    const model::Job job = [&] {
        model::Job fresh;
        fresh.id = model::JobId(QUuid::createUuid());
        fresh.owner = model::UserId(30001);
        fresh.vc = model::VcName(u"platform"_s);
        fresh.submittedAt = QDateTime::currentDateTimeUtc();
        return *support::await(m_platform->jobStore->submit(fresh, u"missed"_s, {}));
    }();
    events.clear();
    m_platform->listener = std::make_unique<http::Listener>(*m_platform->router);
    QVERIFY(m_platform->listener->listen(QHostAddress::LocalHost, port));
    QTRY_VERIFY(std::any_of(events.begin(), events.end(), [&](const model::Event &event) {
        return event.job && event.job->id == job.id;
    }));
    QCOMPARE(events.first().topic, model::EventTopic::Hello);
    for (const model::Event &event : events)
        QVERIFY(event.topic != model::EventTopic::Reload);
}

void EverythingTest::tellsAForeignTokenToReload()
{
    QObject owner;
    QList<model::EventTopic> topics;
    const services::Subscriber subscriber{
        .owner = &owner,
        .tokenHash = services::SignInService::hashOf(m_ann.token().toLatin1()),
        .send = [&](const model::Event &event) { topics.append(event.topic); },
        .end = [] {}};
    for (const QString &token : {u"elsewhere.5"_s, u"nonsense"_s}) {
        topics.clear();
        QVERIFY(m_platform->events->subscribe({token}, subscriber));
        QCOMPARE(topics, QList({model::EventTopic::Hello, model::EventTopic::Reload}));
    }
}

void EverythingTest::saysHowToSignIn()
{
    client::ApiClient api;
    QVERIFY(api.setServer(m_platform->url()));
    const auto options = call(api, api::signInOptions);
    QVERIFY(options);
    QCOMPARE(options->platformName, u"Test"_s);
    QCOMPARE(options->supportAddress, u"operators@lab"_s);
    QVERIFY(options->signUpOpen);
    QVERIFY(options->providers.isEmpty());
}

void EverythingTest::letsPeopleSignUp()
{
    client::ApiClient api;
    QVERIFY(api.setServer(m_platform->url()));
    const model::SignUp carl{u"Carl"_s, u"卡尔"_s, u"carl-secret"_s};
    QVERIFY(call(api, api::signUp, {}, carl));
    const auto taken =
        call(api, api::signUp, {}, model::SignUp{u"cARL"_s, u"C"_s, u"another one"_s});
    QCOMPARE(codeOf(taken), ErrorCode::Conflict);
    QCOMPARE(taken.error().field, u"username"_s);
    QCOMPARE(
        call(api, api::signUp, {}, model::SignUp{u"dora"_s, u""_s, u"dora-secret"_s}).error().field,
        u"nickname"_s);
    signIn(api, u"carl"_s, u"carl-secret"_s);
    const auto account = call(api, api::getAccount);
    QVERIFY(account && account->permissions.isEmpty() && account->vcs.isEmpty());
    QCOMPARE(account->nickname, u"卡尔"_s);
    // Somebody without any right has what is the own, and nothing else.
    QVERIFY(call(api, api::getProfile));
    QCOMPARE(codeOf(call(api, api::listNodes)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(api, api::submitJob, {}, aSpec(u"x"_s))), ErrorCode::Forbidden);
    QVERIFY(call(api, api::listVcs)->items.isEmpty());
}

void EverythingTest::refusesAttemptsWithoutAProvider()
{
    client::ApiClient api;
    QVERIFY(api.setServer(m_platform->url()));
    const model::AttemptStart start{model::Provider::WeChat, u"nonsense"_s};
    QCOMPARE(call(api, api::startSignIn, {}, start).error().field, u"provider"_s);
    QCOMPARE(call(m_ann, api::startBinding, {}, start).error().field, u"provider"_s);
    QCOMPARE(codeOf(call(api, api::startBinding, {}, start)), ErrorCode::Unauthenticated);
    QCOMPARE(codeOf(call(api, api::attemptResult, {u"nobody"_s}, model::AttemptSecret{u"x"_s})),
             ErrorCode::NotFound);
    QCOMPARE(codeOf(call(api, api::registerIdentity, {},
                         model::Registration{u"erna"_s, u"E"_s, u"erna-secret"_s, u"x"_s, {}})),
             ErrorCode::NotFound);
    QCOMPARE(codeOf(call(m_ann, api::unbind, {u"wechat"_s})), ErrorCode::NotFound);
    QCOMPARE(codeOf(call(m_ann, api::unbind, {u"nobody"_s})), ErrorCode::NotFound);
}

void EverythingTest::keepsAProfile()
{
    const auto changed = call(m_ann, api::changeProfile, {},
                              model::ProfileChange{u"安"_s, u"+86 12345"_s, u"ann@lab"_s});
    QVERIFY(changed);
    QCOMPARE(changed->phone, u"+86 12345"_s);
    QCOMPARE(changed->roles, QStringList{u"User"_s});
    QCOMPARE(*call(m_ann, api::getProfile), *changed);
    QCOMPARE(call(m_ann, api::getAccount)->nickname, u"安"_s);
    const auto wrong =
        call(m_ann, api::changeProfile, {}, model::ProfileChange{u"a"_s, {}, u"nowhere@"_s});
    QCOMPARE(wrong.error().field, u"email"_s);
    QCOMPARE(call(m_guest, api::getProfile)->username, u"guest"_s);
}

void EverythingTest::keepsSshKeys()
{
    const QString line =
        u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEtWet8AVWVvR7/lq/HGF5F5JJOQWzREUrOTpMcHDfPC "
        "ann@lab"_s;
    const auto key = call(m_guest, api::addSshKey, {}, model::NewSshKey{line});
    QVERIFY(key);
    QCOMPARE(key->name, u"ann@lab"_s);
    QCOMPARE(call(m_guest, api::getProfile)->sshKeys, QList{*key});
    QCOMPARE(codeOf(call(m_guest, api::addSshKey, {}, model::NewSshKey{line})),
             ErrorCode::Conflict);
    QCOMPARE(call(m_guest, api::addSshKey, {}, model::NewSshKey{u"x"_s}).error().field, u"line"_s);
    QCOMPARE(codeOf(call(m_ann, api::removeSshKey, {key->id})), ErrorCode::NotFound);
    QVERIFY(call(m_guest, api::removeSshKey, {key->id}));
    QVERIFY(call(m_guest, api::getProfile)->sshKeys.isEmpty());
}

void EverythingTest::listsAndEndsSessions()
{
    client::ApiClient second;
    client::ApiClient third;
    for (auto *each : {&second, &third}) {
        QVERIFY(each->setServer(m_platform->url()));
        signIn(*each, u"ann"_s, u"ann-secret"_s);
    }
    const auto sessions = call(m_ann, api::listSessions)->items;
    QCOMPARE(sessions.size(), 3);
    QVERIFY(sessions.first().isCurrent && !sessions.last().isCurrent);
    QCOMPARE(sessions.first().address, u"127.0.0.1"_s);
    QVERIFY(sessions.first().client.startsWith("tst_contract_everything"_L1));
    for (const model::OpenSession &session : sessions) {
        QVERIFY(session.id.size() == 32);
        QVERIFY(session.id != m_ann.token() && !m_ann.token().contains(session.id));
    }
    client::EventStream stream(second);
    QSignalSpy received(&stream, &client::EventStream::received);
    stream.start();
    QTRY_VERIFY(!received.isEmpty());
    QCOMPARE(codeOf(call(m_guest, api::endSession, {sessions.at(1).id})), ErrorCode::NotFound);
    QVERIFY(call(m_ann, api::endSession, {sessions.at(1).id}));
    QCOMPARE(codeOf(call(m_ann, api::endSession, {sessions.at(1).id})), ErrorCode::NotFound);
    QCOMPARE(codeOf(call(second, api::getAccount)), ErrorCode::Unauthenticated);
    QTRY_VERIFY(stream.connection() != client::Connection::Online);
    QVERIFY(call(m_ann, api::endOtherSessions));
    QCOMPARE(codeOf(call(third, api::getAccount)), ErrorCode::Unauthenticated);
    QCOMPARE(call(m_ann, api::listSessions)->items.size(), 1);
}

void EverythingTest::changesThePassword()
{
    client::ApiClient second;
    QVERIFY(second.setServer(m_platform->url()));
    signIn(second, u"admin"_s, m_platform->adminPassword);
    const QString file = m_directory.filePath(u"initial-admin-password"_s);
    QVERIFY(QFile::exists(file));
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    client::EventStream stream(second);
    QSignalSpy received(&stream, &client::EventStream::received);
    stream.start();
    QTRY_VERIFY(!received.isEmpty());
    const auto wrong = call(m_admin, api::changePassword, {},
                            model::PasswordChange{u"guess"_s, u"another-secret"_s});
    QCOMPARE(wrong.error().field, u"currentPassword"_s);
    const auto weak = call(m_admin, api::changePassword, {},
                           model::PasswordChange{m_platform->adminPassword, u"short"_s});
    QCOMPARE(weak.error().field, u"newPassword"_s);
    QVERIFY(call(m_admin, api::changePassword, {},
                 model::PasswordChange{m_platform->adminPassword, u"another-secret"_s}));
    QVERIFY(!QFile::exists(file));
    QVERIFY(!call(m_admin, api::getAccount)->mustChangePassword);
    QCOMPARE(codeOf(call(second, api::getAccount)), ErrorCode::Unauthenticated);
    QTRY_VERIFY(stream.connection() != client::Connection::Online);
}

void EverythingTest::signsOut()
{
    QVERIFY(call(m_ann, api::signOut));
    QCOMPARE(codeOf(call(m_ann, api::getAccount)), ErrorCode::Unauthenticated);
}

void EverythingTest::servesTheWholeContract()
{
    QCOMPARE(size_t(m_platform->router->routes().size()),
             std::tuple_size_v<decltype(api::kEverything)>);
}

QTEST_GUILESS_MAIN(EverythingTest)
#include "tst_everything.moc"
