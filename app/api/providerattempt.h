// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/signin.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace client {
class ApiClient;
}

// One way through a provider's pages: begins it, then asks gently what became of it. Only this
// program knows the secret that the answer is given for. It may begin again after it has ended.
class ProviderAttempt : public QObject
{
    Q_OBJECT

public:
    enum class Purpose { SignIn, Bind };

    explicit ProviderAttempt(client::ApiClient &api, QObject *parent = nullptr);

    void begin(model::Provider provider, Purpose purpose);
    // Whatever comes of it is dropped; nothing is told.
    void cancel();

    bool isUnderWay() const { return m_underWay; }
    model::Provider provider() const { return m_provider; }
    const model::Attempt &attempt() const { return m_attempt; }
    const QString &secret() const { return m_secret; }
    void setPause(std::chrono::milliseconds pause); // between two questions

signals:
    void begun(const model::Attempt &attempt); // the person goes on in the browser
    void ended(const model::AttemptResult &result); // in any state but Pending
    void failed(const Error &error); // the server did not begin it, or does not know it any more

private:
    void takeBegin(const Result<model::Attempt> &attempt);
    void ask();
    void takeResult(const Result<model::AttemptResult> &result);
    void giveUp(const Error &error);

    client::ApiClient &m_api;
    model::Provider m_provider = model::Provider::Microsoft;
    model::Attempt m_attempt;
    QString m_secret;
    QTimer m_pause;
    int m_turn = 0; // answers to an attempt before this one are dropped
    bool m_underWay = false;
};
