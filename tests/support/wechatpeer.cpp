// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/wechatpeer.h"

#include "core/json/codec.h"

#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

QString valueOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

QString random()
{
    return QUuid::createUuid().toString(QUuid::Id128);
}

} // namespace

WeChatPeer::WeChatPeer()
    : m_router([](const QByteArray &) {
        return Result<model::Account>(Error{ErrorCode::Unauthenticated, {}, {}});
    })
    , m_listener(m_router)
{
    using http::Call;
    using http::Request;
    m_router.onPage(api::Verb::Get, u"/sns/oauth2/access_token"_s,
                    [this](const Call &, const Request &request) {
                        asked.append(request.target);
                        return token(request.query());
                    });
    m_router.onPage(api::Verb::Get, u"/sns/userinfo"_s,
                    [this](const Call &, const Request &request) {
                        asked.append(request.target);
                        return userInfo(request.query());
                    });
    if (const auto listening = m_listener.listen(QHostAddress::LocalHost, 0); !listening)
        qFatal("%s", qPrintable(listening.error().detail));
}

identity::WeChatSettings WeChatPeer::settings() const
{
    const QString base = u"http://127.0.0.1:%1"_s.arg(m_listener.port());
    return {.appId = u"wx0123456789abcdef"_s,
            .secret = u"a+secret&of=both"_s,
            .authorization = QUrl(base + u"/connect/qrconnect"_s),
            .token = QUrl(base + u"/sns/oauth2/access_token"_s),
            .userInfo = QUrl(base + u"/sns/userinfo"_s)};
}

QUrlQuery WeChatPeer::authorize(const QUrl &url, const QString &openId)
{
    const QUrlQuery query(url);
    const bool isGood = valueOf(query, u"appid"_s) == settings().appId
                        && valueOf(query, u"response_type"_s) == "code"_L1
                        && valueOf(query, u"scope"_s) == "snsapi_login"_L1
                        && valueOf(query, u"redirect_uri"_s).startsWith("http"_L1)
                        && url.fragment() == "wechat_redirect"_L1;
    if (!isGood)
        return {};
    const QString code = random();
    m_codes.insert(code, openId);
    return QUrlQuery({{u"code"_s, code}, {u"state"_s, valueOf(query, u"state"_s)}});
}

WeChatPeer::Later WeChatPeer::say(const QJsonObject &json)
{
    if (isSilent) {
        m_open.append(Promise<http::Response>());
        return m_open.constLast().future();
    }
    return ready<http::Response>(http::Response::text(json::toText(json)));
}

WeChatPeer::Later WeChatPeer::error(int code, const QString &message)
{
    return say({{"errcode"_L1, code}, {"errmsg"_L1, message}});
}

WeChatPeer::Later WeChatPeer::token(const QUrlQuery &query)
{
    const QString code = valueOf(query, u"code"_s);
    if (valueOf(query, u"appid"_s) != settings().appId)
        return error(40013, u"invalid appid"_s);
    if (valueOf(query, u"secret"_s) != settings().secret)
        return error(40125, u"invalid appsecret"_s);
    if (valueOf(query, u"grant_type"_s) != "authorization_code"_L1)
        return error(40002, u"invalid grant_type"_s);
    if (!m_codes.contains(code))
        return error(40029, u"invalid code"_s);
    const QString openId = std::exchange(m_codes[code], QString());
    if (openId.isEmpty())
        return error(40163, u"code been used"_s);
    const QString access = random();
    m_tokens.insert(access, openId);
    QJsonObject answer{{"access_token"_L1, access},
                       {"expires_in"_L1, 7200},
                       {"refresh_token"_L1, random()},
                       {"openid"_L1, openId},
                       {"scope"_L1, "snsapi_login"_L1}};
    if (unionIds.contains(openId))
        answer.insert("unionid"_L1, unionIds.value(openId));
    return say(answer);
}

WeChatPeer::Later WeChatPeer::userInfo(const QUrlQuery &query)
{
    const QString openId = m_tokens.value(valueOf(query, u"access_token"_s));
    if (openId.isEmpty())
        return error(40001, u"invalid credential"_s);
    if (valueOf(query, u"openid"_s) != openId)
        return error(40003, u"invalid openid"_s);
    QJsonObject info{{"openid"_L1, openId},
                     {"nickname"_L1, u"安娜 <b>"_s},
                     {"sex"_L1, 0},
                     {"headimgurl"_L1, u""_s},
                     {"privilege"_L1, QJsonArray()}};
    if (unionIds.contains(openId))
        info.insert("unionid"_L1, unionIds.value(openId));
    if (twist)
        twist(info);
    return say(info);
}

} // namespace support
