// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/reachability.h"

#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace client {

namespace {

enum class Fault { NoAddress, Refused, NotTrusted, Closed, TimedOut, Other };

Fault faultOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return Fault::NoAddress;
    case QNetworkReply::ConnectionRefusedError:
        return Fault::Refused;
    case QNetworkReply::SslHandshakeFailedError:
        return Fault::NotTrusted;
    case QNetworkReply::RemoteHostClosedError:
        return Fault::Closed;
    case QNetworkReply::TimeoutError:
        return Fault::TimedOut;
    default:
        return Fault::Other;
    }
}

Fault faultOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return Fault::NoAddress;
    case QAbstractSocket::ConnectionRefusedError:
        return Fault::Refused;
    case QAbstractSocket::SslHandshakeFailedError:
        return Fault::NotTrusted;
    case QAbstractSocket::RemoteHostClosedError:
        return Fault::Closed;
    case QAbstractSocket::SocketTimeoutError:
        return Fault::TimedOut;
    default:
        return Fault::Other;
    }
}

QString authority(const QUrl &server)
{
    return server.authority(QUrl::FullyEncoded);
}

Error describe(const QUrl &server, Fault fault, const QString &text,
               const QList<QSslError> &tlsErrors)
{
    const auto unavailable = [](const QString &detail) {
        return Error{ErrorCode::Unavailable, detail, QString()};
    };
    switch (fault) {
    case Fault::NoAddress:
        return unavailable(u"no address found for %1"_s.arg(server.host()));
    case Fault::Refused:
        return unavailable(
            u"%1 refuses the connection, berthd may not be running"_s.arg(authority(server)));
    case Fault::NotTrusted: {
        const QString why = tlsErrors.isEmpty() ? text : tlsErrors.first().errorString();
        return unavailable(
            u"the TLS connection to %1 is not trusted: %2"_s.arg(authority(server), why));
    }
    case Fault::Closed:
        return unavailable(u"%1 closed the connection"_s.arg(authority(server)));
    case Fault::TimedOut:
        return noAnswer(server);
    case Fault::Other:
        return unavailable(u"cannot reach %1: %2"_s.arg(authority(server), text));
    }
    Q_UNREACHABLE();
}

} // namespace

bool isLoopback(const QUrl &server)
{
    return server.host() == "localhost"_L1 || QHostAddress(server.host()).isLoopback();
}

QNetworkProxy proxyFor(const QUrl &server)
{
    return isLoopback(server) ? QNetworkProxy::NoProxy : QNetworkProxy::DefaultProxy;
}

Error reachError(const QUrl &server, QNetworkReply::NetworkError error, const QString &text,
                 const QList<QSslError> &tlsErrors)
{
    return describe(server, faultOf(error), text, tlsErrors);
}

Error reachError(const QUrl &server, QAbstractSocket::SocketError error, const QString &text,
                 const QList<QSslError> &tlsErrors)
{
    return describe(server, faultOf(error), text, tlsErrors);
}

Error noAnswer(const QUrl &server)
{
    return {ErrorCode::TimedOut, u"no answer from %1 in time"_s.arg(authority(server)), QString()};
}

} // namespace client
