// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/network.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace services {

QString networkOf(const QString &address)
{
    const QHostAddress host(address);
    bool isVersion4 = false; // also when it comes as ::ffff:192.0.2.1
    const QHostAddress version4(host.toIPv4Address(&isVersion4));
    if (isVersion4)
        return version4.toString();
    if (host.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    Q_IPV6ADDR bytes = host.toIPv6Address();
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes).toString() % u"/64"_s;
}

} // namespace services
