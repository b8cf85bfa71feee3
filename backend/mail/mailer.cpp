// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/mail/mailer.h"

#include "backend/mail/delivery.h"

#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace mail {

namespace {

constexpr int kAtATime = 2;

} // namespace

Mailer::Mailer(SmtpSettings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
{
    prepareDelivery();
    m_pool.setMaxThreadCount(kAtATime);
}

Mailer::~Mailer()
{
    m_stopping = true;
    m_pool.waitForDone();
}

QFuture<Result<>> Mailer::send(const Message &message)
{
    const auto text = compose(message);
    if (!text)
        return ready(Result<>(text.error()));
    if (m_waiting >= kMostWaiting)
        return ready(Result<>(Error{ErrorCode::TooMany, u"too many mails are waiting"_s, {}}));
    ++m_waiting;
    const Envelope envelope{message.from.address, message.to, *text};
    const Promise<> promise;
    const auto work = [settings = m_settings, envelope, this] {
        return deliver(settings, envelope, m_stopping);
    };
    whenDone(QtConcurrent::run(&m_pool, work), this, [this, promise](const Result<> &result) {
        --m_waiting;
        promise.finish(result);
    });
    return promise.future();
}

} // namespace mail
