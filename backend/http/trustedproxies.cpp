// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/trustedproxies.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

// One spelling for each address: ::ffff:192.0.2.1 is 192.0.2.1.
QHostAddress plain(const QHostAddress &address)
{
    bool isVersion4 = false;
    const QHostAddress version4(address.toIPv4Address(&isVersion4));
    if (isVersion4)
        return version4;
    QHostAddress version6 = address;
    version6.setScopeId({});
    return version6;
}

// "192.0.2.1", "192.0.2.1:4711", "2001:db8::1" or "[2001:db8::1]:4711"; null for anything else.
QHostAddress addressOf(const QByteArray &hop)
{
    QString text = QString::fromLatin1(hop.trimmed());
    if (text.startsWith(u'['))
        text = text.mid(1, text.indexOf(u']') - 1);
    else if (text.count(u':') == 1)
        text = text.section(u':', 0, 0);
    // QHostAddress reads short forms such as "10" as well: nobody forwards those.
    return text.contains(u'.') || text.contains(u':') ? plain(QHostAddress(text)) : QHostAddress();
}

// Parts of a list in which quoted text keeps its separators.
QList<QByteArray> split(const QByteArray &text, char separator)
{
    QList<QByteArray> parts{{}};
    bool isQuoted = false;
    for (const char c : text) {
        if (c == '"')
            isQuoted = !isQuoted;
        if (c == separator && !isQuoted)
            parts.append(QByteArray());
        else
            parts.last().append(c);
    }
    return parts;
}

QByteArray joined(const Request &request, QByteArrayView name)
{
    QByteArrayList values;
    for (const auto &[key, value] : request.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            values.append(value);
    }
    return values.join(',');
}

// Who is named, the client first and the nearest proxy last; empty for a hop that names nobody.
QList<QByteArray> forwardedFor(const QByteArray &header)
{
    return header.trimmed().isEmpty() ? QList<QByteArray>() : header.split(',');
}

// RFC 7239: for="[2001:db8::1]:4711";proto=https, for=192.0.2.1
QList<QByteArray> forwarded(const QByteArray &header)
{
    QList<QByteArray> hops;
    if (header.trimmed().isEmpty())
        return hops;
    for (const QByteArray &element : split(header, ',')) {
        QByteArray hop;
        for (const QByteArray &pair : split(element, ';')) {
            const qsizetype equals = pair.indexOf('=');
            if (pair.left(std::max<qsizetype>(equals, 0)).trimmed().toLower() == "for")
                hop = pair.mid(equals + 1).trimmed().replace('"', "");
        }
        hops.append(hop);
    }
    return hops;
}

} // namespace

std::optional<TrustedProxies> TrustedProxies::parse(const QStringList &networks)
{
    TrustedProxies proxies;
    for (const QString &network : networks) {
        const QHostAddress address(network.section(u'/', 0, 0));
        // Neither "10", which QHostAddress reads as well, nor a mapped address, nor a port.
        if (address.isNull() || addressOf(network.section(u'/', 0, 0).toLatin1()) != address)
            return std::nullopt;
        const int most = address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
        bool isNumber = true;
        const int bits = network.contains(u'/') ? network.section(u'/', 1).toInt(&isNumber) : most;
        if (!isNumber || bits < 1 || bits > most)
            return std::nullopt;
        proxies.m_networks.append({address, bits});
    }
    return proxies;
}

bool TrustedProxies::contains(const QHostAddress &address) const
{
    const QHostAddress known = plain(address);
    return std::any_of(m_networks.begin(), m_networks.end(),
                       [&](const auto &network) { return known.isInSubnet(network); });
}

QHostAddress TrustedProxies::clientOf(const Request &request) const
{
    const QHostAddress peer = plain(request.peer);
    if (!contains(peer))
        return peer;
    const auto one = forwardedFor(joined(request, "X-Forwarded-For"));
    const auto other = forwarded(joined(request, "Forwarded"));
    if (one.isEmpty() || other.isEmpty())
        return walk(peer, one.isEmpty() ? other : one);
    const QHostAddress client = walk(peer, one);
    return walk(peer, other) == client ? client : peer;
}

// From the nearest to the farthest, as far as those who say it are trusted.
QHostAddress TrustedProxies::walk(QHostAddress nearest, const QList<QByteArray> &hops) const
{
    for (auto hop = hops.crbegin(); hop != hops.crend() && contains(nearest); ++hop) {
        const QHostAddress before = addressOf(*hop);
        if (before.isNull())
            break;
        nearest = before;
    }
    return nearest;
}

} // namespace http
