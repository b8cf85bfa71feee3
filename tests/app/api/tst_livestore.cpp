// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "core/model/page.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

model::Event message(model::EventTopic topic)
{
    model::Event event;
    event.topic = topic;
    return event;
}

} // namespace

class LiveStoreTest : public QObject
{
    Q_OBJECT

private:
    static void fill(FakeServer &server)
    {
        server.answer(u"GET /api/v1/account"_s, samples::account());
        server.answer(u"GET /api/v1/cluster"_s, samples::cluster());
        server.answer(
            u"GET /api/v1/vcs"_s,
            model::Items<model::VcStatus>{
                {samples::vc(u"vision"_s), samples::vc(u"platform"_s), samples::vc(u"secret"_s)}});
    }

private slots:
    void loadsWhenTheStreamIsOpen()
    {
        FakeServer server;
        fill(server);
        LiveStore store(server);
        store.start(samples::account());
        QCOMPARE(store.loading(), Loading::Busy);
        store.apply(message(model::EventTopic::Hello));
        QTRY_COMPARE(store.loading(), Loading::Ready);
        QCOMPARE(store.cluster()->name, u"Lab"_s);
        QCOMPARE(store.vcs().size(), 3);
        QCOMPARE(store.vcs().first().name, model::VcName(u"platform"_s));
    }

    void offersOnlyUsableVcs()
    {
        FakeServer server;
        fill(server);
        LiveStore store(server);
        store.start(samples::account());
        store.selectVc(model::VcName(u"secret"_s));
        store.apply(message(model::EventTopic::Hello));
        QTRY_COMPARE(store.loading(), Loading::Ready);
        QCOMPARE(store.usableVcs().size(), 2);
        QCOMPARE(store.selectedVc(), model::VcName(u"platform"_s));
        store.selectVc(model::VcName(u"vision"_s));
        QCOMPARE(store.selectedVc(), model::VcName(u"vision"_s));
    }

    void goesOnInAVcThatIsGivenLater()
    {
        FakeServer server;
        fill(server);
        model::Account account = samples::account();
        account.vcs.clear();
        server.answer(u"GET /api/v1/account"_s, account);
        LiveStore store(server);
        store.start(account);
        store.apply(message(model::EventTopic::Hello));
        QTRY_COMPARE(store.loading(), Loading::Ready);
        QVERIFY(store.selectedVc().isEmpty());
        const auto readBefore = server.count(u"GET /api/v1/vcs"_s);
        const QSignalSpy selected(&store, &LiveStore::selectedVcChanged);
        server.answer(u"GET /api/v1/account"_s, samples::account());
        store.apply(message(model::EventTopic::Account));
        QTRY_COMPARE(store.selectedVc(), model::VcName(u"platform"_s));
        QCOMPARE(selected.count(), 1);
        QTRY_COMPARE(server.count(u"GET /api/v1/vcs"_s), readBefore + 1);
    }

    void readsVcsAgainOnceForManyEvents()
    {
        FakeServer server;
        fill(server);
        LiveStore store(server);
        store.start(samples::account());
        store.apply(message(model::EventTopic::Hello));
        QTRY_COMPARE(store.loading(), Loading::Ready);
        server.answer(u"GET /api/v1/vcs"_s,
                      model::Items<model::VcStatus>{{samples::vc(u"platform"_s, 5)}});
        QSignalSpy changed(&store, &LiveStore::vcsChanged);
        for (int i = 0; i < 20; ++i)
            store.apply(message(model::EventTopic::Vc));
        QVERIFY(changed.wait());
        QCOMPARE(server.count(u"GET /api/v1/vcs"_s), 2);
        QCOMPARE(store.findVc(model::VcName(u"platform"_s))->usage.first().used, 5);
    }

    void saysWhyLoadingFailed()
    {
        FakeServer server;
        fill(server);
        server.refuse(u"GET /api/v1/vcs"_s, {ErrorCode::Unavailable, u"gone"_s, {}});
        LiveStore store(server);
        store.start(samples::account());
        store.apply(message(model::EventTopic::Hello));
        QTRY_COMPARE(store.loading(), Loading::Failed);
        QCOMPARE(store.problem().detail, u"gone"_s);
        fill(server);
        store.reload();
        QTRY_COMPARE(store.loading(), Loading::Ready);
    }

    void staysReadyWhileItReadsAnew()
    {
        FakeServer server;
        fill(server);
        LiveStore store(server);
        store.start(samples::account());
        store.apply(message(model::EventTopic::Hello));
        QTRY_COMPARE(store.loading(), Loading::Ready);
        QSignalSpy vcs(&store, &LiveStore::vcsChanged);
        QSignalSpy loading(&store, &LiveStore::loadingChanged);
        QSignalSpy reload(&store, &LiveStore::reloadNeeded);
        store.apply(message(model::EventTopic::Reload));
        QCOMPARE(reload.count(), 1);
        QTRY_COMPARE(server.count(u"GET /api/v1/vcs"_s), 2);
        QTest::qWait(0);
        QCOMPARE(vcs.count(), 0);
        QCOMPARE(loading.count(), 0);
    }

    void forgetsEverythingAtTheEnd()
    {
        FakeServer server;
        fill(server);
        LiveStore store(server);
        store.start(samples::account());
        store.apply(message(model::EventTopic::Hello));
        store.stop();
        QSignalSpy changed(&store, &LiveStore::clusterChanged);
        QTRY_VERIFY(server.count(u"GET /api/v1/cluster"_s) == 1);
        QTest::qWait(0);
        QCOMPARE(changed.count(), 0);
        QVERIFY(store.vcs().isEmpty());
        QCOMPARE(store.loading(), Loading::Idle);
    }
};

QTEST_GUILESS_MAIN(LiveStoreTest)
#include "tst_livestore.moc"
