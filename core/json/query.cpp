// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/query.h"

namespace json {

namespace {

QString word(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList words;
        for (const auto &item : value.toArray())
            words.append(word(item));
        return words.join(u',');
    }
    return value.toVariant().toString();
}

} // namespace

QJsonObject queryToJson(const QUrlQuery &query)
{
    QJsonObject object;
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded))
        object.insert(key, value);
    return object;
}

QUrlQuery jsonToQuery(const QJsonObject &object)
{
    // QUrlQuery keeps '+' and '%' as they stand, and servers may read '+' as a space.
    QUrlQuery query;
    for (auto it = object.begin(); it != object.end(); ++it) {
        query.addQueryItem(it.key(),
                           QString::fromLatin1(QUrl::toPercentEncoding(word(it.value()))));
    }
    return query;
}

} // namespace json
