// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/requestreader.h"
#include "backend/http/router.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QTcpSocket;

namespace http {

// One client. Reads a request, has it answered, writes the answer, then reads the next one: what a
// client sends ahead waits its turn, so answers keep their order. Each wait has its end.
class Connection final : public QObject
{
    Q_OBJECT

public:
    // Owns the socket, which is connected.
    Connection(const Router &router, const Limits &limits, QTcpSocket *socket,
               QObject *parent = nullptr);

    // The server goes away: what is being answered is still answered, streams are told.
    void shutDown();

signals:
    void ended(); // once; nothing happens afterwards

private:
    enum class Phase { Reading, Answering, Writing, Closing, Lingering, Streaming, Ended };

    void advance();
    void waitForRequest();
    void dispatch();
    void answer(const Response &response);
    void open(const Opening &opening);
    void startStream(StreamSink *sink);
    void write(const Response &response);
    void refuse(const Response &refusal);
    void written();
    void expire();
    void discard();
    void end();

    const Router &m_router;
    const Limits &m_limits;
    QTcpSocket *const m_socket;
    RequestReader m_reader;
    QTimer m_deadline;
    QElapsedTimer m_began; // of the request that is being read
    RequestReader::State m_waitingFor = RequestReader::State::Complete;
    Phase m_phase = Phase::Reading;
    Request m_request;
    QPointer<StreamSink> m_sink;
    qint64 m_discarded = 0;
    int m_turn = 0; // counts requests, so that a late answer finds out
    bool m_served = false; // a request was read already
    bool m_keepAlive = true;
};

} // namespace http
