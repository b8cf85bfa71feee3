// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/connection.h"

#include "backend/http/upgrade.h"
#include "core/base/log.h"

#include <QSslSocket>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr qint64 kReadBufferBytes = 64 * 1024;
constexpr qint64 kDiscardBytes = 8 * 1024 * 1024;

Response withStatus(int status, const Error &error)
{
    Response response = Response::refusal(error, newRequestId());
    response.status = status;
    return response;
}

} // namespace

Connection::Connection(const Router &router, const Limits &limits, QTcpSocket *socket,
                       QObject *parent)
    : QObject(parent)
    , m_router(router)
    , m_limits(limits)
    , m_socket(socket)
    , m_reader(limits)
{
    socket->setParent(this);
    socket->setReadBufferSize(kReadBufferBytes);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Connection::expire);
    connect(socket, &QTcpSocket::readyRead, this, &Connection::advance);
    connect(socket, &QTcpSocket::bytesWritten, this, &Connection::written);
    connect(socket, &QTcpSocket::disconnected, this, &Connection::end);
    waitForRequest();
}

void Connection::shutDown()
{
    if (m_sink)
        m_sink->close(1001, u"the server goes away"_s);
    m_keepAlive = false;
    if (m_phase == Phase::Reading)
        m_socket->disconnectFromHost();
}

void Connection::advance()
{
    if (m_phase == Phase::Lingering)
        discard();
    while (m_phase == Phase::Reading) {
        m_reader.feed(m_socket->readAll());
        if (m_reader.takeExpectation())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        switch (m_reader.state()) {
        case RequestReader::State::Idle:
        case RequestReader::State::Head:
        case RequestReader::State::Body:
            if (m_socket->bytesAvailable() == 0)
                return waitForRequest();
            break;
        case RequestReader::State::Complete:
            dispatch();
            break;
        case RequestReader::State::Refused:
            refuse(m_reader.refusal());
            break;
        }
    }
}

// Arms the deadline once for each stage: what drips in does not move it.
void Connection::waitForRequest()
{
    const RequestReader::State state = m_reader.state();
    if (std::exchange(m_waitingFor, state) == state)
        return;
    if (state == RequestReader::State::Idle) {
        m_deadline.start(m_served ? m_limits.idleTime : m_limits.headerTime);
        m_began.invalidate();
        return;
    }
    if (!m_began.isValid())
        m_began.start();
    const auto total =
        state == RequestReader::State::Head ? m_limits.headerTime : m_limits.requestTime;
    const std::chrono::milliseconds passed(m_began.elapsed());
    m_deadline.start(std::max(total - passed, std::chrono::milliseconds(1)));
}

void Connection::dispatch()
{
    m_request = m_reader.take();
    m_request.peer = m_socket->peerAddress();
    m_keepAlive = m_keepAlive && m_request.keepAlive;
    m_served = true;
    m_waitingFor = RequestReader::State::Complete;
    m_phase = Phase::Answering;
    const int turn = ++m_turn;
    try {
        const Answer outcome = m_router.handle(m_request);
        if (const auto *response = std::get_if<Response>(&outcome)) {
            write(*response);
        } else if (const auto *later = std::get_if<Later>(&outcome)) {
            m_deadline.start(m_limits.answerTime);
            (*later)(this, [this, turn](const Response &late) {
                if (turn == m_turn && m_phase == Phase::Answering)
                    answer(late);
            });
        } else {
            open(std::get<Opening>(outcome));
        }
    } catch (...) {
        qCCritical(logHttp) << "a handler threw at" << m_request.method << m_request.target;
        write(withStatus(500, {ErrorCode::Internal, u"the server failed"_s, {}}));
    }
}

void Connection::answer(const Response &response)
{
    write(response);
    advance();
}

void Connection::open(const Opening &opening)
{
    if (const auto problem = upgradeProblem(m_request))
        return write(*problem);
    auto *sink = new StreamSink(m_limits, this);
    if (const auto refusal = opening.begin(sink)) {
        delete sink;
        return write(*refusal);
    }
    startStream(sink);
}

void Connection::startStream(StreamSink *sink)
{
    m_phase = Phase::Streaming;
    m_sink = sink;
    m_deadline.stop();
    disconnect(m_socket, nullptr, this, nullptr);
    connect(sink, &StreamSink::closed, this, &Connection::end);
    upgrade(m_socket, m_reader.rewound(), sink);
}

void Connection::write(const Response &response)
{
    const bool isTls = qobject_cast<QSslSocket *>(m_socket) != nullptr;
    m_socket->write(serialise(
        response, {.keepAlive = m_keepAlive, .tls = isTls, .head = m_request.method == "HEAD"}));
    if (response.status >= 500)
        qCWarning(logHttp) << response.status << m_request.method << m_request.target.split('?')[0];
    m_socket->flush();
    if (!m_keepAlive) {
        m_phase = Phase::Closing;
        m_deadline.start(m_limits.idleTime);
        m_socket->disconnectFromHost();
        return;
    }
    const bool isWritten = m_socket->bytesToWrite() == 0;
    m_phase = isWritten ? Phase::Reading : Phase::Writing;
    if (!isWritten)
        m_deadline.start(m_limits.idleTime);
}

// Closing at once with unread bytes would reset the connection and lose the answer.
void Connection::refuse(const Response &refusal)
{
    m_keepAlive = false;
    m_request = {};
    const bool isTls = qobject_cast<QSslSocket *>(m_socket) != nullptr;
    m_socket->write(serialise(refusal, {.keepAlive = false, .tls = isTls}));
    m_socket->flush();
    m_phase = Phase::Lingering;
    m_deadline.start(m_limits.lingerTime);
    discard();
}

void Connection::written()
{
    if (m_phase == Phase::Closing)
        m_deadline.start(m_limits.idleTime);
    if (m_phase != Phase::Writing)
        return;
    if (m_socket->bytesToWrite() > 0)
        return m_deadline.start(m_limits.idleTime);
    m_phase = Phase::Reading;
    advance();
}

void Connection::expire()
{
    switch (m_phase) {
    case Phase::Reading:
        if (m_reader.state() == RequestReader::State::Idle)
            return m_socket->abort();
        return refuse(withStatus(408, {ErrorCode::TimedOut, u"the request took too long"_s, {}}));
    case Phase::Answering:
        m_keepAlive = false;
        return write(withStatus(504, {ErrorCode::TimedOut, u"no answer in time"_s, {}}));
    default:
        return m_socket->abort();
    }
}

void Connection::discard()
{
    m_discarded += m_socket->readAll().size();
    if (m_discarded > kDiscardBytes)
        m_socket->abort();
}

void Connection::end()
{
    if (std::exchange(m_phase, Phase::Ended) == Phase::Ended)
        return;
    m_deadline.stop();
    emit ended();
}

} // namespace http
