// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

class JobStoreTest : public QObject
{
    Q_OBJECT

private:
    static storage::JobStore::Decide to(model::JobState state, model::TimelineCause cause)
    {
        return [=](const model::Job &job) -> Result<storage::JobChange> {
            model::Job next = job;
            next.state = state;
            if (isTerminal(state))
                next.finishedAt = job.submittedAt.addSecs(5);
            return storage::JobChange{next,
                                      {.at = job.submittedAt.addSecs(1),
                                       .cause = cause,
                                       .state = state,
                                       .actor = {},
                                       .reason = {},
                                       .priority = {}}};
        };
    }

private slots:
    void keepsAJobAcrossReopening();
    void keepsEveryChangeAcrossReopening();
    void answersTheSameKeyWithTheSameJob();
    void letsManyRaceForOneKey();
    void runsDecisionsInTheirTurn();
    void refusesWhatTheDecisionRefuses();
    void keepsAPasswordUntilTheJobEnds();
    void tellsWhyAJobWaits();
    void survivesACrash();
    void undoesEverythingWhenTheCommitFails();
    void forgetsAFailedCommitEvenWhenNothingCanBeRead();
    void opensManyJobs();
};

void JobStoreTest::keepsAJobAcrossReopening()
{
    Fixture f;
    model::Job job = aJob(u"one"_s);
    job.deviceType = model::DeviceType(u"gpu"_s);
    job.devices = 2;
    job.spec.deviceType = job.deviceType;
    job.spec.devices = 2;
    job.spec.environment = {{u"A"_s, u"ü"_s}};
    const auto stored = f.await(f.jobs->submit(job, u"k"_s, {}));
    QVERIFY(stored);
    QCOMPARE(stored->revision, 1);
    f.reopen();
    const auto found = f.jobs->find(job.id);
    QVERIFY(found);
    QVERIFY(*found == *stored);
    QVERIFY(f.jobs->active().value(job.id) == *stored);
    const auto steps = f.jobs->timeline(job.id);
    QVERIFY(steps);
    QCOMPARE(steps->size(), 1);
    QCOMPARE(steps->first().actor, job.ownerName);
}

void JobStoreTest::keepsEveryChangeAcrossReopening()
{
    using State = model::JobState;
    using Cause = model::TimelineCause;
    Fixture f;
    const model::Job job = aJob(u"one"_s);
    QVERIFY(f.await(f.jobs->submit(job, u"k"_s, {})));
    const QList<std::pair<State, Cause>> path{{State::Scheduling, Cause::Placed},
                                              {State::Running, Cause::Started},
                                              {State::Killing, Cause::KillRequested},
                                              {State::Killed, Cause::Ended}};
    for (const auto &[state, cause] : path) {
        const auto changed = f.await(f.jobs->change(job.id, to(state, cause)));
        QVERIFY(changed);
        f.reopen();
        const auto found = f.jobs->find(job.id);
        QVERIFY(found);
        QVERIFY(*found == *changed);
        QCOMPARE(f.jobs->active().contains(job.id), !isTerminal(state));
    }
    QCOMPARE(f.jobs->timeline(job.id)->size(), 5);
    QCOMPARE(f.jobs->find(job.id)->revision, 5);
}

void JobStoreTest::answersTheSameKeyWithTheSameJob()
{
    Fixture f;
    const auto first = f.await(f.jobs->submit(aJob(u"one"_s), u"k"_s, {}));
    f.reopen();
    QSignalSpy changes(f.jobs.get(), &storage::JobStore::jobChanged);
    const auto again = f.await(f.jobs->submit(aJob(u"two"_s), u"k"_s, {}));
    QVERIFY(again);
    QCOMPARE(again->id, first->id);
    QCOMPARE(changes.size(), 0);
    const auto other = f.await(f.jobs->submit(aJob(u"two"_s, 30002), u"k"_s, {}));
    QVERIFY(!(other->id == first->id));
}

void JobStoreTest::letsManyRaceForOneKey()
{
    Fixture f;
    QSignalSpy changes(f.jobs.get(), &storage::JobStore::jobChanged);
    QList<QFuture<Result<model::Job>>> futures;
    for (int i = 0; i < 50; ++i)
        futures.append(f.jobs->submit(aJob(u"j%1"_s.arg(i)), u"k"_s, {}));
    const auto first = f.await(futures.first());
    for (const auto &future : futures)
        QCOMPARE(f.await(future)->id, first->id);
    QCOMPARE(f.jobs->active().size(), 1);
    QCOMPARE(changes.size(), 1);
}

