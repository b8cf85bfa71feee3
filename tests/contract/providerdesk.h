// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/identity/openidconnect.h"
#include "tests/contract/browser.h"
#include "tests/contract/platform.h"
#include "tests/contract/visitingconsole.h"
#include "tests/support/openidpeer.h"
#include "tests/support/wechatpeer.h"

namespace support {

// Providers that run beside a platform, and the browser of somebody who goes to them.
class ProviderDesk
{
public:
    explicit ProviderDesk(Platform &platform)
    {
        const auto fetcher = [] {
            return std::make_unique<identity::Fetcher>(
                QList<QSslCertificate>(),
                identity::FetchLimits{std::chrono::seconds(1), 64 * 1024});
        };
        const identity::OpenIdSettings openId{microsoft.issuer(), false, OpenIdPeer::clientId(),
                                              OpenIdPeer::clientSecret()};
        platform.attempts->add(
            model::Provider::Microsoft,
            std::make_unique<identity::OpenIdConnect>(openId, fetcher(), platform.clock));
        platform.attempts->add(model::Provider::WeChat,
                               std::make_unique<identity::WeChat>(weChat.settings(), fetcher()));
    }

    // The person signs in at the provider, whose page sends the browser back.
    Browser::Page comeBack(const model::Attempt &attempt, const QString &person)
    {
        const QUrl at(attempt.url);
        const bool isMicrosoft = attempt.url.startsWith(microsoft.issuer().toString());
        const QUrlQuery back =
            isMicrosoft ? microsoft.authorize(at, person) : weChat.authorize(at, person);
        QUrl url(QUrlQuery(at).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
        url.setQuery(back);
        return browser.open(url);
    }
    Browser::Page agree(const Browser::Page &page, const QString &answer = QStringLiteral("yes"))
    {
        return browser.submit(page, QUrlQuery({{QStringLiteral("answer"), answer}}));
    }
    Result<model::AttemptResult> enter(VisitingConsole &console, model::Provider provider,
                                       const QString &person)
    {
        const auto attempt = console.start(provider);
        if (!attempt)
            return attempt.error();
        agree(comeBack(*attempt, person));
        return console.result();
    }

    OpenIdPeer microsoft;
    WeChatPeer weChat;
    Browser browser;
};

} // namespace support
