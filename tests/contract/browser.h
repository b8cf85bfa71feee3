// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QNetworkAccessManager>
#include <QUrlQuery>

namespace support {

// What a person's browser does: keeps cookies, follows redirections and sends forms.
class Browser
{
public:
    struct Page
    {
        int status = 0;
        QUrl url; // after all redirections
        QString html;

        bool has(const QString &text) const { return html.contains(text); }
    };

    Page open(const QUrl &url);
    // Sends the page's first form with its hidden fields and these.
    Page submit(const Page &page, const QUrlQuery &fields);

private:
    Page wait(QNetworkReply *reply);

    QNetworkAccessManager m_network;
};

} // namespace support
