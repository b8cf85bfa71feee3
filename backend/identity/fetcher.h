// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrlQuery>

#include <chrono>

namespace identity {

struct FetchLimits
{
    std::chrono::milliseconds time{10000}; // for the whole exchange
    qint64 bytes = 512 * 1024; // of an answer
};

// Asks a provider's server for JSON, over verified TLS, and never waits or reads without an end. It
// follows no redirection, so that nothing is sent to where nobody wished. Unavailable says in words
// why there is no answer; no word holds an address' query, a form or an answer.
class Fetcher : public QObject
{
    Q_OBJECT

public:
    // The certificates vouch beside those of the system.
    explicit Fetcher(const QList<QSslCertificate> &authorities = {},
                     const FetchLimits &limits = {});

    QFuture<Result<QJsonObject>> get(const QUrl &url);
    QFuture<Result<QJsonObject>> post(const QUrl &url, const QUrlQuery &form,
                                      const QByteArray &authorization = {});

private:
    QNetworkRequest request(const QUrl &url);
    QFuture<Result<QJsonObject>> watch(QNetworkReply *reply);

    const FetchLimits m_limits;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_network;
};

} // namespace identity
