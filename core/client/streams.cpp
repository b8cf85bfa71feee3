// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/streams.h"

#include "core/api/cluster.h"
#include "core/api/jobs.h"
#include "core/base/log.h"
#include "core/client/streamsocket.h"
#include "core/json/query.h"

using namespace Qt::Literals::StringLiterals;

namespace client {

namespace {

template <typename Request, typename Message>
QString pathOf(const api::Stream<Request, Message> &stream, const QStringList &values,
               const Request &request)
{
    const QUrlQuery query = json::toQuery(request);
    return api::fillPath(stream.path, values) % u'?' % query.toString(QUrl::FullyEncoded);
}

bool isFinal(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::Forbidden
           || code == ErrorCode::InvalidInput;
}

} // namespace

struct EventStream::Private
{
    explicit Private(ApiClient &api)
        : socket(api, [this] { return pathOf(api::events, {}, model::EventQuery{since}); })
    { }

    QString since;
    Connection connection = Connection::Offline;
    StreamSocket socket;
};

EventStream::EventStream(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(api))
{
    const auto become = [this](Connection connection) {
        if (std::exchange(m_d->connection, connection) != connection)
            emit connectionChanged(connection);
    };
    connect(&m_d->socket, &StreamSocket::received, this, [this, become](const QByteArray &message) {
        const auto event = json::decodeText<model::Event>(message);
        become(Connection::Online);
        if (!event) {
            qCWarning(logClient) << "an event that cannot be read:" << event.error();
            return;
        }
        m_d->since = event->token;
        emit received(*event);
    });
    connect(&m_d->socket, &StreamSocket::lost, this, [this, become](const Error &why) {
        become(Connection::Reconnecting);
        emit failed(why);
    });
    connect(&m_d->socket, &StreamSocket::stopped, this, &EventStream::stop);
}

EventStream::~EventStream() = default;

void EventStream::setPace(const StreamPace &pace)
{
    m_d->socket.setPace(pace);
}

void EventStream::start()
{
    if (m_d->socket.isStarted())
        return;
    m_d->connection = Connection::Connecting;
    emit connectionChanged(m_d->connection);
    m_d->socket.start();
}

void EventStream::stop()
{
    m_d->socket.stop();
    m_d->since.clear();
    if (std::exchange(m_d->connection, Connection::Offline) != Connection::Offline)
        emit connectionChanged(Connection::Offline);
}

Connection EventStream::connection() const
{
    return m_d->connection;
}

struct LogStream::Private
{
    Private(ApiClient &api, const model::JobId &job, const model::LogQuery &query)
        : socket(api, [job, query] { return pathOf(api::followLog, {job.toString()}, query); })
    { }

    bool isBroken = false; // lost since the last message
    StreamSocket socket;
};

LogStream::LogStream(ApiClient &api, const model::JobId &job, const model::LogQuery &query,
                     QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>(api, job, query))
{
    connect(&m_d->socket, &StreamSocket::received, this, [this](const QByteArray &message) {
        const auto chunk = json::decodeText<model::LogChunk>(message);
        if (!chunk) {
            qCWarning(logClient) << "log lines that cannot be read:" << chunk.error();
            return;
        }
        if (std::exchange(m_d->isBroken, false))
            emit restarted();
        if (!chunk->lines.isEmpty())
            emit linesReceived(chunk->lines);
        if (chunk->ended) {
            stop();
            emit ended();
        }
    });
    connect(&m_d->socket, &StreamSocket::lost, this, [this](const Error &why) {
        m_d->isBroken = true;
        if (isFinal(why.code))
            stop();
        emit failed(why);
    });
}

LogStream::~LogStream() = default;

void LogStream::setPace(const StreamPace &pace)
{
    m_d->socket.setPace(pace);
}

void LogStream::start()
{
    m_d->isBroken = false;
    m_d->socket.start();
}

void LogStream::stop()
{
    m_d->socket.stop();
}

} // namespace client
