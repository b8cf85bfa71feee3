// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobspec.h"

#include <QTcpSocket>

// A client that submits jobs one after the other over one connection, in a thread of its own, as
// little work as a client can have.
class SubmitClient
{
public:
    SubmitClient(QString host, quint16 port, QByteArray token);

    bool connect();
    // Sends it under a new idempotency key and waits for the answer; whether it was accepted.
    bool submit(const model::JobSpec &spec);

private:
    bool readAnswer();

    const QString m_host;
    const quint16 m_port;
    const QByteArray m_token;
    QTcpSocket m_socket;
};
