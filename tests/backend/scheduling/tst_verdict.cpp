// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/verdict.h"
#include "randomcluster.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace scheduling;
using model::ReasonCode;

namespace {

QuotaView &quotaOf(Snapshot &snapshot, const QueuedJob &job)
{
    for (QuotaView &quota : snapshot.quotas) {
        if (quota.vc == job.vc && quota.deviceType == job.deviceType)
            return quota;
    }
    snapshot.quotas.append({job.vc, *job.deviceType, 0, 0});
    return snapshot.quotas.last();
}

void addNodes(Snapshot &snapshot, const QueuedJob &job, int count)
{
    for (; count > 0; --count) {
        NodeView node;
        node.name = model::NodeName(u"more%1"_s.arg(snapshot.nodes.size()));
        node.deviceType = job.deviceType;
        node.devices = node.healthy = 0xffff;
        snapshot.nodes.append(node);
    }
}

// Does what the reason says would help, and no more. A larger quota of one VC is a smaller one for
// nobody; new nodes are large.
Snapshot remedied(Snapshot snapshot, const QueuedJob &job, const model::Reason &reason)
{
    switch (reason.code) {
    case ReasonCode::NotEnoughInVc:
        quotaOf(snapshot, job).deviceNumber += reason.asked - reason.free;
        break;
    case ReasonCode::MoreThanVc:
        quotaOf(snapshot, job).deviceNumber += reason.asked - reason.total;
        break;
    case ReasonCode::UserLimit:
        quotaOf(snapshot, job).maxAvailable += reason.asked - reason.free;
        break;
    case ReasonCode::MoreThanUserLimit:
        quotaOf(snapshot, job).maxAvailable += reason.asked - reason.total;
        break;
    case ReasonCode::NotEnoughNodes:
        addNodes(snapshot, job, reason.asked - reason.free);
        break;
    case ReasonCode::TooFewNodes:
        addNodes(snapshot, job, reason.asked - reason.total);
        break;
    case ReasonCode::NoNodeHasRoom:
    case ReasonCode::NoRingHasRoom:
    case ReasonCode::NeverFits:
    case ReasonCode::NoSuchDevices:
        addNodes(snapshot, job, 1);
        break;
    case ReasonCode::HeldForEarlierJob:
        snapshot.queue.removeIf(
            [&](const QueuedJob &queued) { return queued.id.toString() == reason.subject; });
        break;
    case ReasonCode::FreedByPreemption: {
        const QList<RunningJob> running = snapshot.running;
        for (const RunningJob &leaving : running) {
            if (leaving.leavesFor == job.id)
                snapshot = gone(snapshot, leaving.id);
        }
        break;
    }
    default:
        break;
    }
    return snapshot;
}

} // namespace

class VerdictTest final : public QObject
{
    Q_OBJECT

private slots:
    void isWhatThePlanThenDoes();
    void neverMeansNever();
    void saysWhatHelps();
};

void VerdictTest::isWhatThePlanThenDoes()
{
    QHash<model::Outlook, int> seen;
    for (unsigned seed = 0; seed < 10'000; ++seed) {
        const Snapshot snapshot = randomCluster(seed / 10, 6);
        const QueuedJob job = randomJob(seed);
        const Verdict verdict = dryRun(snapshot, job);
        ++seen[verdict.outlook];

        Snapshot with = snapshot;
        with.queue.prepend(job);
        const Plan plan = scheduling::plan(with);
        const Snapshot after = applied(with, plan);
        const bool runs =
            std::any_of(after.running.cbegin(), after.running.cend(),
                        [&](const RunningJob &running) { return running.id == job.id; });
        QCOMPARE(runs, verdict.outlook == model::Outlook::Starts);
        QList<model::JobId> victims;
        for (const RunningJob &running : after.running) {
            if (running.leavesFor == job.id)
                victims.append(running.id);
        }
        std::sort(victims.begin(), victims.end());
        QCOMPARE(victims, verdict.victims);
        for (const Start &start : plan.start)
            QVERIFY(start.job != job.id || start.placement == verdict.placement);
        for (const Waiting &waiting : plan.waiting) {
            if (waiting.job == job.id) {
                QCOMPARE(waiting.reason, verdict.reason);
                QCOMPARE(waiting.position, verdict.position);
            }
        }
    }
    QCOMPARE(seen.size(), 4);
}

void VerdictTest::neverMeansNever()
{
    for (unsigned seed = 0; seed < 2000; ++seed) {
        Snapshot snapshot = randomCluster(seed / 10, 6);
        const QueuedJob job = randomJob(seed);
        const bool never = dryRun(snapshot, job).outlook == model::Outlook::Never;
        snapshot.running.clear();
        snapshot.reservations.clear();
        snapshot.queue.clear();
        for (NodeView &node : snapshot.nodes) {
            node.schedulable = true;
            node.healthy = node.devices;
        }
        QCOMPARE(dryRun(snapshot, job).outlook,
                 never ? model::Outlook::Never : model::Outlook::Starts);
    }
}

// Doing what the reasons ask for, one after the other, starts the job. Others may come first where
// there is something new, so that one reason can have several turns.
void VerdictTest::saysWhatHelps()
{
    for (unsigned seed = 0; seed < 1500; ++seed) {
        Snapshot snapshot = randomCluster(seed, 6);
        const QueuedJob job = randomJob(seed);
        if (!job.deviceType || job.devices == 0)
            continue;
        snapshot.queue.append(job);
        QStringList said;
        for (qsizetype turns = 2 * snapshot.queue.size() + 8;; --turns) {
            const Plan plan = scheduling::plan(snapshot);
            const Verdict verdict = verdictOn(job, plan);
            if (verdict.outlook == model::Outlook::Starts)
                break;
            said.append(json::nameOf(verdict.reason->code));
            QVERIFY2(turns > 0, qPrintable(u"%1: %2"_s.arg(seed).arg(said.join(u' '))));
            snapshot = remedied(applied(snapshot, plan), job, *verdict.reason);
        }
    }
}

QTEST_GUILESS_MAIN(VerdictTest)
#include "tst_verdict.moc"
