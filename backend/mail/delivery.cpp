// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/mail/delivery.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace mail {

namespace {

constexpr long kRefusal = 400; // codes from here on
constexpr long kLastingRefusal = 500;
constexpr qsizetype kMostWords = 200; // of what a server says

struct Progress
{
    const QByteArray &text;
    const std::atomic<bool> &stopping;
    qsizetype sent = 0;
    long code = 0; // of the last refusal
    QString words;
};

size_t readText(char *buffer, size_t size, size_t count, void *context)
{
    auto *progress = static_cast<Progress *>(context);
    const qsizetype left = progress->text.size() - progress->sent;
    const auto length = std::min(left, qsizetype(size * count));
    std::memcpy(buffer, progress->text.constData() + progress->sent, size_t(length));
    progress->sent += length;
    return size_t(length);
}

// A line of the server's: "550 5.1.1 no such user".
size_t takeAnswer(char *buffer, size_t size, size_t count, void *context)
{
    auto *progress = static_cast<Progress *>(context);
    const QByteArray line(buffer, qsizetype(size * count));
    bool ok = false;
    const long code = line.left(3).toLong(&ok);
    if (ok && code >= kRefusal) {
        progress->code = code;
        QString words = QString::fromUtf8(line).simplified().left(kMostWords);
        words.removeIf([](QChar each) { return !each.isPrint(); });
        progress->words = words;
    }
    return size * count;
}

int shallStop(void *context, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Progress *>(context)->stopping ? 1 : 0;
}

struct CurlEnd
{
    void operator()(CURL *curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, CurlEnd>;
using List = std::unique_ptr<curl_slist, CurlEnd>;

void setUp(CURL *curl, const SmtpSettings &settings, Progress &progress)
{
    const auto set = [curl](CURLoption option, auto value) {
        curl_easy_setopt(curl, option, value);
    };
    set(CURLOPT_URL, settings.url.toEncoded().constData());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, settings.connectTime.count());
    set(CURLOPT_TIMEOUT, settings.totalTime.count());
    set(CURLOPT_USE_SSL, long(settings.needsTls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!settings.authorityFile.isEmpty())
        set(CURLOPT_CAINFO, settings.authorityFile.toLocal8Bit().constData());
    if (!settings.username.isEmpty()) {
        set(CURLOPT_USERNAME, settings.username.toUtf8().constData());
        set(CURLOPT_PASSWORD, settings.password.toUtf8().constData());
    }
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &readText);
    set(CURLOPT_READDATA, static_cast<void *>(&progress));
    set(CURLOPT_HEADERFUNCTION, &takeAnswer);
    set(CURLOPT_HEADERDATA, static_cast<void *>(&progress));
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &shallStop);
    set(CURLOPT_XFERINFODATA, static_cast<void *>(&progress));
}

Error errorOf(CURLcode code, const QString &detail, const SmtpSettings &settings,
              const Progress &progress)
{
    const QString server = u"the mail server %1 "_s.arg(settings.url.host());
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return {ErrorCode::Unavailable, u"berthd is stopping"_s, {}};
    case CURLE_USE_SSL_FAILED:
        return {ErrorCode::Conflict, server % u"offers no TLS"_s, {}};
    case CURLE_PEER_FAILED_VERIFICATION:
        return {ErrorCode::Conflict, server % u"cannot be trusted: "_s % detail, {}};
    case CURLE_LOGIN_DENIED:
        return {ErrorCode::Conflict, server % u"refuses the login: "_s % progress.words, {}};
    default:
        break;
    }
    if (progress.code >= kRefusal) {
        const bool isLasting = progress.code >= kLastingRefusal;
        return {isLasting ? ErrorCode::Conflict : ErrorCode::Unavailable,
                server % u"answered "_s % progress.words,
                {}};
    }
    if (code == CURLE_OPERATION_TIMEDOUT)
        return {ErrorCode::TimedOut, server % u"does not answer in time"_s, {}};
    return {ErrorCode::Unavailable, server % u"cannot be reached: "_s % detail, {}};
}

} // namespace

void prepareDelivery()
{
    static const CURLcode code = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_ASSERT(code == CURLE_OK);
}

Result<> deliver(const SmtpSettings &settings, const Envelope &envelope,
                 const std::atomic<bool> &stopping)
{
    const Handle curl(curl_easy_init());
    if (!curl)
        return Error{ErrorCode::Internal, u"libcurl does not start"_s, {}};
    Progress progress{.text = envelope.text, .stopping = stopping, .words = {}};
    std::array<char, CURL_ERROR_SIZE> detail{};
    setUp(curl.get(), settings, progress);
    const QByteArray from = '<' + envelope.from.toLatin1() + '>';
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.constData());
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, detail.data());
    List receivers;
    for (const QString &address : envelope.to) {
        const QByteArray receiver = '<' + address.toLatin1() + '>';
        receivers.reset(curl_slist_append(receivers.release(), receiver.constData()));
    }
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, receivers.get());
    const CURLcode code = curl_easy_perform(curl.get());
    if (code == CURLE_OK)
        return {};
    const QString words =
        QString::fromLocal8Bit(detail.front() ? detail.data() : curl_easy_strerror(code));
    return errorOf(code, words, settings, progress);
}

} // namespace mail
