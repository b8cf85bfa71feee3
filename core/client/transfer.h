// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/client/apiclient.h"
#include "core/client/backoff.h"

#include <QElapsedTimer>
#include <QNetworkReply>
#include <QSslError>
#include <QTimer>

#include <memory>

namespace client {

// One request with its retries. Deletes itself when it has finished the promise.
class Transfer final : public QObject
{
    Q_OBJECT

public:
    Transfer(ApiClient &api, QNetworkAccessManager &network, const WireRequest &request,
             const Promise<QByteArray> &promise);
    ~Transfer() override;

    void attempt();

private:
    QNetworkReply *open();
    void checkSize();
    void giveUpWaiting();
    void read();
    Result<QByteArray> outcome() const;
    bool isWorthRetrying() const;
    void finish(const Result<QByteArray> &result);
    void abandon();

    ApiClient &m_api;
    QNetworkAccessManager &m_network;
    const WireRequest m_request;
    const Promise<QByteArray> m_promise;
    const QString m_token; // as it was when the request was made
    QString m_requestId;
    QNetworkReply *m_reply = nullptr;
    QList<QSslError> m_tlsErrors;
    QTimer m_deadline;
    QTimer m_pause;
    QElapsedTimer m_elapsed;
    Backoff m_backoff;
    int m_retriesLeft = 0;
    std::optional<Error> m_ownReason; // why we ended the attempt ourselves
};

} // namespace client
