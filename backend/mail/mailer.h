// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/message.h"
#include "core/base/async.h"

#include <QThreadPool>
#include <QUrl>

#include <atomic>

namespace mail {

struct SmtpSettings
{
    QUrl url; // smtp://host:port, with STARTTLS; or smtps://host:port
    bool needsTls = true; // false: whatever is said travels unprotected
    QString authorityFile = {}; // PEM; vouches for the server in the place of the system's own
    QString username = {}; // empty: without a login
    QString password = {};
    std::chrono::seconds connectTime{10};
    std::chrono::seconds totalTime{20};
};

// Sends mails through one SMTP server, a few at a time, in threads of its own.
class Mailer : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostWaiting = 100;

    explicit Mailer(SmtpSettings settings, QObject *parent = nullptr);
    ~Mailer() override; // gives up what is under way

    // Ends well when the server has taken the mail for all receivers. Nothing is tried again.
    // Unavailable or TimedOut when it may work later: nobody listens, or the server answers with a
    // code from 400 on. Conflict when it will not: a code from 500 on, a wrong login, no TLS, or a
    // certificate that cannot be trusted. The detail holds the server's code and words, and no
    // secret. InvalidInput as compose() says, TooMany when too many wait.
    QFuture<Result<>> send(const Message &message);

private:
    const SmtpSettings m_settings;
    QThreadPool m_pool;
    std::atomic<bool> m_stopping = false;
    int m_waiting = 0;
};

} // namespace mail