void JobStoreTest::runsDecisionsInTheirTurn()
{
    Fixture f;
    const model::Job job = aJob(u"one"_s);
    QSignalSpy changes(f.jobs.get(), &storage::JobStore::jobChanged);
    const auto submitted = f.jobs->submit(job, u"k"_s, {});
    const auto placed =
        f.jobs->change(job.id, to(model::JobState::Scheduling, model::TimelineCause::Placed));
    model::JobState seen{};
    const auto second = f.jobs->change(job.id, [&](const model::Job &now) {
        seen = now.state;
        return to(model::JobState::Running, model::TimelineCause::Started)(now);
    });
    QVERIFY(!f.jobs->active().contains(job.id));
    QVERIFY(f.await(second));
    QVERIFY(submitted.result() && placed.result());
    QCOMPARE(seen, model::JobState::Scheduling);
    QCOMPARE(f.jobs->active().value(job.id).revision, 3);
    QCOMPARE(changes.size(), 3);
}

void JobStoreTest::refusesWhatTheDecisionRefuses()
{
    Fixture f;
    const model::Job job = aJob(u"one"_s);
    QVERIFY(f.await(f.jobs->submit(job, u"k"_s, {})));
    const auto refused =
        f.jobs->change(job.id, [](const model::Job &) -> Result<storage::JobChange> {
            return Error{ErrorCode::Conflict, u"no"_s, {}};
        });
    const auto fine = f.jobs->submit(aJob(u"two"_s), u"l"_s, {});
    QCOMPARE(f.await(refused).error().code, ErrorCode::Conflict);
    QVERIFY(f.await(fine));
    QCOMPARE(f.jobs->find(job.id)->revision, 1);
    const auto absent = f.jobs->change(model::JobId(QUuid::createUuid()),
                                       to(model::JobState::Killed, model::TimelineCause::Ended));
    QCOMPARE(f.await(absent).error().code, ErrorCode::NotFound);
}

void JobStoreTest::keepsAPasswordUntilTheJobEnds()
{
    Fixture f;
    model::Job job = aJob(u"one"_s);
    job.spec.registry = model::RegistryLogin{u"registry.lab"_s, u"me"_s, u"secret"_s};
    QVERIFY(f.await(f.jobs->submit(job, u"k"_s, "sealed\0bytes"_ba)));
    f.reopen();
    QVERIFY(f.jobs->find(job.id)->spec.registry->password.isEmpty());
    QCOMPARE(*f.jobs->sealedPassword(job.id), "sealed\0bytes"_ba);
    QVERIFY(
        f.await(f.jobs->change(job.id, to(model::JobState::Killed, model::TimelineCause::Ended))));
    QCOMPARE(f.jobs->sealedPassword(job.id).error().code, ErrorCode::NotFound);
}

void JobStoreTest::tellsWhyAJobWaits()
{
    Fixture f;
    const model::Job job = aJob(u"one"_s);
    QVERIFY(f.await(f.jobs->submit(job, u"k"_s, {})));
    QSignalSpy changes(f.jobs.get(), &storage::JobStore::jobChanged);
    model::Reason reason;
    reason.code = model::ReasonCode::NotEnoughInVc;
    reason.asked = 8;
    f.jobs->setWaiting(job.id, reason, 3);
    f.jobs->setWaiting(job.id, reason, 2);
    QVERIFY(changes.wait());
    f.jobs->setWaiting(job.id, reason, 2);
    QCOMPARE(changes.size(), 1);
    const auto page = f.jobs->list({}, {});
    QCOMPARE(page->items.first().position, 2);
    QCOMPARE(page->items.first().reason, reason);
    const auto placed = f.await(
        f.jobs->change(job.id, to(model::JobState::Scheduling, model::TimelineCause::Placed)));
    QVERIFY(!placed->position);
}

void JobStoreTest::survivesACrash()
{
    Fixture f;
    const model::Job job = aJob(u"one"_s);
    QVERIFY(f.await(f.jobs->submit(job, u"k"_s, {})));
    QVERIFY(f.await(
        f.jobs->change(job.id, to(model::JobState::Scheduling, model::TimelineCause::Placed))));
    // What a crash leaves behind: the file and its log as they are while the database is open.
    QTemporaryDir after;
    for (const QString &suffix : {u""_s, u"-wal"_s}) {
        QVERIFY(QFile::copy(f.directory.filePath(u"berth.db"_s + suffix),
                            after.filePath(u"berth.db"_s + suffix)));
    }
    f.open(after.filePath(u"berth.db"_s));
    QCOMPARE(f.jobs->active().value(job.id).state, model::JobState::Scheduling);
    f.close();
}

