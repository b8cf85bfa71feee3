// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/simulatedlog.h"

#include "backend/engines/simulated/virtualtime.h"

#include <QPointer>

#include <algorithm>

namespace engines {

namespace {

std::chrono::milliseconds passed(const VirtualContainers::Container &container,
                                 const QDateTime &now)
{
    const QDateTime until = container.status.finishedAt.value_or(now);
    return std::chrono::milliseconds(container.status.startedAt->msecsTo(until));
}

qint64 written(const VirtualContainers::Container &container, const QDateTime &now)
{
    if (!container.status.startedAt)
        return 0;
    return container.behaviour.transcript.count(passed(container, now));
}

// The first line of the range, of those that are written.
qint64 firstOf(const VirtualContainers::Container &container, const LogRange &range, qint64 count)
{
    qint64 first = 0;
    if (range.after && container.status.startedAt) {
        const std::chrono::milliseconds after(container.status.startedAt->msecsTo(*range.after));
        qint64 end = count;
        while (first < end) {
            const qint64 middle = (first + end) / 2;
            if (container.behaviour.transcript.line(middle).at > after)
                end = middle;
            else
                first = middle + 1;
        }
    }
    return range.tail < 0 ? first : std::max(first, count - range.tail);
}

QList<model::LogLine> lines(const VirtualContainers::Container &container, qint64 first,
                            qint64 count)
{
    QList<model::LogLine> list;
    list.reserve(std::max<qint64>(0, count - first));
    for (qint64 number = first; number < count; ++number) {
        const TimedLine line = container.behaviour.transcript.line(number);
        list.append({container.status.startedAt->addMSecs(line.at.count()), container.spec.key.task,
                     line.stream, line.text});
    }
    return list;
}

} // namespace

QList<model::LogLine> linesOf(const VirtualContainers::Container &container, const LogRange &range,
                              const QDateTime &now)
{
    const qint64 count = written(container, now);
    return lines(container, firstOf(container, range, count), count);
}

SimulatedFollower::SimulatedFollower(SimulatedCluster &cluster, VirtualContainers::Key key,
                                     LogRange range)
    : m_cluster(cluster)
    , m_key(std::move(key))
    , m_range(std::move(range))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &SimulatedFollower::look);
    const auto hear = [this](const QString &installation, const TaskKey &task) {
        if (m_key == VirtualContainers::Key{installation, task})
            lookSoon();
    };
    connect(&cluster.containers(), &VirtualContainers::taskChanged, this,
            [hear](const QString &installation, const TaskStatus &status) {
                hear(installation, status.key);
            });
    connect(&cluster.containers(), &VirtualContainers::taskRemoved, this, hear);
    connect(&cluster.nodes(), &VirtualNodes::changed, this, &SimulatedFollower::lookSoon);
    connect(&cluster.nodes(), &VirtualNodes::reachableChanged, this, &SimulatedFollower::lookSoon);
    lookSoon();
}

void SimulatedFollower::lookSoon()
{
    m_soon.start();
}

Result<const VirtualContainers::Container *> SimulatedFollower::find()
{
    if (!m_cluster.nodes().isReachable())
        return Error{ErrorCode::Unavailable, QStringLiteral("the cluster does not answer"), {}};
    return m_cluster.containers().find(m_key);
}

void SimulatedFollower::look()
{
    if (m_ended)
        return;
    m_cluster.time().cancel(m_wake);
    const auto found = find();
    if (!found)
        return finish(found.error());
    const VirtualContainers::Container container = **found;
    const QDateTime now = m_cluster.time().now();
    const qint64 count = written(container, now);
    const qint64 first = m_told ? *m_told : firstOf(container, m_range, count);
    m_told = count;
    const QPointer<SimulatedFollower> self(this);
    if (first < count)
        emit linesWritten(lines(container, first, count));
    if (!self)
        return;
    if (container.status.phase == TaskPhase::Exited)
        return finish(std::nullopt);
    const auto next = container.behaviour.transcript.next(count);
    if (next && container.status.startedAt) {
        m_wake = m_cluster.time().at(container.status.startedAt->addMSecs(next->count()), this,
                                     [this] { look(); });
    }
}

void SimulatedFollower::finish(const std::optional<Error> &error)
{
    m_ended = true;
    emit ended(error);
}

} // namespace engines
