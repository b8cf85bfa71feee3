// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/listener.h"
#include "backend/http/router.h"
#include "backend/identity/wechat.h"

#include <QJsonObject>

namespace support {

// WeChat's servers for websites, as they answer: errors as 200 with a number, JSON called text/plain,
// codes that are good once.
class WeChatPeer
{
public:
    WeChatPeer();

    identity::WeChatSettings settings() const; // under which it knows Berth
    // The person scans the code and agrees: what the browser brings back.
    QUrlQuery authorize(const QUrl &url, const QString &openId);

    QHash<QString, QString> unionIds; // by open id; of others none is told
    std::function<void(QJsonObject &info)> twist; // of what is told of a person
    bool isSilent = false;
    QList<QByteArray> asked; // the targets of all requests

private:
    using Later = QFuture<Result<http::Response>>;
    Later say(const QJsonObject &json);
    Later error(int code, const QString &message);
    Later token(const QUrlQuery &query);
    Later userInfo(const QUrlQuery &query);

    http::Router m_router;
    http::Listener m_listener;
    QHash<QString, QString> m_codes; // and whose they are; nobody's when used
    QHash<QString, QString> m_tokens;
    QList<Promise<http::Response>> m_open;
};

} // namespace support
