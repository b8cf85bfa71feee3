// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "threepeople.h"

using namespace Qt::Literals::StringLiterals;
using support::call;

// Logs and events, as they are written and happen.
class StreamsTest final : public ThreePeople
{
    Q_OBJECT

private slots:
    void readsALog();
    void followsALogToItsEnd();
    void tellsEvents();
    void tellsWhatWasMissed();
    void tellsAForeignTokenToReload();
};

void StreamsTest::readsALog()
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

void StreamsTest::followsALogToItsEnd()
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

void StreamsTest::tellsEvents()
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

void StreamsTest::tellsWhatWasMissed()
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

void StreamsTest::tellsAForeignTokenToReload()
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

QTEST_GUILESS_MAIN(StreamsTest)
#include "tst_streams.moc"
