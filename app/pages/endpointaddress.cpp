// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/endpointaddress.h"

#include <QHostAddress>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostHostCharacters = 253;

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool isUserName(const QString &text)
{
    return matches(text, u"[A-Za-z0-9_.][A-Za-z0-9_.-]{0,63}"_s);
}

bool isHost(const QString &text)
{
    if (text.contains(u':'))
        return matches(text, u"[0-9A-Fa-f:.]+"_s) && !QHostAddress(text).isNull();
    return text.size() <= kMostHostCharacters
           && matches(text, u"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
                            "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*"_s);
}

bool isPort(int port)
{
    return port > 0 && port <= 65535;
}

} // namespace

std::optional<SshAddress> SshAddress::of(const model::JobEndpoint &endpoint)
{
    static const QRegularExpression form(
        QRegularExpression::anchoredPattern(u"ssh -p ([0-9]{1,5}) ([^@\\s]+)@(\\S+)"_s));
    const auto told = form.match(endpoint.command);
    const SshAddress address{told.captured(2), endpoint.host, endpoint.port};
    const bool isSame =
        told.captured(1).toInt() == address.port && told.captured(3) == address.host;
    if (!isSame || !isUserName(address.user) || !isHost(address.host) || !isPort(address.port))
        return {};
    return address;
}

QStringList SshAddress::command() const
{
    return {u"ssh"_s, u"-p"_s, QString::number(port), u"--"_s, user + u'@' + host};
}

QString SshAddress::commandLine() const
{
    return u"ssh -p %1 %2@%3"_s.arg(QString::number(port), user, host);
}

std::optional<QUrl> webAddress(const model::JobEndpoint &endpoint)
{
    const QUrl url(endpoint.url, QUrl::StrictMode);
    const bool isSecure = url.scheme() == "https"_L1;
    const bool isWeb = isSecure || url.scheme() == "http"_L1;
    const bool isThere =
        url.host() == endpoint.host.toLower() && url.port(isSecure ? 443 : 80) == endpoint.port;
    if (!url.isValid() || !isWeb || !isThere || !url.userInfo().isEmpty())
        return {};
    return isHost(endpoint.host) ? std::optional(url) : std::nullopt;
}
