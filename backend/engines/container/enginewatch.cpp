// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/enginewatch.h"

#include "core/base/log.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace engines {

namespace {

constexpr auto kFirstPause = 200ms;
constexpr auto kLongestPause = 5000ms;
constexpr auto kPingEvery = 5s;
constexpr auto kLongestPing = 10s;
constexpr qsizetype kLongestEvent = 1024 * 1024;

} // namespace

QStringList usualSockets()
{
    QStringList paths;
    const QString host = qEnvironmentVariable("DOCKER_HOST");
    if (host.startsWith("unix://"_L1))
        paths.append(host.mid(7));
    paths.append(u"/run/podman/podman.sock"_s);
    if (const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR"); !runtime.isEmpty())
        paths.append(runtime + u"/podman/podman.sock"_s);
    paths.append(u"/var/run/docker.sock"_s);
    return paths;
}

EngineWatch::EngineWatch(DockerClient &client, const QString &socketPath, QString installation,
                         QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_installation(std::move(installation))
    , m_candidates(socketPath.isEmpty() || socketPath == "auto"_L1 ? usualSockets()
                                                                   : QStringList{socketPath})
    , m_reason(u"the engine has not answered yet"_s)
    , m_pause(kFirstPause)
{
    m_client.setSocketPath(m_candidates.first());
    m_lostFor.start();
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &EngineWatch::probe);
    m_ping.setInterval(kPingEvery);
    connect(&m_ping, &QTimer::timeout, this, &EngineWatch::ping);
    probe();
}

QString EngineWatch::detail() const
{
    return m_reachable && m_version ? m_version->text : m_reason;
}

std::chrono::milliseconds EngineWatch::silence() const
{
    return std::chrono::milliseconds(m_reachable ? 0 : m_lostFor.elapsed());
}

void EngineWatch::probe()
{
    m_candidate = 0;
    probeNext();
}

void EngineWatch::probeNext()
{
    m_client.setSocketPath(m_candidates.at(m_candidate));
    whenDone(m_client.request({.path = "/v1.41/version", .silence = kLongestPing}), this,
             [this](const Result<DockerResponse> &answer) { takeVersion(answer); });
}

void EngineWatch::takeVersion(const Result<DockerResponse> &answer)
{
    const auto version =
        answer.andThen([](const DockerResponse &response) { return decodeVersion(response.body); });
    if (version) {
        m_version = *version;
        askForTraits();
        listen();
        return;
    }
    if (++m_candidate < m_candidates.size()) {
        probeNext();
        return;
    }
    QString reason = version.error().detail;
    if (m_candidates.size() > 1)
        reason = u"no container engine answers at "_s % m_candidates.join(u", "_s);
    lose(reason);
}

void EngineWatch::askForTraits()
{
    whenDone(m_client.request({.path = "/v1.41/info"}), this,
             [this](const Result<DockerResponse> &answer) {
                 const auto traits = answer.andThen(
                     [](const DockerResponse &response) { return decodeTraits(response.body); });
                 if (!traits)
                     return;
                 m_traits = *traits;
                 if (!m_traits.keepsContainers)
                     qCWarning(logEngine) << "running jobs end when Docker's daemon restarts: set"
                                          << "live-restore in its daemon.json";
             });
}

void EngineWatch::listen()
{
    hangUp();
    auto call = m_client.stream(
        {.path = "/v1.41/events?" + installationFilter(m_installation), .silence = 0ms});
    m_events = call.release();
    m_events->setParent(this);
    m_unread.clear();
    connect(m_events, &DockerCall::headRead, this, [this](int status) {
        if (status == 200)
            setReachable(true);
    });
    connect(m_events, &DockerCall::bodyRead, this, &EngineWatch::readEvents);
    connect(m_events, &DockerCall::finished, this, [this](const std::optional<Error> &error) {
        lose(error ? error->detail : u"the engine closed the connection"_s);
    });
    m_ping.start();
}

void EngineWatch::readEvents(const QByteArray &bytes)
{
    m_unread += bytes;
    for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
        const auto event = decodeEvent(m_unread.left(end));
        m_unread.remove(0, end + 1);
        if (event && event->installation == m_installation)
            emit eventSeen(*event);
    }
    if (m_unread.size() > kLongestEvent)
        m_unread.clear();
}

void EngineWatch::ping()
{
    whenDone(m_client.request({.path = "/v1.41/_ping", .silence = kLongestPing}), this,
             [this, asked = m_events](const Result<DockerResponse> &answer) {
                 if (!asked || asked != m_events)
                     return; // of a connection that has gone meanwhile
                 if (!answer)
                     lose(answer.error().detail);
                 else
                     setReachable(true); // an engine may keep back the head of its events
             });
}

void EngineWatch::lose(const QString &reason)
{
    hangUp();
    m_ping.stop();
    m_reason = reason;
    m_retry.start(m_pause);
    m_pause = std::min(m_pause * 2, std::chrono::milliseconds(kLongestPause));
    setReachable(false);
}

void EngineWatch::setReachable(bool reachable)
{
    if (reachable)
        m_pause = kFirstPause;
    if (std::exchange(m_reachable, reachable) == reachable)
        return;
    m_lostFor.start();
    if (reachable)
        qCInfo(logEngine) << m_version->text << "answers at" << m_client.socketPath();
    else
        qCWarning(logEngine) << "container engine lost:" << m_reason;
    emit reachableChanged();
}

void EngineWatch::hangUp()
{
    if (!m_events)
        return;
    m_events->disconnect(this);
    m_events->deleteLater();
    m_events.clear();
}

} // namespace engines
