// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/dockerclient.h"

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

constexpr qsizetype kLargestAnswer = 256 * 1024 * 1024;

QByteArray head(const DockerRequest &request)
{
    QByteArray text = request.verb + ' ' + request.path + " HTTP/1.1\r\nHost: engine\r\n"
                      + "Connection: close\r\n";
    if (!request.registryAuth.isEmpty())
        text += "X-Registry-Auth: " + request.registryAuth + "\r\n";
    if (!request.body.isEmpty())
        text += "Content-Type: " + request.contentType + "\r\n";
    if (request.verb != "GET")
        text += "Content-Length: " + QByteArray::number(request.body.size()) + "\r\n";
    return text + "\r\n";
}

// Gathers one answer and lives as long as its call.
struct Gathering
{
    Promise<DockerResponse> promise;
    QByteArray body;
};

} // namespace

DockerCall::DockerCall(QString socketPath, DockerRequest request, QObject *parent)
    : QObject(parent)
    , m_socketPath(std::move(socketPath))
    , m_request(std::move(request))
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_request.silence);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        finish(Error{ErrorCode::TimedOut, u"the engine did not answer in time"_s, {}});
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &DockerCall::read);
    connect(&m_socket, &QLocalSocket::disconnected, this, &DockerCall::readEnd);
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &DockerCall::fail);
    // A connection may fail at once: nobody would have been listening yet.
    QMetaObject::invokeMethod(this, &DockerCall::start, Qt::QueuedConnection);
}

DockerCall::~DockerCall()
{
    m_socket.disconnect(this); // it tells of its own end, to one that is half gone
}

void DockerCall::start()
{
    if (m_request.silence.count() > 0)
        m_silence.start();
    connect(&m_socket, &QLocalSocket::connected, this,
            [this] { m_socket.write(head(m_request) + m_request.body); });
    m_socket.connectToServer(m_socketPath);
}

void DockerCall::read()
{
    if (m_finished)
        return;
    if (m_silence.isActive())
        m_silence.start();
    const auto fed = m_reader.feed(m_socket.readAll());
    const QPointer<DockerCall> self(this);
    if (!m_headTold && m_reader.hasHead()) {
        m_headTold = true;
        emit headRead(m_reader.status());
    }
    if (const QByteArray body = self ? m_reader.takeBody() : QByteArray(); !body.isEmpty())
        emit bodyRead(body);
    if (!self)
        return;
    if (!fed)
        finish(fed.error());
    else if (m_reader.isDone())
        finish({});
}

void DockerCall::readEnd()
{
    const QPointer<DockerCall> self(this);
    read();
    if (!self || m_finished)
        return;
    const auto ended = m_reader.end();
    finish(ended ? std::nullopt : std::optional(ended.error()));
}

void DockerCall::fail(QLocalSocket::LocalSocketError error)
{
    if (error == QLocalSocket::PeerClosedError)
        return; // disconnected follows, and what was sent before is still to be read
    finish(
        Error{ErrorCode::Unavailable,
              u"the engine at %1 does not answer: %2"_s.arg(m_socketPath, m_socket.errorString()),
              {}});
}

void DockerCall::finish(const std::optional<Error> &error)
{
    if (m_finished)
        return;
    m_finished = true;
    m_silence.stop();
    // Not at once: the socket may be in the middle of telling us what it read.
    QMetaObject::invokeMethod(&m_socket, &QLocalSocket::abort, Qt::QueuedConnection);
    emit finished(error);
}

DockerClient::DockerClient(QString socketPath, QObject *parent)
    : QObject(parent)
    , m_socketPath(std::move(socketPath))
{ }

QFuture<Result<DockerResponse>> DockerClient::request(const DockerRequest &request, QObject *owner)
{
    const auto gathering = std::make_shared<Gathering>();
    auto *call = new DockerCall(m_socketPath, request, owner ? owner : this);
    connect(call, &DockerCall::bodyRead, call, [gathering, call](const QByteArray &bytes) {
        gathering->body += bytes;
        if (gathering->body.size() > kLargestAnswer) {
            gathering->promise.finish(
                Error{ErrorCode::TooLarge, u"the engine's answer is too large"_s, {}});
            call->deleteLater();
        }
    });
    connect(call, &DockerCall::finished, call,
            [gathering, call](const std::optional<Error> &error) {
                if (error)
                    gathering->promise.finish(*error);
                else
                    gathering->promise.finish(DockerResponse{call->status(), gathering->body});
                call->deleteLater();
            });
    return gathering->promise.future();
}

std::unique_ptr<DockerCall> DockerClient::stream(const DockerRequest &request) const
{
    return std::make_unique<DockerCall>(m_socketPath, request);
}

} // namespace engines
