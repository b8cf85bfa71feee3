// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "submitclient.h"

#include "core/json/codec.h"

#include <QUuid>

SubmitClient::SubmitClient(QString host, quint16 port, QByteArray token)
    : m_host(std::move(host))
    , m_port(port)
    , m_token(std::move(token))
{ }

bool SubmitClient::connect()
{
    m_socket.connectToHost(m_host, m_port);
    if (!m_socket.waitForConnected())
        return false;
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    return true;
}

bool SubmitClient::submit(const model::JobSpec &spec)
{
    const QByteArray body = json::encodeText(spec);
    m_socket.write("POST /api/v1/jobs HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\n"
                   "Authorization: Bearer "
                   + m_token
                   + "\r\nIdempotency-Key: " + QUuid::createUuid().toByteArray(QUuid::WithoutBraces)
                   + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    m_socket.flush();
    return readAnswer();
}

bool SubmitClient::readAnswer()
{
    QByteArray answer;
    for (;;) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead())
            return false;
        answer += m_socket.readAll();
        const qsizetype end = answer.indexOf("\r\n\r\n");
        const qsizetype at = answer.toLower().indexOf("content-length: ");
        if (end < 0 || at < 0 || at > end)
            continue;
        const qsizetype from = at + 16;
        const auto length = answer.sliced(from, answer.indexOf('\r', from) - from).toLongLong();
        if (answer.size() >= end + 4 + length)
            return answer.startsWith("HTTP/1.1 200");
    }
}
