// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/backoff.h"
#include "core/client/streams.h"

#include <QSslError>
#include <QTimer>
#include <QWebSocket>

#include <functional>
#include <memory>

namespace client {

// A WebSocket to the server that opens again whenever it is lost, until stop() or until the session
// has ended.
class StreamSocket final : public QObject
{
    Q_OBJECT

public:
    // The path with its query is asked for at each opening.
    StreamSocket(ApiClient &api, std::function<QString()> path);
    ~StreamSocket() override;

    void setPace(const StreamPace &pace);

    void start();
    void stop();
    bool isStarted() const { return m_started; }

signals:
    void received(const QByteArray &message); // the first one proves that the stream works
    void lost(const Error &why); // it will be opened again, unless stop() is called
    void stopped(); // the session has ended

private:
    void open();
    void takeMessage(const QString &message);
    void checkLife();
    void refuse();
    void drop(const Error &why);
    void close();
    Error socketError() const;

    ApiClient &m_api;
    const std::function<QString()> m_path;
    StreamPace m_pace;
    Backoff m_backoff;
    std::unique_ptr<QWebSocket> m_socket;
    QString m_token; // that the socket was opened with
    QList<QSslError> m_tlsErrors;
    QTimer m_life;
    QTimer m_pause;
    bool m_started = false;
    bool m_heard = false; // anything since the last look
};

} // namespace client
