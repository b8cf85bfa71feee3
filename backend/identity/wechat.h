// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/identity/fetcher.h"
#include "backend/identity/provider.h"

namespace identity {

struct WeChatSettings
{
    QString appId;
    QString secret;
    QUrl authorization = QUrl(QStringLiteral("https://open.weixin.qq.com/connect/qrconnect"));
    QUrl token = QUrl(QStringLiteral("https://api.weixin.qq.com/sns/oauth2/access_token"));
    QUrl userInfo = QUrl(QStringLiteral("https://api.weixin.qq.com/sns/userinfo"));
};

// WeChat's website sign-in: the browser shows a code that the phone scans. A person is known by the
// union id, which is the same for all applications of one owner, or where there is none by the open
// id, which is this application's own.
class WeChat final : public QObject, public Provider
{
    Q_OBJECT

public:
    WeChat(WeChatSettings settings, std::unique_ptr<Fetcher> fetcher);

    QFuture<Result<QUrl>> signInUrl(const Handshake &handshake) override;
    QFuture<Result<Person>> identify(const Handshake &handshake, const QUrlQuery &query) override;

private:
    void askWho(const Promise<Person> &promise, const QJsonObject &token);

    const WeChatSettings m_settings;
    const std::unique_ptr<Fetcher> m_fetcher;
};

} // namespace identity
