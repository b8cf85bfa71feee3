// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <memory>

// An HTTP server for tests of the client: it keeps what it was asked and answers as told, also with
// silence or half an answer. It understands just enough of HTTP for our own client.
struct MiniRequest
{
    QByteArray verb;
    QByteArray path;
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
};

class MiniServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(const MiniRequest &request, QTcpSocket &socket)>;

    explicit MiniServer(Handler handler, std::unique_ptr<QTcpServer> server = nullptr);

    QUrl address(const QString &scheme = QStringLiteral("http")) const;
    const QList<MiniRequest> &requests() const { return m_requests; }

private:
    void takeConnections();
    void read(QTcpSocket &socket, QByteArray &buffer);

    Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    QList<MiniRequest> m_requests;
};

void answer(QTcpSocket &socket, int status, const QByteArray &body,
            const QByteArray &headers = QByteArray());

// A self-signed certificate for 127.0.0.1 made with the openssl program; empty when that fails.
struct MiniCertificate
{
    QByteArray certificate;
    QByteArray key;
};
MiniCertificate makeCertificate();
std::unique_ptr<QTcpServer> tlsServer(const MiniCertificate &certificate);
