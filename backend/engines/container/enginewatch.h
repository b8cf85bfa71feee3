// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/dockerclient.h"
#include "backend/engines/container/dockerjson.h"

#include <QElapsedTimer>

namespace engines {

// Finds the engine's socket, knows whether it answers and listens to its events; comes back by
// itself when the engine does.
class EngineWatch final : public QObject
{
    Q_OBJECT

public:
    // An empty path or "auto": the first that answers of $DOCKER_HOST and the usual sockets.
    EngineWatch(DockerClient &client, const QString &socketPath, QString installation,
                QObject *parent = nullptr);

    bool isReachable() const { return m_reachable; }
    const std::optional<EngineVersion> &version() const { return m_version; } // latest seen
    const EngineTraits &traits() const { return m_traits; } // latest seen
    QString detail() const; // "podman 4.3.1", or why nothing answers
    std::chrono::milliseconds silence() const; // since when it does not answer

signals:
    void reachableChanged();
    void eventSeen(const engines::ContainerEvent &event);

private:
    void probe();
    void probeNext();
    void takeVersion(const Result<DockerResponse> &answer);
    void askForTraits();
    void listen();
    void readEvents(const QByteArray &bytes);
    void ping();
    void lose(const QString &reason);
    void setReachable(bool reachable);
    void hangUp();

    DockerClient &m_client;
    QString m_installation;
    QStringList m_candidates;
    qsizetype m_candidate = 0;
    bool m_reachable = false;
    std::optional<EngineVersion> m_version;
    EngineTraits m_traits;
    QString m_reason;
    QElapsedTimer m_lostFor;
    QPointer<DockerCall> m_events;
    QByteArray m_unread;
    QTimer m_retry;
    QTimer m_ping;
    std::chrono::milliseconds m_pause;
};

// Where an engine may listen, most wanted first. Pure but for the environment.
QStringList usualSockets();

} // namespace engines