void JobStoreTest::undoesEverythingWhenTheCommitFails()
{
    Fixture f;
    const model::Job kept = aJob(u"kept"_s);
    QVERIFY(f.await(f.jobs->submit(kept, u"k"_s, {})));
    // A deferred constraint is what makes a COMMIT itself fail.
    const auto poison = [&]() -> Result<> {
        TRY_VOID(f.database->run(u"PRAGMA defer_foreign_keys = ON"_s));
        TRY_VOID(f.database->run(u"INSERT INTO job_secret (job, sealed) VALUES ('none', '')"_s));
        return {};
    };
    const model::Job lost = aJob(u"lost"_s);
    const auto first = f.jobs->submit(lost, u"l"_s, {});
    const auto changed =
        f.jobs->change(kept.id, to(model::JobState::Scheduling, model::TimelineCause::Placed));
    const auto last = f.committer->write(poison);
    QCOMPARE(f.await(last).error().code, ErrorCode::Unavailable);
    QCOMPARE(first.result().error().code, ErrorCode::Unavailable);
    QCOMPARE(changed.result().error().code, ErrorCode::Unavailable);
    QCOMPARE(f.jobs->active().size(), 1);
    QCOMPARE(f.jobs->active().value(kept.id).state, model::JobState::Queued);
    QCOMPARE(f.jobs->find(lost.id).error().code, ErrorCode::NotFound);
    QVERIFY(f.await(f.jobs->submit(lost, u"l"_s, {})));
}

void JobStoreTest::forgetsAFailedCommitEvenWhenNothingCanBeRead()
{
    Fixture f;
    const model::Job job = aJob(u"one"_s);
    const model::Job damaged = aJob(u"damaged"_s);
    QVERIFY(f.await(f.jobs->submit(job, u"k"_s, {})));
    QVERIFY(f.await(f.jobs->submit(damaged, u"l"_s, {})));
    QVERIFY(
        f.database->run(u"UPDATE job SET state = 'none' WHERE id = ?"_s, {damaged.id.toString()}));
    const auto placed =
        f.jobs->change(job.id, to(model::JobState::Scheduling, model::TimelineCause::Placed));
    QVERIFY(!f.await(f.committer->write([&]() -> Result<> {
        TRY_VOID(f.database->run(u"PRAGMA defer_foreign_keys = ON"_s));
        TRY_VOID(f.database->run(u"INSERT INTO job_secret (job, sealed) VALUES ('none', '')"_s));
        return {};
    })));
    QVERIFY(!placed.result());

    std::optional<model::JobState> seen;
    QVERIFY(
        f.await(f.jobs->change(job.id, [&](const model::Job &now) -> Result<storage::JobChange> {
            seen = now.state;
            return to(model::JobState::Killing, model::TimelineCause::KillRequested)(now);
        })));
    QCOMPARE(seen, model::JobState::Queued);
    QCOMPARE(f.jobs->find(job.id)->revision, 2);
}

void JobStoreTest::opensManyJobs()
{
    const auto resident = [] {
        QFile file(u"/proc/self/statm"_s);
        return file.open(QIODevice::ReadOnly)
                   ? file.readAll().split(' ').value(1).toLongLong() * 4096
                   : 0;
    };
    constexpr int kJobs = 100000;
    Fixture f;
    model::Job job = aJob(u"train-1"_s);
    job.spec.command = u"python3 /work/train.py --epochs 100 --data /data/imagenet"_s;
    QVERIFY(f.await(f.jobs->submit(job, u"k"_s, {})));
    QVERIFY(f.database->run(
        u"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "INSERT INTO job SELECT printf('%08x-0000-4000-8000-000000000000', i), owner, owner_name, i, "
        "'train-' || i, vc, kind, state, active, reason, device_type, devices, preemptible, "
        "priority, submitted_at + i, started_at, finished_at, revision, attempt, placement, "
        "exit_code, replace(spec, 'train-1', 'train-' || i), "
        "withdrawn, node_losses, stranded, made_room_for FROM job, n WHERE job.name = 'train-1'"_s,
        {kJobs}));
    f.close();
    const qint64 before = resident();
    QElapsedTimer timer;
    timer.start();
    f.reopen();
    qInfo("opened in %lld ms, %lld bytes of memory a job", timer.elapsed(),
          (resident() - before) / kJobs);
    QCOMPARE(f.jobs->active().size(), kJobs);
}

QTEST_GUILESS_MAIN(JobStoreTest)
#include "tst_jobstore.moc"
