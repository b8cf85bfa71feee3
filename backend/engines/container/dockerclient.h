// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/responsereader.h"
#include "core/base/async.h"

#include <QList>
#include <QLocalSocket>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <optional>

namespace engines {

struct DockerRequest
{
    QByteArray verb = "GET";
    QByteArray path; // with its query, percent-encoded
    QByteArray body = {};
    QByteArray contentType = "application/json";
    QByteArray registryAuth = {}; // the header X-Registry-Auth, when not empty
    std::chrono::milliseconds silence =
        std::chrono::seconds(60); // longest wait for a byte; 0: none
};

struct DockerResponse
{
    int status = 0;
    QByteArray body;

    bool isSuccess() const { return status >= 200 && status < 300; }
};

// One request on a connection of its own. Starts when the event loop runs; destroying it hangs up.
class DockerCall final : public QObject
{
    Q_OBJECT

public:
    DockerCall(QString socketPath, DockerRequest request, QObject *parent = nullptr);
    ~DockerCall() override;

    int status() const { return m_reader.status(); }

signals:
    void headRead(int status);
    void bodyRead(const QByteArray &bytes);
    // Once. Unavailable when nothing answers or the connection broke, TimedOut after the silence.
    void finished(const std::optional<Error> &error);

private:
    void start();
    void read();
    void readEnd();
    void fail(QLocalSocket::LocalSocketError error);
    void finish(const std::optional<Error> &error);

    QString m_socketPath;
    DockerRequest m_request;
    ResponseReader m_reader;
    QLocalSocket m_socket;
    QTimer m_silence;
    bool m_headTold = false;
    bool m_finished = false;
};

// Speaks to one engine over its unix socket.
class DockerClient final : public QObject
{
    Q_OBJECT

public:
    explicit DockerClient(QString socketPath, QObject *parent = nullptr);

    const QString &socketPath() const { return m_socketPath; }
    void setSocketPath(const QString &path) { m_socketPath = path; }

    // The whole answer, whatever its status. Fails as DockerCall does, and with TooLarge when the
    // body is larger than 256 MiB. Hangs up when the owner goes; the client is the owner unless told.
    QFuture<Result<DockerResponse>> request(const DockerRequest &request, QObject *owner = nullptr);

    // An answer to be read as it comes. The caller owns it.
    std::unique_ptr<DockerCall> stream(const DockerRequest &request) const;

private:
    QString m_socketPath;
};

} // namespace engines
