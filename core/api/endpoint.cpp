// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/endpoint.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace api {

bool Access::admits(const model::Account &account) const
{
    const auto any = permissions();
    return any.empty() || std::any_of(any.begin(), any.end(), [&](model::Permission permission) {
               return account.has(permission);
           });
}

QString Access::wanted() const
{
    QStringList words;
    for (const model::Permission permission : permissions())
        words.append(json::nameOf(permission));
    return words.join(u" or "_s);
}

QString fillPath(QLatin1StringView path, const QStringList &values)
{
    QString filled;
    qsizetype from = 0;
    for (const QString &value : values) {
        const qsizetype open = path.indexOf(u'{', from);
        Q_ASSERT(open >= 0);
        filled += path.mid(from, open - from);
        filled += QString::fromLatin1(QUrl::toPercentEncoding(value));
        from = path.indexOf(u'}', open) + 1;
    }
    Q_ASSERT(path.indexOf(u'{', from) < 0);
    return filled + path.mid(from);
}

QLatin1StringView nameOf(Verb verb)
{
    switch (verb) {
    case Verb::Get:
        return QLatin1StringView("GET");
    case Verb::Post:
        return QLatin1StringView("POST");
    case Verb::Put:
        return QLatin1StringView("PUT");
    case Verb::Delete:
        return QLatin1StringView("DELETE");
    }
    Q_UNREACHABLE();
}

} // namespace api
