// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/mailconfig.h"

#include "backend/daemon/secretfile.h"
#include "backend/daemon/yamlsection.h"

#include <QHostAddress>
#include <QSslCertificate>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

constexpr int kSubmissionPort = 587;
constexpr int kTlsPort = 465;

bool isHere(const QUrl &url)
{
    return QHostAddress(url.host()).isLoopback() || url.host() == "localhost"_L1;
}

void readUrl(YamlSection &section, QUrl &url)
{
    QString text;
    section.read("url", text);
    url = QUrl(text, QUrl::StrictMode);
    const bool isTls = url.scheme() == "smtps"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!isTls && url.scheme() != "smtp"_L1)
        || !url.userInfo().isEmpty() || !url.path().isEmpty() || url.hasQuery()
        || url.hasFragment())
        return section.problem("url", u"expected smtp://host:port or smtps://host:port"_s);
    if (url.port() < 0)
        url.setPort(isTls ? kTlsPort : kSubmissionPort);
}

void readTls(YamlSection &section, mail::SmtpSettings &server)
{
    QString tls = u"required"_s;
    section.read("tls", tls);
    server.needsTls = tls != "none"_L1;
    if (server.needsTls && tls != "required"_L1)
        section.problem("tls", u"expected required or none"_s);
    if (!server.needsTls && (!isHere(server.url) || server.url.scheme() == "smtps"_L1))
        section.problem("tls", u"none is for an smtp server of this machine only"_s);
}

void readLogin(YamlSection &section, const QDir &base, mail::SmtpSettings &server)
{
    section.read("username", server.username);
    if (section.has("username") || section.has("password-file"))
        readSecret(section, "password-file", base, server.password);
    if (section.has("password-file") && !section.has("username"))
        section.problem("username", u"expected whose password it is"_s);
}

void readAuthority(YamlSection &section, const QDir &base, QString &path)
{
    section.readPath("ca-file", base, path);
    if (!path.isEmpty() && QSslCertificate::fromPath(path).isEmpty())
        section.problem("ca-file", path % u": holds no certificate in PEM"_s);
}

} // namespace

void readMail(YamlSection &section, const QDir &base, MailConfig &mail)
{
    readUrl(section, mail.server.url);
    readTls(section, mail.server);
    readLogin(section, base, mail.server);
    readAuthority(section, base, mail.server.authorityFile);
    section.read("from", mail.from);
    if (!mail::isAddress(mail.from))
        section.problem("from", u"expected the mail address that mails come from"_s);
}

} // namespace berthd
