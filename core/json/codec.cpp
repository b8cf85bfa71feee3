// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/codec.h"

#include <QJsonDocument>

#include <cmath>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace json {

Place Place::inside(QLatin1StringView key) const
{
    return {path.isEmpty() ? QString(key) : QString(path % u'.' % key), lexical};
}

Place Place::at(qsizetype index) const
{
    return {path % u'[' % QString::number(index) % u']', lexical};
}

Error Place::expected(const QString &what) const
{
    const QString where = path.isEmpty() ? u"body"_s : path;
    return {ErrorCode::InvalidInput, where % u": expected " % what, path};
}

Result<> decodeInto(const QJsonValue &json, bool &value, const Place &place)
{
    if (place.lexical && (json == "true"_L1 || json == "false"_L1)) {
        value = json == "true"_L1;
        return {};
    }
    if (!json.isBool())
        return place.expected(u"true or false"_s);
    value = json.toBool();
    return {};
}

Result<> decodeInto(const QJsonValue &json, qint64 &value, const Place &place)
{
    if (place.lexical && json.isString()) {
        bool ok = false;
        value = json.toString().toLongLong(&ok);
        return ok ? Result<>() : place.expected(u"an integer"_s);
    }
    constexpr double kExact = 9007199254740992.0; // beyond 2^53 JSON numbers lose digits
    const double number = json.toDouble(std::nan(""));
    if (!json.isDouble() || std::trunc(number) != number || std::abs(number) > kExact)
        return place.expected(u"an integer"_s);
    value = json.toInteger();
    return {};
}

Result<> decodeInto(const QJsonValue &json, int &value, const Place &place)
{
    qint64 wide = 0;
    TRY_VOID(decodeInto(json, wide, place));
    if (!std::in_range<int>(wide))
        return place.expected(u"a smaller integer"_s);
    value = int(wide);
    return {};
}

Result<> decodeInto(const QJsonValue &json, double &value, const Place &place)
{
    if (place.lexical && json.isString()) {
        bool ok = false;
        value = json.toString().toDouble(&ok);
        return ok && std::isfinite(value) ? Result<>() : place.expected(u"a number"_s);
    }
    if (!json.isDouble())
        return place.expected(u"a number"_s);
    value = json.toDouble();
    return {};
}

Result<> decodeInto(const QJsonValue &json, QString &value, const Place &place)
{
    if (!json.isString())
        return place.expected(u"a text"_s);
    value = json.toString();
    if (value.contains(QChar(u'\0')))
        return place.expected(u"a text without NUL"_s);
    return {};
}

Result<> decodeInto(const QJsonValue &json, QDateTime &value, const Place &place)
{
    value = QDateTime::fromString(json.toString(), Qt::ISODateWithMs).toUTC();
    if (!value.isValid())
        return place.expected(u"a time such as 2026-01-31T12:00:00.000Z"_s);
    return {};
}

Result<> decodeInto(const QJsonValue &json, QJsonObject &value, const Place &place)
{
    if (!json.isObject())
        return place.expected(u"an object"_s);
    value = json.toObject();
    return {};
}

QJsonValue encode(bool value)
{
    return value;
}

QJsonValue encode(int value)
{
    return value;
}

QJsonValue encode(qint64 value)
{
    return value;
}

QJsonValue encode(double value)
{
    return value;
}

QJsonValue encode(const QString &value)
{
    return value;
}

QJsonValue encode(const QDateTime &value)
{
    return value.toUTC().toString(Qt::ISODateWithMs);
}

QJsonValue encode(const QJsonObject &value)
{
    return value;
}

Result<QJsonValue> parse(const QByteArray &text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        return Error{ErrorCode::InvalidInput,
                     u"not JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset),
                     QString()};
    }
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

QByteArray toText(const QJsonValue &json)
{
    const auto document =
        json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    return document.toJson(QJsonDocument::Compact);
}

} // namespace json
