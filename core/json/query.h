// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"

#include <QUrl>
#include <QUrlQuery>

// A flat struct ↔ the query part of a URL, by the same field list as its JSON. Lists are one value
// separated by commas. An absent field keeps its initial value when it is optional or defaulted.
namespace json {

QJsonObject queryToJson(const QUrlQuery &query);
QUrlQuery jsonToQuery(const QJsonObject &object);

template <Described T>
Result<T> fromQuery(const QUrlQuery &query)
{
    return decode<T>(queryToJson(query), {QString(), true});
}

template <Described T>
QUrlQuery toQuery(const T &value)
{
    return jsonToQuery(encode(value).toObject());
}

} // namespace json
