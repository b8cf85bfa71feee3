// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/endpointstore.h"
#include "tests/backend/storage/fixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using model::EndpointKind;
using model::EndpointState;
using storage::EndpointStore;
using storage::StoredEndpoint;
using Switch = EndpointStore::Switch;

class EndpointStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void beginsWithWhatTheJobAsksFor();
    void hasOneSshForEachTask();
    void switchesOffAndOn();
    void forgetsAPortThatWasAdded();
    void triesAgainOnlyWhatHasFailed();
    void asksWhenTheTurnComes();
    void takesNoReportOfAnEarlierWish();
    void holdsNothingReadyAfterARestart();
    void keepsATokenForOneAttempt();
    void leavesATraceForThoseWhoWereAway();

private:
    struct Store : Fixture
    {
        std::unique_ptr<EndpointStore> endpoints;
        model::Job job = aJob(u"job"_s);

        Store()
        {
            job.spec.endpoints = {EndpointKind::Jupyter, EndpointKind::Ssh};
            job.spec.interactivePorts = {40002, 40001};
            job = *await(jobs->submit(job, u"key"_s, {}));
            restart();
        }
        ~Store() { endpoints.reset(); }
        void restart()
        {
            endpoints.reset();
            auto opened = EndpointStore::open(*database, *committer);
            endpoints = opened ? *std::move(opened) : nullptr;
        }
        Result<> turn(Switch position, const QString &name, const EndpointStore::Check &check = {})
        {
            const auto always = [](const EndpointStore::Endpoints &) -> Result<bool> {
                return true;
            };
            return await(endpoints->turn(position, job, *model::EndpointName::fromString(name),
                                         check ? check : EndpointStore::Check(always)));
        }
        StoredEndpoint one(const QString &name, const QString &task = u"main"_s) const
        {
            const auto all = endpoints->of(job);
            for (const auto &endpoint : *all) {
                if (endpoint.name.toString() == name && endpoint.task == task)
                    return endpoint;
            }
            return {};
        }
        QStringList names() const
        {
            QStringList names;
            const auto all = endpoints->of(job);
            for (const auto &endpoint : *all)
                names.append(endpoint.name.toString() + u'@' + endpoint.task);
            return names;
        }
        Result<> reportReady(const QString &name)
        {
            StoredEndpoint found = one(name);
            found.attempt = 1;
            found.state = EndpointState::Ready;
            found.host = u"10.0.0.1"_s;
            found.port = 40022;
            return await(endpoints->report(job, found));
        }
    };
};

void EndpointStoreTest::beginsWithWhatTheJobAsksFor()
{
    const Store store;
    QCOMPARE(store.names(), QStringList({u"ssh@main"_s, u"jupyter@main"_s, u"port-40001@main"_s,
                                         u"port-40002@main"_s}));
    QVERIFY(store.one(u"ssh"_s).isOn);
    QCOMPARE(store.one(u"ssh"_s).state, EndpointState::Pending);
}

void EndpointStoreTest::hasOneSshForEachTask()
{
    Store store;
    store.job.spec.kind = model::JobKind::Distributed;
    store.job.spec.nodes = 2;
    store.job.spec.interactivePorts.clear();
    QCOMPARE(store.names(),
             QStringList({u"ssh@ps0"_s, u"ssh@worker0"_s, u"ssh@worker1"_s, u"jupyter@worker0"_s}));
}

void EndpointStoreTest::switchesOffAndOn()
{
    Store store;
    QSignalSpy changes(store.endpoints.get(), &EndpointStore::endpointsChanged);
    QVERIFY(store.turn(Switch::Off, u"jupyter"_s));
    QVERIFY(!store.one(u"jupyter"_s).isOn);
    QVERIFY(store.turn(Switch::On, u"tensorboard"_s));
    QCOMPARE(store.names().at(2), u"tensorboard@main"_s);
    QVERIFY(store.turn(Switch::On, u"jupyter"_s));
    QVERIFY(store.one(u"jupyter"_s).isOn);
    QCOMPARE(store.one(u"jupyter"_s).wish, 2);
    QCOMPARE(changes.size(), 3);
}

void EndpointStoreTest::forgetsAPortThatWasAdded()
{
    Store store;
    QVERIFY(store.turn(Switch::On, u"port-41000"_s));
    QCOMPARE(store.names().last(), u"port-41000@main"_s);
    QVERIFY(store.turn(Switch::Off, u"port-41000"_s));
    QCOMPARE(store.names().last(), u"port-40002@main"_s);
    QVERIFY(store.turn(Switch::Off, u"port-40002"_s));
    QVERIFY(!store.one(u"port-40002"_s).isOn);
}

