// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/browser.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

QString unescaped(QString text)
{
    return text.replace(u"&quot;"_s, u"\""_s).replace(u"&amp;"_s, u"&"_s);
}

QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression pattern(u"\\b%1=\"([^\"]*)\""_s.arg(name));
    return unescaped(pattern.match(tag).captured(1));
}

} // namespace

Browser::Page Browser::open(const QUrl &url)
{
    return wait(m_network.get(QNetworkRequest(url)));
}

Browser::Page Browser::submit(const Page &page, const QUrlQuery &fields)
{
    static const QRegularExpression formPattern(u"<form[^>]*>"_s);
    static const QRegularExpression inputPattern(u"<input[^>]*type=\"hidden\"[^>]*>"_s);
    const QString form = formPattern.match(page.html).captured();
    QUrlQuery query = fields;
    auto input = inputPattern.globalMatch(page.html);
    while (input.hasNext()) {
        const QString tag = input.next().captured();
        query.addQueryItem(attribute(tag, u"name"_s), attribute(tag, u"value"_s));
    }
    QNetworkRequest request(page.url.resolved(QUrl(attribute(form, u"action"_s))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setRawHeader("Origin",
                         page.url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toEncoded());
    return wait(m_network.post(request, query.toString(QUrl::FullyEncoded).toUtf8()));
}

Browser::Page Browser::wait(QNetworkReply *reply)
{
    reply->setParent(&m_network);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(30s, &loop, &QEventLoop::quit);
    loop.exec();
    const Page page{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                    reply->url(), QString::fromUtf8(reply->readAll())};
    reply->deleteLater();
    return page;
}

} // namespace support
