// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/signinconfig.h"

#include "backend/daemon/secretfile.h"
#include "backend/daemon/yamlsection.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QSslCertificate>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

bool isSafe(const QUrl &url)
{
    const bool isHere = QHostAddress(url.host()).isLoopback() || url.host() == "localhost"_L1;
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery()
           && !url.hasFragment()
           && (url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isHere));
}

void readUrl(YamlSection &section, const char *key, QUrl &url)
{
    QString text;
    section.read(key, text);
    if (text.isEmpty())
        return;
    url = QUrl(text, QUrl::StrictMode);
    if (!isSafe(url))
        section.problem(key, u"expected an https address, or an http one of this machine"_s);
}

void readPublicUrl(YamlSection &section, QUrl &url)
{
    readUrl(section, "public-url", url);
    if (!url.path().isEmpty() && url.path() != "/"_L1)
        section.problem("public-url", u"expected only scheme, host and port"_s);
}

void readNeeded(YamlSection &section, const char *key, QString &value)
{
    section.read(key, value);
    if (!section.has(key))
        section.problem(key, u"expected a text"_s);
}

void readMicrosoft(YamlSection &section, const QDir &base, identity::OpenIdSettings &settings)
{
    static const QRegularExpression pattern(u"\\A[A-Za-z0-9.-]{1,255}\\z"_s);
    QString tenant;
    section.read("tenant", tenant);
    readUrl(section, "issuer", settings.issuer);
    if (section.has("tenant") == section.has("issuer")) {
        section.problem("tenant", u"expected either tenant or issuer"_s);
    } else if (section.has("tenant")) {
        if (!pattern.match(tenant).hasMatch())
            section.problem("tenant", u"expected a tenant's id or domain, or organizations"_s);
        settings.isTenant = true;
        settings.issuer = QUrl(u"https://login.microsoftonline.com/%1/v2.0"_s.arg(tenant));
    }
    readNeeded(section, "client-id", settings.clientId);
    readSecret(section, "client-secret-file", base, settings.clientSecret);
}

void readWeChat(YamlSection &section, const QDir &base, identity::WeChatSettings &settings)
{
    readNeeded(section, "app-id", settings.appId);
    readSecret(section, "secret-file", base, settings.secret);
    readUrl(section, "authorization-url", settings.authorization);
    readUrl(section, "token-url", settings.token);
    readUrl(section, "user-info-url", settings.userInfo);
}

void readAuthorities(YamlSection &section, const QDir &base, QList<QSslCertificate> &authorities)
{
    QString path;
    section.readPath("ca-file", base, path);
    if (path.isEmpty())
        return;
    authorities = QSslCertificate::fromPath(path);
    if (authorities.isEmpty())
        section.problem("ca-file", path % u": holds no certificate in PEM"_s);
}

} // namespace

void readSignIn(YamlSection &section, const QDir &base, SignInConfig &signIn)
{
    QString signUp = u"open"_s;
    section.read("sign-up", signUp);
    signIn.signUpOpen = signUp == "open"_L1;
    if (!signIn.signUpOpen && signUp != "closed"_L1)
        section.problem("sign-up", u"expected open or closed"_s);
    readPublicUrl(section, signIn.publicUrl);
    readAuthorities(section, base, signIn.authorities);
    section.section("microsoft", [&](YamlSection &inner) {
        readMicrosoft(inner, base, signIn.microsoft.emplace());
    });
    section.section("wechat",
                    [&](YamlSection &inner) { readWeChat(inner, base, signIn.weChat.emplace()); });
    if ((signIn.microsoft || signIn.weChat) && signIn.publicUrl.isEmpty())
        section.problem("public-url", u"expected the address by which browsers reach berthd"_s);
}

} // namespace berthd
