// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/dockerengine.h"

#include "backend/engines/container/ulimits.h"

#include <QHostInfo>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace engines {

namespace {

constexpr auto kLostAfter = 30s;
constexpr auto kLookForDevicesEvery = 60s;
constexpr auto kStopMargin = 30s;
const QString kDeviceFolder = u"/dev"_s;

NodeDevices declared(const DeclaredDevices &devices)
{
    NodeDevices node{devices.type, devices.family, {}};
    for (int i = 0; i < devices.count; ++i)
        node.devices.append({i, true, {}, devices.addresses.value(i)});
    return node;
}

Result<> withoutValue(const Result<DockerResponse> &answer)
{
    if (answer && (answer->status == 304 || answer->status == 404))
        return {};
    const auto response = accepted(answer);
    return response ? Result<>() : Result<>(response.error());
}

} // namespace

DockerEngine::DockerEngine(DockerEngineSettings settings, QObject *parent)
    : ContainerEngine(parent)
    , m_settings(std::move(settings))
    , m_client(m_settings.socketPath)
    , m_containers(m_client, m_settings.installation)
    , m_logs(m_client, m_containers, m_settings.installation)
    , m_usage(m_client)
    , m_watch(m_client, m_settings.socketPath, m_settings.installation)
    , m_access(m_client, m_containers,
               {.installation = m_settings.installation,
                .host = m_settings.address.isEmpty() ? u"127.0.0.1"_s : m_settings.address,
                .addresses = m_settings.listen,
                .ports = m_settings.ports,
                .longestExecution = m_settings.longestExecution})
{
    connect(&m_watch, &EngineWatch::reachableChanged, this, &DockerEngine::takeReachable);
    connect(&m_watch, &EngineWatch::eventSeen, this, &DockerEngine::takeEvent);
    m_lost.setSingleShot(true);
    m_lost.start(kLostAfter);
    connect(&m_lost, &QTimer::timeout, this, &ContainerEngine::changed);
    connect(&m_lookAgain, &QTimer::timeout, this, &DockerEngine::lookForDevices);
    if (m_settings.devices) {
        m_devices = declared(*m_settings.devices);
    } else {
        m_lookAgain.start(kLookForDevicesEvery);
        lookForDevices();
    }
}

DockerEngine::~DockerEngine() = default;

EngineInfo DockerEngine::info() const
{
    return {u"container"_s, m_watch.detail(), m_watch.isReachable()};
}

QFuture<Result<QList<model::Node>>> DockerEngine::nodes()
{
    QList<model::Node> nodes;
    for (const model::NodeName &name : nodeNames())
        nodes.append(node(name));
    return ready<QList<model::Node>>(nodes);
}

QList<model::NodeName> DockerEngine::nodeNames() const
{
    const auto machine =
        m_settings.node.isEmpty() ? model::NodeName(QHostInfo::localHostName()) : m_settings.node;
    if (m_settings.hosts == 1)
        return {machine};
    QList<model::NodeName> names;
    for (int number = 1; number <= m_settings.hosts; ++number)
        names.append(model::NodeName(u"%1-%2"_s.arg(machine.value()).arg(number)));
    return names;
}

model::Node DockerEngine::node(const model::NodeName &name) const
{
    model::Node node;
    node.name = name;
    node.address = m_settings.address.isEmpty() ? u"127.0.0.1"_s : m_settings.address;
    node.deviceType = m_devices.type;
    node.devices = m_devices.devices;
    if (!m_watch.isReachable()) {
        node.state =
            m_watch.silence() >= kLostAfter ? model::NodeState::Lost : model::NodeState::Unhealthy;
        node.detail = m_watch.detail();
    }
    return node;
}

QFuture<Result<StartOutcome>> DockerEngine::start(const TaskSpec &spec)
{
    // Two ways to the same container at once could run its command twice.
    if (const auto start = m_starting.value(spec.key))
        return start->outcome();
    if (!m_watch.version()) {
        return ready<StartOutcome>(
            StartOutcome{.failure = StartFailure::Unavailable,
                         .detail = m_watch.detail(),
                         .status = {.key = spec.key, .startedAt = {}, .finishedAt = {}}});
    }
    const CreateContext context{.installation = m_settings.installation,
                                .brand = m_watch.version()->brand,
                                .network = m_settings.network,
                                .logBytes = m_settings.logBytes,
                                .ulimits = largestUlimits(),
                                .devices =
                                    deviceAccess(m_devices.family, spec.devices, kDeviceFolder)};
    auto *start = new TaskStart(m_client, m_containers, spec, context, m_settings.pull, this);
    m_starting.insert(spec.key, start);
    connect(start, &QObject::destroyed, this, [this, key = spec.key] { m_starting.remove(key); });
    return start->outcome();
}