void EndpointStoreTest::triesAgainOnlyWhatHasFailed()
{
    Store store;
    store.job.spec.kind = model::JobKind::Distributed;
    for (const QString &task : {u"ps0"_s, u"worker0"_s}) {
        StoredEndpoint found = store.one(u"ssh"_s, task);
        found.state = task == "ps0"_L1 ? EndpointState::Ready : EndpointState::Failed;
        found.failure = model::EndpointFailure::NotInImage;
        found.detail = u"no sshd"_s;
        QVERIFY(store.await(store.endpoints->report(store.job, found)));
    }
    QVERIFY(store.turn(Switch::Off, u"jupyter"_s)); // another one changes nothing
    QVERIFY(store.turn(Switch::On, u"ssh"_s));
    QCOMPARE(store.one(u"ssh"_s, u"worker0"_s).state, EndpointState::Pending);
    QCOMPARE(store.one(u"ssh"_s, u"worker0"_s).failure, std::nullopt);
    QCOMPARE(store.one(u"ssh"_s, u"worker0"_s).detail, QString());
}

void EndpointStoreTest::asksWhenTheTurnComes()
{
    Store store;
    QSignalSpy changes(store.endpoints.get(), &EndpointStore::endpointsChanged);
    QVERIFY(store.turn(Switch::Off, u"ssh"_s, [](const auto &) { return Result<bool>(false); }));
    QVERIFY(store.one(u"ssh"_s).isOn);
    const auto refused = store.turn(Switch::Off, u"ssh"_s, [](const auto &) -> Result<bool> {
        return Error{ErrorCode::Conflict, u"it is too late"_s, {}};
    });
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(store.one(u"ssh"_s).isOn);
    QVERIFY(changes.isEmpty());
}

void EndpointStoreTest::takesNoReportOfAnEarlierWish()
{
    Store store;
    StoredEndpoint found = store.one(u"ssh"_s);
    found.state = EndpointState::Ready;
    QVERIFY(store.turn(Switch::Off, u"ssh"_s));
    QVERIFY(store.await(store.endpoints->report(store.job, found)));
    QCOMPARE(store.one(u"ssh"_s).state, EndpointState::Pending);
    QVERIFY(store.turn(Switch::On, u"ssh"_s));
    QVERIFY(store.await(store.endpoints->report(store.job, found)));
    QCOMPARE(store.one(u"ssh"_s).state, EndpointState::Pending);
    QVERIFY(store.reportReady(u"ssh"_s));
    QCOMPARE(store.one(u"ssh"_s).state, EndpointState::Ready);
}

void EndpointStoreTest::holdsNothingReadyAfterARestart()
{
    Store store;
    QVERIFY(store.reportReady(u"ssh"_s));
    store.restart();
    const StoredEndpoint endpoint = store.one(u"ssh"_s);
    QCOMPARE(endpoint.state, EndpointState::Pending);
    QCOMPARE(endpoint.host, QString());
    QCOMPARE(endpoint.port, 40022); // to be had again
}

void EndpointStoreTest::keepsATokenForOneAttempt()
{
    Store store;
    QCOMPARE(store.endpoints->sealedToken(store.job).error().code, ErrorCode::NotFound);
    store.job.attempt = 1;
    QVERIFY(store.await(store.endpoints->keepToken(store.job, "sealed\x01\xff"_ba)));
    store.restart();
    QCOMPARE(*store.endpoints->sealedToken(store.job), "sealed\x01\xff"_ba);
    store.job.attempt = 2;
    QCOMPARE(store.endpoints->sealedToken(store.job).error().code, ErrorCode::NotFound);
    QVERIFY(store.await(store.endpoints->keepToken(store.job, "other"_ba)));
    QCOMPARE(*store.endpoints->sealedToken(store.job), "other"_ba);
}

void EndpointStoreTest::leavesATraceForThoseWhoWereAway()
{
    Store store;
    storage::ChangeLog changes(*store.database);
    const auto before = changes.last();
    QVERIFY(store.reportReady(u"ssh"_s));
    const auto since = changes.since(*before, 10);
    QCOMPARE(since->size(), 1);
    QCOMPARE(since->first().topic, u"endpoint"_s);
    QCOMPARE(since->first().subject, store.job.id.toString());
}

QTEST_GUILESS_MAIN(EndpointStoreTest)
#include "tst_endpointstore.moc"
