// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livejobs.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

using model::JobState;
using JobPage = model::Page<model::JobSummary>;

namespace {

const QString kList = u"GET /api/v1/jobs"_s;

model::Event aboutJob(model::JobSummary job, qint64 revision)
{
    model::Event event;
    event.topic = model::EventTopic::Job;
    job.revision = revision;
    event.job = job;
    return event;
}

} // namespace

class LiveJobsTest : public QObject
{
    Q_OBJECT

private:
    static void open(LiveStore &store)
    {
        store.start(samples::account());
        store.reload();
    }

private slots:
    void readsAllPages()
    {
        FakeServer server;
        server.answer(kList, [](const client::WireRequest &request) -> Result<QByteArray> {
            const bool isSecond = request.path.contains("cursor=second"_L1);
            JobPage page{{samples::job(isSecond ? 2 : 1)}, {}, 2};
            if (!isSecond)
                page.next = u"second"_s;
            return json::encodeText(page);
        });
        LiveStore store(server);
        open(store);
        LiveJobs jobs(store);
        QSignalSpy reset(&jobs, &LiveJobs::jobsReset);
        jobs.setQuery({});
        QTRY_COMPARE(jobs.loading(), Loading::Ready);
        QCOMPARE(jobs.jobs().size(), 2);
        QCOMPARE(reset.count(), 2);
        QVERIFY(jobs.find(samples::job(2).id));
    }

    void followsEvents()
    {
        FakeServer server;
        server.answer(kList, JobPage{{samples::job(1), samples::job(2)}, {}, 2});
        LiveStore store(server);
        open(store);
        LiveJobs jobs(store);
        model::JobQuery query;
        query.states = {JobState::Queued, JobState::Running};
        jobs.setQuery(query);
        QTRY_COMPARE(jobs.loading(), Loading::Ready);
        QSignalSpy upserted(&jobs, &LiveJobs::jobUpserted);
        QSignalSpy removed(&jobs, &LiveJobs::jobRemoved);
        store.apply(aboutJob(samples::job(1, JobState::Running), 2));
        QCOMPARE(jobs.find(samples::job(1).id)->state, JobState::Running);
        store.apply(aboutJob(samples::job(1, JobState::Queued), 1)); // older than what is known
        QCOMPARE(jobs.find(samples::job(1).id)->state, JobState::Running);
        store.apply(aboutJob(samples::job(3), 1));
        QCOMPARE(upserted.count(), 2);
        store.apply(aboutJob(samples::job(1, JobState::Finished), 3));
        QCOMPARE(removed.count(), 1);
        QCOMPARE(jobs.jobs().size(), 2);
        QVERIFY(jobs.find(samples::job(2).id));
        QVERIFY(jobs.find(samples::job(3).id));
    }

    void leavesOutWhatTheQueryDoesNotWant_data()
    {
        QTest::addColumn<QString>("vc");
        QTest::addColumn<int>("owner");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("wanted");
        QTest::newRow("mine here") << u"platform"_s << 30001 << u"Train"_s << true;
        QTest::newRow("another VC") << u"vision"_s << 30001 << u"train"_s << false;
        QTest::newRow("another person") << u"platform"_s << 30002 << u"train"_s << false;
        QTest::newRow("another name") << u"platform"_s << 30001 << u"eval"_s << false;
    }

    void leavesOutWhatTheQueryDoesNotWant()
    {
        QFETCH(const QString, vc);
        QFETCH(const int, owner);
        QFETCH(const QString, name);
        QFETCH(const bool, wanted);
        FakeServer server;
        server.answer(kList, JobPage{});
        LiveStore store(server);
        open(store);
        LiveJobs jobs(store);
        model::JobQuery query;
        query.vc = model::VcName(u"platform"_s);
        query.text = u"train"_s;
        jobs.setQuery(query);
        QTRY_COMPARE(jobs.loading(), Loading::Ready);
        model::JobSummary job = samples::job(1);
        job.vc = model::VcName(vc);
        job.owner = model::UserId(owner);
        job.name = name;
        store.apply(aboutJob(job, 1));
        QCOMPARE(jobs.jobs().size(), wanted ? 1 : 0);
    }

    void keepsEventsThatComeWhileItLoads()
    {
        FakeServer server;
        server.answer(kList, JobPage{{samples::job(1)}, {}, 1});
        LiveStore store(server);
        open(store);
        LiveJobs jobs(store);
        jobs.setQuery({});
        store.apply(aboutJob(samples::job(1, JobState::Running), 5));
        store.apply(aboutJob(samples::job(2), 1));
        QTRY_COMPARE(jobs.loading(), Loading::Ready);
        QCOMPARE(jobs.jobs().size(), 2);
        QCOMPARE(jobs.find(samples::job(1).id)->state, JobState::Running);
    }

    void showsTheOldListUntilTheNewOneIsThere()
    {
        FakeServer server;
        server.answer(kList, JobPage{{samples::job(1)}, {}, 1});
        LiveStore store(server);
        open(store);
        LiveJobs jobs(store);
        jobs.setQuery({});
        QTRY_COMPARE(jobs.loading(), Loading::Ready);
        server.refuse(kList, {ErrorCode::Unavailable, u"away"_s, {}});
        jobs.reload();
        QTRY_COMPARE(jobs.problem().detail, u"away"_s);
        QCOMPARE(jobs.loading(), Loading::Ready);
        QCOMPARE(jobs.jobs().size(), 1);
    }

    void saysWhyItFailed()
    {
        FakeServer server;
        server.refuse(kList, {ErrorCode::Forbidden, u"no"_s, {}});
        LiveStore store(server);
        open(store);
        LiveJobs jobs(store);
        jobs.setQuery({});
        QTRY_COMPARE(jobs.loading(), Loading::Failed);
        QCOMPARE(jobs.problem().code, ErrorCode::Forbidden);
    }
};

QTEST_GUILESS_MAIN(LiveJobsTest)
#include "tst_livejobs.moc"