QFuture<Result<>> DockerEngine::stop(const TaskKey &key, std::chrono::seconds grace)
{
    if (const auto start = m_starting.value(key))
        start->giveUp();
    const Promise<> promise;
    const QByteArray seconds = QByteArray::number(qint64(grace.count()));
    whenDone(m_client.request({.verb = "POST",
                               .path = containerPath(nameOf(key), "/stop?t=" + seconds),
                               .silence = grace + kStopMargin}),
             this, [promise](const Result<DockerResponse> &answer) {
                 promise.finish(withoutValue(answer));
             });
    return promise.future();
}

QFuture<Result<>> DockerEngine::remove(const TaskKey &key)
{
    const Promise<> promise;
    const QString name = nameOf(key);
    m_usage.forget(key);
    whenDone(m_containers.inspect(name), this,
             [this, promise, name](const Result<InspectedContainer> &found) {
                 if (!found && found.error().code == ErrorCode::NotFound)
                     promise.finish({});
                 else if (!found)
                     promise.finish(found.error());
                 else if (found->status.phase == TaskPhase::Running)
                     promise.finish(Error{ErrorCode::Conflict, u"the task is running"_s, {}});
                 else
                     removeEnded(name, promise);
             });
    return promise.future();
}

void DockerEngine::removeEnded(const QString &name, const Promise<> &promise)
{
    whenDone(m_client.request({.verb = "DELETE", .path = containerPath(name, "?v=1&force=1")}),
             this, [promise](const Result<DockerResponse> &answer) {
                 const bool already = answer && answer->status == 409
                                      && engineSentence(answer->body).contains("already"_L1);
                 promise.finish(already ? Result<>() : withoutValue(answer));
             });
}

QFuture<Result<QList<TaskStatus>>> DockerEngine::list()
{
    const auto list = m_containers.list();
    whenDone(list, this, [this](const Result<QList<TaskStatus>> &statuses) {
        if (statuses)
            m_access.takeAll(*statuses);
    });
    return list;
}

QFuture<Result<QList<model::LogLine>>> DockerEngine::log(const TaskKey &key, const LogRange &range)
{
    return m_logs.read(brand(), key, range);
}

std::unique_ptr<LogFollower> DockerEngine::follow(const TaskKey &key, const LogRange &range)
{
    return m_logs.follow(brand(), key, range);
}

QFuture<Result<Execution>> DockerEngine::execute(const TaskKey &key, const QStringList &argv,
                                                 int uid)
{
    return m_access.execute(key, argv, uid);
}

QFuture<Result<bool>> DockerEngine::accepts(const TaskKey &key, int taskPort)
{
    if (const auto error = unreachable())
        return ready<bool>(*error);
    return m_access.accepts(key, taskPort);
}

QFuture<Result<Exposure>> DockerEngine::expose(const TaskKey &key, int taskPort, int port)
{
    if (const auto error = unreachable())
        return ready<Exposure>(*error);
    return m_access.expose(key, taskPort, port);
}

QFuture<Result<>> DockerEngine::conceal(const TaskKey &key, int taskPort)
{
    m_access.conceal(key, taskPort);
    return ready<void>({});
}

std::optional<Error> DockerEngine::unreachable() const
{
    if (!m_watch.traits().isRootless)
        return std::nullopt;
    return Error{ErrorCode::Unavailable,
                 u"the engine runs without root: the network of its containers cannot be reached "
                 "from outside"_s,
                 {}};
}

EngineBrand DockerEngine::brand() const
{
    return m_watch.version() ? m_watch.version()->brand : EngineBrand::Docker;
}

QFuture<Result<TaskUsage>> DockerEngine::usage(const TaskKey &key)
{
    return m_usage.read(key, nameOf(key));
}

void DockerEngine::takeEvent(const ContainerEvent &event)
{
    static const QStringList told{u"create"_s, u"start"_s, u"die"_s, u"died"_s, u"stop"_s};
    if (!told.contains(event.action))
        return;
    whenDone(m_containers.inspect(event.id), this, [this](const Result<InspectedContainer> &found) {
        if (!found || found->installation != m_settings.installation)
            return;
        if (found->status.phase == TaskPhase::Exited)
            m_usage.forget(found->status.key);
        m_access.take(found->status);
        emit taskChanged(found->status);
    });
}

void DockerEngine::takeReachable()
{
    if (m_watch.isReachable())
        m_lost.stop();
    else
        m_lost.start(kLostAfter);
    emit changed();
}

void DockerEngine::lookForDevices()
{
    whenDone(m_search.find(), this, [this](const Result<NodeDevices> &found) {
        if (found)
            takeDevices(*found);
    });
}

void DockerEngine::takeDevices(const NodeDevices &found)
{
    if (found == m_devices)
        return;
    m_devices = found;
    emit changed();
}

QString DockerEngine::nameOf(const TaskKey &key) const
{
    return containerName(m_settings.installation, key);
}

} // namespace engines
