// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/virtualcontainers.h"

#include "backend/engines/simulated/virtualtime.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace engines {

namespace {

constexpr int kKilled = 137; // 128 + SIGKILL
constexpr int kAsked = 143; // 128 + SIGTERM

Error silentNode(const model::NodeName &node)
{
    return {ErrorCode::Unavailable, u"node %1 does not answer"_s.arg(node.value()), {}};
}

StartOutcome unavailable(const QString &detail)
{
    return {StartFailure::Unavailable, detail, {}};
}

// Of the start with this number, in the network of containers: 100.64.0.1 and so on.
QString addressOf(quint64 number)
{
    constexpr quint64 kHosts = 254;
    const quint64 net = number / kHosts;
    return u"100.%1.%2.%3"_s.arg(64 + net / 256 % 64).arg(net % 256).arg(number % kHosts + 1);
}

// Why the task cannot be on the node, if it cannot.
std::optional<StartOutcome> misfit(const TaskSpec &spec, const model::Node &node)
{
    for (const int index : spec.devices) {
        if (index < 0 || index >= node.devices.size()) {
            return StartOutcome{StartFailure::Refused,
                                u"%1 has no device %2"_s.arg(node.name.value()).arg(index),
                                {}};
        }
        if (!node.devices.at(index).healthy)
            return unavailable(
                u"device %1 of %2 does not answer"_s.arg(index).arg(node.name.value()));
    }
    return std::nullopt;
}

} // namespace

VirtualContainers::VirtualContainers(VirtualTime &time, const Simulation &simulation,
                                     VirtualNodes &nodes, QObject *parent)
    : QObject(parent)
    , m_time(time)
    , m_simulation(simulation)
    , m_nodes(nodes)
{
    connect(&nodes, &VirtualNodes::crashed, this, &VirtualContainers::crash);
    connect(&nodes, &VirtualNodes::returned, this, &VirtualContainers::hearAll);
}

VirtualContainers::~VirtualContainers()
{
    for (const Container &container : std::as_const(m_containers)) {
        if (container.starting)
            container.starting->finish(unavailable(u"the simulation has ended"_s));
        for (const auto &promise : container.stopping)
            promise.finish(Error{ErrorCode::Unavailable, u"the simulation has ended"_s, {}});
    }
}

QFuture<Result<StartOutcome>> VirtualContainers::start(const QString &installation,
                                                       const TaskSpec &spec)
{
    const Key key{installation, spec.key};
    const model::Node *node = m_nodes.find(spec.node);
    if (!node) {
        return ready<StartOutcome>(StartOutcome{
            StartFailure::Refused, u"there is no node %1"_s.arg(spec.node.value()), {}});
    }
    if (m_nodes.isSilent(node->name))
        return ready<StartOutcome>(unavailable(silentNode(node->name).detail));
    if (const auto known = m_containers.constFind(key); known != m_containers.constEnd()) {
        return known->starting ? known->starting->future()
                               : ready<StartOutcome>(StartOutcome{{}, {}, known->status});
    }
    if (const auto refused = misfit(spec, *node))
        return ready<StartOutcome>(*refused);
    return begin(key, spec, *node);
}

QFuture<Result<StartOutcome>> VirtualContainers::begin(const Key &key, const TaskSpec &spec,
                                                       const model::Node &node)
{
    const quint64 number = m_starts++;
    Container &container = m_containers[key];
    container.spec = spec;
    container.spec.node = node.name;
    container.status.key = spec.key;
    container.status.node = node.name;
    container.status.address = addressOf(number);
    container.heard = container.status;
    container.behaviour = behaviourOf(m_simulation, container.spec, number);
    Random dice = Random::of(~m_simulation.seed, number);
    if (dice.uniform() < m_nodes.failingShare())
        container.behaviour.refusal = unavailable(u"no answer in time"_s);
    container.starting.emplace();
    const auto time = container.behaviour.startTime * m_nodes.slowness();
    const auto future = container.starting->future();
    container.next =
        m_time.at(m_time.now().addMSecs(qint64(time.count())), this, [this, key] { run(key); });
    return future;
}

void VirtualContainers::run(const Key &key)
{
    const auto it = m_containers.find(key);
    if (it == m_containers.end() || !it->starting)
        return;
    if (m_nodes.isSilent(it->spec.node))
        return fail(key, unavailable(silentNode(it->spec.node).detail));
    if (it->behaviour.refusal)
        return fail(key, *it->behaviour.refusal);
    it->status.phase = TaskPhase::Running;
    it->status.startedAt = m_time.now();
    const StartOutcome outcome{{}, {}, it->status};
    const auto promise = *std::exchange(it->starting, std::nullopt);
    if (it->behaviour.length) {
        it->next =
            m_time.at(m_time.now().addMSecs(it->behaviour.length->count()), this, [this, key] {
                const auto running = m_containers.constFind(key);
                end(key, running->behaviour.exitCode, running->behaviour.outOfMemory);
            });
    }
    tell(key);
    promise.finish(outcome);
}

