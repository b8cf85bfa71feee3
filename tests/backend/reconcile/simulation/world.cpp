// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using engines::StartFailure;
using engines::TaskKey;
using engines::TaskPhase;

namespace {

constexpr int kWay = 50; // ms that a request or an answer takes at most
constexpr int kLongestPull = 20000;
constexpr int kLongestRun = 90000;
constexpr int kAnswerTimeout = 60000;
constexpr int kLongestOutage = 45000;

QString nameOf(const TaskKey &key)
{
    return u"%1/%2"_s.arg(key.job.toString().left(8)).arg(key.attempt);
}

Error away()
{
    return {ErrorCode::Unavailable, u"the engine is away"_s, {}};
}

} // namespace

World::World(VirtualTime &time, quint64 seed)
    : m_time(time)
    , m_random(seed)
{
    after(between(20000, 120000), [this] { changeWeather(); });
}

int World::between(int least, int most)
{
    // Not std::uniform_int_distribution: that differs from library to library.
    return least + int(m_random() % quint64(most - least + 1));
}

bool World::chance(double probability)
{
    return between(0, 9999) < int(probability * 10000);
}

void World::setCalm()
{
    m_calm = true;
    if (!std::exchange(m_reachable, true) && m_engine)
        emit m_engine->changed();
}

void World::violate(const QString &what)
{
    m_violations.append(u"at %1 ms: %2"_s.arg(m_time.elapsed()).arg(what));
}

bool World::isRunning(const model::JobId &job) const
{
    return std::any_of(m_containers.begin(), m_containers.end(), [&](const auto &entry) {
        return entry.first.key.job == job && entry.second.status.phase == TaskPhase::Running;
    });
}

void World::after(int delay, const std::function<void()> &work)
{
    QTimer::singleShot(std::max(1, delay), &m_alive, work);
}

// Away for a while, or back.
void World::changeWeather()
{
    if (m_calm)
        return;
    m_reachable = !m_reachable;
    if (m_engine)
        emit m_engine->changed();
    after(m_reachable ? between(20000, 300000) : between(100, kLongestOutage),
          [this] { changeWeather(); });
}

engines::StartOutcome World::start(const engines::TaskSpec &spec)
{
    if (spec.image == "missing"_L1)
        return {StartFailure::ImageNotFound, u"no such image"_s, {spec.key, {}, 0, false, {}, {}}};
    if (!m_containers.contains({spec.key}))
        run(spec);
    return {{}, {}, m_containers[{spec.key}].status};
}

void World::run(const engines::TaskSpec &spec)
{
    const Key key{spec.key};
    checkDevices(spec);
    if (++m_started[key] > 1)
        violate(u"%1 ran twice"_s.arg(nameOf(spec.key)));
    if (isRunning(spec.key.job))
        violate(u"%1 runs beside an attempt before it"_s.arg(nameOf(spec.key)));
    ++m_runs;
    auto &container = m_containers[key];
    container.spec = spec;
    container.status = {spec.key, TaskPhase::Running, 0, false, m_time.now(), {}, spec.node};
    container.status.address = u"10.9.0.%1"_s.arg(m_runs);
    tell(container.status);
    const QString command = spec.command.last();
    if (command.startsWith("exit "_L1)) {
        after(between(1, kLongestRun), [this, key, code = command.mid(5).toInt()] {
            if (end(key.key, code))
                m_ownEnds[{key.key.job, key.key.attempt}] = m_time.now();
        });
    }
}

void World::checkDevices(const engines::TaskSpec &spec)
{
    for (const auto &[key, other] : m_containers) {
        if (other.status.phase != TaskPhase::Running || other.spec.node != spec.node)
            continue;
        for (const int device : spec.devices) {
            if (other.spec.devices.contains(device))
                violate(u"%1 and %2 hold device %3"_s.arg(nameOf(key.key), nameOf(spec.key),
                                                          QString::number(device)));
        }
    }
}

void World::stop(const TaskKey &key, std::chrono::seconds grace, const std::function<void()> &done)
{
    const auto it = m_containers.find({key});
    if (it == m_containers.end() || it->second.status.phase != TaskPhase::Running)
        return done();
    const bool obeys = chance(0.7);
    after(obeys ? between(1, 2000) : int(grace.count()) * 1000, [this, key, obeys, done] {
        end(key, obeys ? 143 : 137);
        done();
    });
}

bool World::end(const TaskKey &key, int exitCode)
{
    const auto it = m_containers.find({key});
    if (it == m_containers.end() || it->second.status.phase != TaskPhase::Running)
        return false;
    it->second.status.phase = TaskPhase::Exited;
    it->second.status.exitCode = exitCode;
    it->second.status.finishedAt = m_time.now();
    tell(it->second.status);
    return true;
}

// The news may be late, and so be overtaken, or be lost.
void World::tell(const engines::TaskStatus &status)
{
    if (!m_calm && chance(0.2))
        return;
    after(between(1, chance(0.1) ? 5000 : kWay), [this, status] {
        if (m_engine && m_reachable)
            emit m_engine->taskChanged(status);
    });
}

WorldEngine::WorldEngine(World &world)
    : m_world(world)
{
    world.m_engine = this;
}

