// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/message.h"

#include <optional>

namespace http {

// The proxies whose word about who is behind them is believed. Everybody else's is not: anybody can
// send a header.
class TrustedProxies
{
public:
    TrustedProxies() = default; // nobody is trusted

    // Addresses and networks such as 10.0.0.5, 10.1.0.0/16, fd00::/8. Absent when one is not an
    // address, or when it would be everybody.
    static std::optional<TrustedProxies> parse(const QStringList &networks);

    bool contains(const QHostAddress &address) const;

    // Who asks: the peer itself, or, when that is trusted, the last one before the trusted proxies
    // whom X-Forwarded-For or Forwarded names. Where the two contradict each other one of them is
    // the client's invention; then, and where they name nobody, it is the last trusted proxy.
    QHostAddress clientOf(const Request &request) const;

private:
    QHostAddress walk(QHostAddress nearest, const QList<QByteArray> &hops) const;

    QList<QPair<QHostAddress, int>> m_networks;
};

} // namespace http