void VirtualContainers::fail(const Key &key, StartOutcome outcome)
{
    const Container container = m_containers.take(key);
    m_time.cancel(container.next);
    container.starting->finish(std::move(outcome));
    emit taskRemoved(key.installation, key.task);
}

void VirtualContainers::end(const Key &key, int exitCode, bool outOfMemory)
{
    Container &container = m_containers[key];
    if (container.status.phase != TaskPhase::Running)
        return;
    m_time.cancel(container.next);
    container.status.phase = TaskPhase::Exited;
    container.status.exitCode = exitCode;
    container.status.outOfMemory = outOfMemory;
    container.status.finishedAt = m_time.now();
    const bool isScript = CommandScript::parse(container.spec.command).has_value();
    const std::chrono::milliseconds passed(
        container.status.startedAt->msecsTo(*container.status.finishedAt));
    container.behaviour.transcript.close(passed, isScript ? QList<TimedLine>()
                                                          : lastWords(container.status));
    const auto waiting = std::exchange(container.stopping, {});
    tell(key);
    for (const auto &promise : waiting)
        promise.finish({});
}

QFuture<Result<>> VirtualContainers::stop(const Key &key, std::chrono::seconds grace)
{
    const auto it = m_containers.find(key);
    if (it == m_containers.end())
        return ready<void>({});
    if (m_nodes.isSilent(it->spec.node))
        return ready<void>(silentNode(it->spec.node));
    if (it->starting)
        fail(key, unavailable(u"the start was given up"_s));
    else if (it->status.phase == TaskPhase::Running)
        return askToEnd(key, *it, grace);
    return ready<void>({});
}

QFuture<Result<>> VirtualContainers::askToEnd(const Key &key, Container &container,
                                              std::chrono::seconds grace)
{
    const Promise<> promise;
    container.stopping.append(promise);
    const bool isKilled = container.behaviour.isStubborn || container.behaviour.stopTime >= grace;
    const auto time = isKilled ? std::chrono::milliseconds(grace) : container.behaviour.stopTime;
    m_time.at(m_time.now().addMSecs(time.count()), this, [this, key, isKilled] {
        if (m_containers.contains(key))
            end(key, isKilled ? kKilled : kAsked, false);
    });
    return promise.future();
}

Result<> VirtualContainers::remove(const Key &key)
{
    const auto it = m_containers.constFind(key);
    if (it == m_containers.constEnd())
        return {};
    if (m_nodes.isSilent(it->spec.node))
        return silentNode(it->spec.node);
    if (it->starting || it->status.phase == TaskPhase::Running)
        return Error{ErrorCode::Conflict, u"the container is running"_s, {}};
    m_containers.erase(it);
    emit taskRemoved(key.installation, key.task);
    return {};
}

QList<TaskStatus> VirtualContainers::list(const QString &installation) const
{
    QList<TaskStatus> list;
    for (auto it = m_containers.begin(); it != m_containers.end(); ++it) {
        if (it.key().installation == installation)
            list.append(it->heard);
    }
    return list;
}

Result<const VirtualContainers::Container *> VirtualContainers::find(const Key &key) const
{
    const auto it = m_containers.constFind(key);
    if (it == m_containers.constEnd())
        return Error{ErrorCode::NotFound, u"there is no such container"_s, {}};
    if (m_nodes.isSilent(it->spec.node))
        return silentNode(it->spec.node);
    return &*it;
}

Result<const VirtualContainers::Container *> VirtualContainers::findRunning(const Key &key) const
{
    TRY_ASSIGN(const Container *container, find(key));
    if (container->status.phase != TaskPhase::Running)
        return Error{ErrorCode::NotFound, u"the container does not run"_s, {}};
    return container;
}

void VirtualContainers::tell(const Key &key)
{
    Container &container = m_containers[key];
    if (m_nodes.isSilent(container.spec.node))
        return;
    container.heard = container.status;
    const TaskStatus status = container.status; // who listens may remove it
    emit taskChanged(key.installation, status);
}

void VirtualContainers::crash(const model::NodeName &node)
{
    const auto keys = m_containers.keys();
    for (const Key &key : keys) {
        if (m_containers.value(key).spec.node == node)
            end(key, kKilled, false);
    }
}

void VirtualContainers::hearAll(const model::NodeName &node)
{
    const auto keys = m_containers.keys();
    for (const Key &key : keys) {
        const auto it = m_containers.constFind(key);
        if (it != m_containers.constEnd() && it->spec.node == node && it->heard != it->status)
            tell(key);
    }
}

} // namespace engines