template <typename T>
void WorldEngine::answer(const Promise<T> &promise, const Result<T> &result)
{
    const bool isLost = !m_world.m_calm && m_world.chance(0.03);
    QTimer::singleShot(
        isLost ? kAnswerTimeout : m_world.between(1, kWay), this, [promise, result, isLost] {
            if (isLost)
                promise.finish(Error{ErrorCode::TimedOut, u"no answer in time"_s, {}});
            else
                promise.finish(result);
        });
}

template <typename T>
QFuture<Result<T>> WorldEngine::request(const std::function<void(const Promise<T> &)> &work)
{
    const Promise<T> promise;
    // On the world's own legs: what was sent arrives also when the sender is dead.
    m_world.after(m_world.between(1, kWay),
                  [world = &m_world, self = QPointer(this), promise, work] {
                      if (world->m_reachable)
                          work(promise);
                      else if (self)
                          promise.finish(away());
                  });
    return promise.future();
}

engines::EngineInfo WorldEngine::info() const
{
    return {u"world"_s, {}, m_world.m_reachable};
}

QFuture<Result<QList<model::Node>>> WorldEngine::nodes()
{
    QList<model::Node> nodes;
    for (const auto &name : {u"node1"_s, u"node2"_s}) {
        model::Node node;
        node.name = model::NodeName(name);
        node.deviceType = model::DeviceType(u"nvidia_gpu_amd64"_s);
        for (int i = 0; i < 8; ++i)
            node.devices.append({i, true, {}});
        nodes.append(node);
    }
    const Promise<QList<model::Node>> promise;
    answer<QList<model::Node>>(promise, nodes);
    return promise.future();
}

// berthd itself waits for the image and then asks for the container: when it dies meanwhile, nobody
// asks.
QFuture<Result<engines::StartOutcome>> WorldEngine::start(const engines::TaskSpec &spec)
{
    const Promise<engines::StartOutcome> promise;
    m_pulling.insert(spec.key, promise);
    QTimer::singleShot(m_world.between(1, m_world.chance(0.2) ? kLongestPull : 300), this,
                       [this, spec] { askForStart(spec); });
    return promise.future();
}

void WorldEngine::askForStart(const engines::TaskSpec &spec)
{
    if (!m_pulling.contains(spec.key))
        return; // given up
    const auto promise = m_pulling.take(spec.key);
    const auto started =
        request<engines::StartOutcome>([self = QPointer(this), world = &m_world,
                                        spec](const Promise<engines::StartOutcome> &answered) {
            const auto outcome = world->start(spec);
            if (self)
                self->answer<engines::StartOutcome>(answered, outcome);
        });
    whenDone(started, this, [promise](const auto &outcome) { promise.finish(outcome); });
}

QFuture<Result<>> WorldEngine::stop(const TaskKey &key, std::chrono::seconds grace)
{
    if (m_pulling.contains(key)) {
        m_pulling.take(key).finish(engines::StartOutcome{
            StartFailure::Unavailable, u"given up"_s, {key, {}, 0, false, {}, {}}});
    }
    return request<void>(
        [self = QPointer(this), world = &m_world, key, grace](const Promise<> &promise) {
            world->stop(key, grace, [self, promise] {
                if (self)
                    self->answer<void>(promise, {});
            });
        });
}

QFuture<Result<>> WorldEngine::remove(const TaskKey &key)
{
    return request<void>([self = QPointer(this), world = &m_world, key](const Promise<> &promise) {
        Result<> result;
        const auto it = world->m_containers.find({key});
        if (it != world->m_containers.end()) {
            if (it->second.status.phase == TaskPhase::Running)
                result = Error{ErrorCode::Conflict, u"the task is running"_s, {}};
            else
                world->m_containers.erase(it);
        }
        if (self)
            self->answer<void>(promise, result);
    });
}

QFuture<Result<QList<engines::TaskStatus>>> WorldEngine::list()
{
    return request<QList<engines::TaskStatus>>(
        [self = QPointer(this),
         world = &m_world](const Promise<QList<engines::TaskStatus>> &promise) {
            QList<engines::TaskStatus> list;
            for (const auto &[key, container] : world->m_containers)
                list.append(container.status);
            if (self)
                self->answer<QList<engines::TaskStatus>>(promise, list);
        });
}

QFuture<Result<QList<model::LogLine>>> WorldEngine::log(const TaskKey &key,
                                                        const engines::LogRange &)
{
    return request<QList<model::LogLine>>([self = QPointer(this), world = &m_world,
                                           key](const Promise<QList<model::LogLine>> &promise) {
        Result<QList<model::LogLine>> lines = Error{ErrorCode::NotFound, u"no such task"_s, {}};
        if (world->m_containers.contains({key}))
            lines = QList<model::LogLine>{
                {world->m_time.now(), key.task, model::LogStream::Stdout, u"line"_s}};
        if (self)
            self->answer<QList<model::LogLine>>(promise, lines);
    });
}

std::unique_ptr<engines::LogFollower> WorldEngine::follow(const TaskKey &,
                                                          const engines::LogRange &)
{
    return std::make_unique<engines::LogFollower>();
}

QFuture<Result<engines::TaskUsage>> WorldEngine::usage(const TaskKey &)
{
    return ready<engines::TaskUsage>(engines::TaskUsage());
}
