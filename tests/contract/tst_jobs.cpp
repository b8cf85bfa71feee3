// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "threepeople.h"

using namespace Qt::Literals::StringLiterals;
using support::call;
using support::codeOf;

// Jobs from submit to kill.
class JobsTest final : public ThreePeople
{
    Q_OBJECT

private slots:
    void foretellsWhatAJobWaitsFor();
    void submitsAJobOnce();
    void namesTheFieldThatIsWrong();
    void listsJobsPageByPage();
    void hidesWhatIsNotOnesOwn();
    void pausesResumesAndKills();
    void changesThePriority();
    void tellsWhichDirectoriesJobsSee();
};

void JobsTest::foretellsWhatAJobWaitsFor()
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

void JobsTest::submitsAJobOnce()
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

void JobsTest::namesTheFieldThatIsWrong()
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

void JobsTest::listsJobsPageByPage()
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

void JobsTest::hidesWhatIsNotOnesOwn()
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

void JobsTest::pausesResumesAndKills()
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

void JobsTest::changesThePriority()
{
    const QString id = submit(m_ann, u"prio"_s).id.toString();
    const auto changed = call(m_ann, api::setJobPriority, {id}, model::PriorityChange{900});
    QVERIFY(changed);
    QCOMPARE(changed->priority, 900);
    QCOMPARE(call(m_ann, api::getJob, {id})->spec.priority, 900);
    const auto wrong = call(m_ann, api::setJobPriority, {id}, model::PriorityChange{0});
    QCOMPARE(wrong.error().field, u"priority"_s);
}

void JobsTest::tellsWhichDirectoriesJobsSee()
{
    const auto mine = call(m_ann, api::listStorage);
    QVERIFY2(mine, mine ? "" : qPrintable(mine.error().detail));
    QStringList targets;
    for (const auto &mount : mine->items) {
        targets.append(mount.target);
        QVERIFY(mount.totalBytes > 0 && mount.freeBytes >= 0);
    }
    QCOMPARE(targets, (QStringList{u"/work"_s, u"/data"_s, u"/home/ann"_s, u"/job"_s}));
    QVERIFY(mine->items.last().isPattern);
    const QString id = submit(m_ann, u"where"_s).id.toString();
    const auto directories = call(m_admin, api::jobStorage, {id}); // who sees the job sees them
    QVERIFY(directories);
    QCOMPARE(directories->items.last().source,
             m_platform->directory + u"/storage/jobs/ann/"_s + id);
    QVERIFY(!directories->items.last().totalBytes);
    QCOMPARE(codeOf(call(m_guest, api::jobStorage, {id})), ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(JobsTest)
#include "tst_jobs.moc"
