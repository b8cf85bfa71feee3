// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/identity/wechat.h"

using namespace Qt::Literals::StringLiterals;

namespace identity {

namespace {

constexpr qsizetype kMost = 1024;

Error untrusted(const QString &what)
{
    return {ErrorCode::InvalidInput, what, QString()};
}

void add(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

// WeChat says what went wrong in an answer with the status 200.
Result<QJsonObject> checked(const Result<QJsonObject> &answer)
{
    if (!answer)
        return answer;
    if (const int code = (*answer)["errcode"_L1].toInt(); code != 0) {
        return Error{ErrorCode::Unavailable, u"the provider answers with the error %1"_s.arg(code),
                     QString()};
    }
    return answer;
}

QString textOf(const QJsonObject &object, QLatin1StringView name)
{
    const QString text = object[name].toString();
    return text.size() <= kMost ? text : QString();
}

} // namespace

WeChat::WeChat(WeChatSettings settings, std::unique_ptr<Fetcher> fetcher)
    : m_settings(std::move(settings))
    , m_fetcher(std::move(fetcher))
{ }

QFuture<Result<QUrl>> WeChat::signInUrl(const Handshake &handshake)
{
    QUrlQuery query;
    add(query, u"appid"_s, m_settings.appId);
    add(query, u"redirect_uri"_s, handshake.redirect.toString(QUrl::FullyEncoded));
    add(query, u"response_type"_s, u"code"_s);
    add(query, u"scope"_s, u"snsapi_login"_s);
    add(query, u"state"_s, handshake.state);
    QUrl url = m_settings.authorization;
    url.setQuery(query);
    url.setFragment(u"wechat_redirect"_s);
    return ready<QUrl>(url);
}

QFuture<Result<Person>> WeChat::identify(const Handshake &, const QUrlQuery &query)
{
    const QString code = query.queryItemValue(u"code"_s, QUrl::FullyDecoded);
    if (code.isEmpty()) // so it comes back when the person declines on the phone
        return ready<Person>(Error{ErrorCode::Forbidden, u"the person declined"_s, {}});
    if (code.size() > kMost)
        return ready<Person>(untrusted(u"the person came back with no code"_s));
    QUrlQuery asked;
    add(asked, u"appid"_s, m_settings.appId);
    add(asked, u"secret"_s, m_settings.secret);
    add(asked, u"code"_s, code);
    add(asked, u"grant_type"_s, u"authorization_code"_s);
    QUrl url = m_settings.token;
    url.setQuery(asked);
    const Promise<Person> promise;
    whenDone(m_fetcher->get(url), this, [this, promise](const Result<QJsonObject> &answer) {
        const auto token = checked(answer);
        if (!token)
            return promise.finish(token.error());
        askWho(promise, *token);
    });
    return promise.future();
}

void WeChat::askWho(const Promise<Person> &promise, const QJsonObject &token)
{
    const QString openId = textOf(token, "openid"_L1);
    const QString access = textOf(token, "access_token"_L1);
    if (openId.isEmpty() || access.isEmpty())
        return promise.finish(untrusted(u"the provider names nobody"_s));
    QUrlQuery query;
    add(query, u"access_token"_s, access);
    add(query, u"openid"_s, openId);
    QUrl url = m_settings.userInfo;
    url.setQuery(query);
    const auto read = [this, promise, openId](const Result<QJsonObject> &answer) {
        const auto info = checked(answer);
        if (!info)
            return promise.finish(info.error());
        if (textOf(*info, "openid"_L1) != openId)
            return promise.finish(untrusted(u"the provider names two people"_s));
        const QString unionId = textOf(*info, "unionid"_L1);
        const QString subject = unionId.isEmpty()
                                    ? QString(u"open "_s % m_settings.appId % u' ' % openId)
                                    : QString(u"union "_s % unionId);
        promise.finish(Person{subject, textOf(*info, "nickname"_L1).simplified().left(100)});
    };
    whenDone(m_fetcher->get(url), this, read);
}

} // namespace identity
