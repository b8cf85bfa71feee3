// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/mailer.h"
#include "backend/services/jobservice.h"
#include "backend/services/ratelimiter.h"
#include "backend/storage/profilestore.h"
#include "core/model/supportrequest.h"

namespace services {

struct SupportSettings
{
    QString platformName;
    QString operators; // address of their mail
    QString sender; // address that mails come from
};

// Mails the operators what they need to know of a job. Nothing is kept: who is told that it did not
// work tries again.
class SupportService : public QObject
{
    Q_OBJECT

public:
    // A person may ask as often in a row, then once in kPause.
    static constexpr int kAtOnce = 5;
    static constexpr auto kPause = std::chrono::minutes(5);

    // All of it outlives the service.
    struct Sources
    {
        const JobService &jobs;
        const storage::ProfileStore &profiles;
        mail::Mailer *mailer; // null: mails are not sent
    };
    SupportService(const Sources &sources, SupportSettings settings, const Clock &clock);

    bool isPossible() const; // mails can be sent, and there is somebody to send them to

    // NotFound for a job that the person may not see, Conflict when it is not possible, InvalidInput
    // on message, TooMany when it was asked too often; else what Mailer::send() says. The log is
    // left out, as it may hold secrets.
    QFuture<Result<model::Nothing>> ask(const model::Account &account, const QString &job,
                                        const model::SupportRequest &request);

private:
    Result<mail::Message> compose(const model::Account &account, const model::Job &job,
                                  const QString &words) const;

    const Sources m_from;
    const SupportSettings m_settings;
    const Clock &m_clock;
    RateLimiter m_limiter;
};

} // namespace services
