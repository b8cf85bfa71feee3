// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/supportservice.h"

#include "core/rules/reasonwords.h"

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

Error onMessage(const QString &detail)
{
    return {ErrorCode::InvalidInput, u"message: "_s % detail, u"message"_s};
}

Result<> checkWords(const QString &words)
{
    if (words.trimmed().isEmpty())
        return onMessage(u"it is empty"_s);
    if (words.toUtf8().size() > model::SupportRequest::kMostMessageBytes)
        return onMessage(u"at most %1 bytes"_s.arg(model::SupportRequest::kMostMessageBytes));
    return {};
}

QString placesOf(const model::Job &job)
{
    QStringList places;
    for (const model::TaskPlacement &place : job.placement)
        places.append(place.task % u" on " % place.node.value());
    return places.isEmpty() ? u"-"_s : places.join(u", "_s);
}

QString line(const QString &title, const QString &text)
{
    return QString(title % u':').leftJustified(12) % text.simplified() % u'\n';
}

QString factsOf(const model::Job &job)
{
    return line(u"Job"_s, job.id.toString()) % line(u"Name"_s, job.name)
           % line(u"VC"_s, job.vc.value()) % line(u"Owner"_s, job.ownerName)
           % line(u"State"_s, json::nameOf(job.state))
           % line(u"Reason"_s, job.reason ? rules::reasonWords(*job.reason) : u"-"_s)
           % line(u"Node"_s, placesOf(job)) % line(u"Image"_s, job.spec.image);
}

} // namespace

SupportService::SupportService(const Sources &sources, SupportSettings settings, const Clock &clock)
    : m_from(sources)
    , m_settings(std::move(settings))
    , m_clock(clock)
    , m_limiter(kAtOnce, kPause)
{ }

bool SupportService::isPossible() const
{
    return m_from.mailer && mail::isAddress(m_settings.operators);
}

Result<mail::Message> SupportService::compose(const model::Account &account, const model::Job &job,
                                              const QString &words) const
{
    TRY_ASSIGN(const model::Profile profile, m_from.profiles.profile(account.id));
    const bool hasAddress = mail::isAddress(profile.email);
    mail::Message message;
    message.from = {m_settings.sender, m_settings.platformName};
    message.to = {m_settings.operators};
    if (hasAddress)
        message.replyTo = mail::Mailbox{profile.email, account.nickname};
    message.subject =
        u"[%1] Help with job %2 of %3"_s.arg(m_settings.platformName, job.name, job.ownerName);
    const QString person = account.nickname % u" (" % account.username % u", "
                           % (hasAddress ? profile.email : u"no mail address known"_s) % u')';
    message.body = person.simplified() % u" asks for help with a job.\n\n" % factsOf(job) % u'\n'
                   % words.trimmed() % u'\n';
    message.date = m_clock.now();
    message.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return message;
}

QFuture<Result<model::Nothing>> SupportService::ask(const model::Account &account,
                                                    const QString &job,
                                                    const model::SupportRequest &request)
{
    const auto seen = m_from.jobs.get(account, job);
    if (!seen)
        return ready<model::Nothing>(seen.error());
    if (!isPossible())
        return ready<model::Nothing>(
            Error{ErrorCode::Conflict, u"the platform sends no mails to its operators"_s, {}});
    if (const auto checked = checkWords(request.message); !checked)
        return ready<model::Nothing>(checked.error());
    const auto message = compose(account, *seen, request.message);
    if (!message)
        return ready<model::Nothing>(message.error());
    const QString key = account.id.toString();
    if (!m_limiter.take(key, m_clock.now()))
        return ready<model::Nothing>(
            Error{ErrorCode::TooMany, u"you have asked several times, wait some minutes"_s, {}});
    const Promise<model::Nothing> promise;
    whenDone(m_from.mailer->send(*message), this, [this, promise, key](const Result<> &sent) {
        if (sent)
            return promise.finish(model::Nothing{});
        m_limiter.giveBack(key);
        promise.finish(sent.error());
    });
    return promise.future();
}

} // namespace services
