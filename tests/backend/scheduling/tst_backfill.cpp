// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/backfill.h"
#include "randomcluster.h"

#include <QTest>

#include <algorithm>

using namespace scheduling;

namespace {

constexpr unsigned kClusters = 150;

// A cluster whose jobs run for times that nobody knows, until nothing happens any more.
class Simulation
{
public:
    explicit Simulation(unsigned seed);

    const Snapshot &now() const { return m_now; }
    const Plan &latest() const { return m_plan; }
    int time() const { return m_time; }

    bool step(); // the next end, and the plan after it; false when nothing runs
    int endOf(const model::JobId &job) const { return m_ends.value(job); }

private:
    void replan();

    const unsigned m_seed;
    Snapshot m_now;
    Plan m_plan;
    QHash<model::JobId, int> m_ends;
    int m_time = 0;
};

Simulation::Simulation(unsigned seed)
    : m_seed(seed)
    , m_now(randomCluster(seed))
{
    for (NodeView &node : m_now.nodes)
        node.schedulable = true;
    for (unsigned i = 0; i < 30; ++i) {
        QueuedJob job = randomJob(seed * 100 + i);
        job.id = model::JobId(QUuid(3, ushort(i), 0, 0, 0, 0, 0, 0, 0, 0, 0));
        m_now.queue.append(job);
    }
    replan();
}

void Simulation::replan()
{
    m_plan = scheduling::plan(m_now);
    m_now = applied(m_now, m_plan);
    for (const RunningJob &job : std::as_const(m_now.running)) {
        const int time = int(qHash(job.id, m_seed) % 100);
        if (!m_ends.contains(job.id))
            m_ends.insert(job.id, m_time + 1 + time);
        if (job.leavesFor) // all that leave do so within their grace
            m_ends[job.id] = std::min(m_ends[job.id], m_time + 1 + time % 3);
    }
}

bool Simulation::step()
{
    if (m_now.running.isEmpty())
        return false;
    const auto next = std::min_element(
        m_now.running.cbegin(), m_now.running.cend(), [&](const auto &a, const auto &b) {
            return std::pair(endOf(a.id), a.id) < std::pair(endOf(b.id), b.id);
        });
    const model::JobId id = next->id;
    m_time = m_ends.take(id);
    m_now = gone(m_now, id);
    replan();
    return true;
}

// When all have ended that hold a device which is kept for the job, or make room for it.
int endOfHolders(const Simulation &simulation, const Reservation &reservation)
{
    int end = simulation.time();
    for (const RunningJob &job : simulation.now().running) {
        if (job.leavesFor == reservation.job)
            end = std::max(end, simulation.endOf(job.id));
        for (const Holding &holding : job.holdings) {
            for (const Holding &kept : reservation.devices) {
                if (holding.node == kept.node && (holding.devices & kept.devices) != 0)
                    end = std::max(end, simulation.endOf(job.id));
            }
        }
    }
    return end;
}

} // namespace

class BackfillTest final : public QObject
{
    Q_OBJECT

private slots:
    void sparesWhatNoOrderOfEndsNeeds();
    void neverDelaysTheFirst();
    void startsEverybodyInTheEnd();
};

void BackfillTest::sparesWhatNoOrderOfEndsNeeds()
{
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        std::vector<int> sizes(random() % 9);
        for (int &size : sizes)
            size = 1 + int(random() % 8);
        const int missing = int(random() % 24) - 4;
        int least = std::max(0, -missing);
        bool found = missing <= 0;
        for (unsigned set = 0; set < 1U << sizes.size(); ++set) {
            int sum = 0;
            for (size_t i = 0; i < sizes.size(); ++i)
                sum += (set >> i & 1U) != 0 ? sizes[i] : 0;
            if (missing > 0 && sum >= missing && (!found || sum - missing < least)) {
                least = sum - missing;
                found = true;
            }
        }
        QCOMPARE(spareBeside(missing, sizes), found ? least : 0);
    }
}

// A job that is first in its queue starts at the latest when the devices have been given up that
// were kept for it in the beginning, whatever else starts meanwhile.
void BackfillTest::neverDelaysTheFirst()
{
    int kept = 0;
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        Simulation simulation(seed);
        QHash<model::JobId, int> latest;
        do {
            for (const Waiting &waiting : simulation.latest().waiting) {
                QVERIFY(!latest.contains(waiting.job)
                        || simulation.time() <= latest.value(waiting.job));
                const auto &kepts = simulation.latest().reservations;
                const auto mine =
                    std::find_if(kepts.cbegin(), kepts.cend(), [&](const Reservation &reservation) {
                        return reservation.job == waiting.job;
                    });
                if (waiting.position != 1 || mine == kepts.cend() || latest.contains(waiting.job))
                    continue;
                ++kept;
                latest.insert(waiting.job, endOfHolders(simulation, *mine));
            }
        } while (simulation.step());
    }
    QVERIFY(kept > 100);
}

void BackfillTest::startsEverybodyInTheEnd()
{
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        Simulation simulation(seed);
        while (simulation.step()) { }
        for (const Waiting &waiting : simulation.latest().waiting) {
            // What is left asks for more than there is, now or ever.
            Snapshot alone = simulation.now();
            alone.queue.removeIf([&](const QueuedJob &job) { return job.id != waiting.job; });
            QVERIFY(scheduling::plan(alone).start.isEmpty());
        }
    }
}

QTEST_GUILESS_MAIN(BackfillTest)
#include "tst_backfill.moc"
