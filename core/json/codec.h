// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/json/enumnames.h"
#include "core/json/field.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QMap>

#include <optional>

// Structs ↔ JSON by their field lists. Decoding is strict: what is missing or of the wrong type is
// InvalidInput with the path (`tasks[1].devices: expected an integer`); unknown keys are ignored, so
// that an old reader understands a new writer. Times are ISO 8601 in UTC with milliseconds.
namespace json {

// Where a decoder stands. Lexical: the values are words of a query string, so numbers and
// booleans come as text and lists are separated by commas.
struct Place
{
    QString path;
    bool lexical = false;

    Place inside(QLatin1StringView key) const;
    Place at(qsizetype index) const;
    Error expected(const QString &what) const;
};

Result<> decodeInto(const QJsonValue &json, bool &value, const Place &place);
Result<> decodeInto(const QJsonValue &json, qint64 &value, const Place &place);
Result<> decodeInto(const QJsonValue &json, int &value, const Place &place);
Result<> decodeInto(const QJsonValue &json, double &value, const Place &place);
Result<> decodeInto(const QJsonValue &json, QString &value, const Place &place);
Result<> decodeInto(const QJsonValue &json, QDateTime &value, const Place &place);
Result<> decodeInto(const QJsonValue &json, QJsonObject &value, const Place &place);
QJsonValue encode(bool value);
QJsonValue encode(int value);
QJsonValue encode(qint64 value);
QJsonValue encode(double value);
QJsonValue encode(const QString &value);
QJsonValue encode(const QDateTime &value);
QJsonValue encode(const QJsonObject &value);

template <typename T>
struct IsOptional : std::false_type
{ };
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type
{ };

template <typename Tag, typename Value>
QJsonValue encode(const Id<Tag, Value> &id);
template <NamedEnum Enum>
QJsonValue encode(Enum value);
template <typename T>
QJsonValue encode(const std::optional<T> &value);
template <typename T>
QJsonValue encode(const QList<T> &list);
template <typename T>
QJsonValue encode(const QMap<QString, T> &map);
template <Described T>
QJsonValue encode(const T &value);

template <typename Tag, typename Value>
Result<> decodeInto(const QJsonValue &json, Id<Tag, Value> &id, const Place &place);
template <NamedEnum Enum>
Result<> decodeInto(const QJsonValue &json, Enum &value, const Place &place);
template <typename T>
Result<> decodeInto(const QJsonValue &json, std::optional<T> &value, const Place &place);
template <typename T>
Result<> decodeInto(const QJsonValue &json, QList<T> &list, const Place &place);
template <typename T>
Result<> decodeInto(const QJsonValue &json, QMap<QString, T> &map, const Place &place);
template <Described T>
Result<> decodeInto(const QJsonValue &json, T &value, const Place &place);

template <typename T>
Result<T> decode(const QJsonValue &json, const Place &place = {})
{
    T value{};
    TRY_VOID(decodeInto(json, value, place));
    return value;
}

// Text ↔ struct; a syntax error names the byte it stands at.
Result<QJsonValue> parse(const QByteArray &text);
QByteArray toText(const QJsonValue &json);

template <typename T>
Result<T> decodeText(const QByteArray &text)
{
    TRY_ASSIGN(const QJsonValue json, parse(text));
    return decode<T>(json);
}
template <typename T>
QByteArray encodeText(const T &value)
{
    return toText(encode(value));
}

template <typename Tag, typename Value>
QJsonValue encode(const Id<Tag, Value> &id)
{
    if constexpr (std::integral<Value>)
        return encode(qint64(id.value()));
    else
        return id.toString();
}

template <NamedEnum Enum>
QJsonValue encode(Enum value)
{
    return nameOf(value);
}

template <typename T>
QJsonValue encode(const std::optional<T> &value)
{
    return value ? encode(*value) : QJsonValue();
}

template <typename T>
QJsonValue encode(const QList<T> &list)
{
    QJsonArray array;
    for (const auto &item : list)
        array.append(encode(item));
    return array;
}

template <typename T>
QJsonValue encode(const QMap<QString, T> &map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), encode(it.value()));
    return object;
}

template <Described T>
QJsonValue encode(const T &value)
{
    QJsonObject object;
    const auto add = [&](const auto &field) {
        const QJsonValue json = encode(value.*field.member);
        if (!json.isNull())
            object.insert(field.name, json);
    };
    std::apply([&](const auto &...field) { (add(field), ...); }, T::fields());
    return object;
}

template <typename Tag, typename Value>
Result<> decodeInto(const QJsonValue &json, Id<Tag, Value> &id, const Place &place)
{
    QString text = json.toString();
    if constexpr (std::integral<Value>) {
        if (json.isDouble())
            text = QString::number(json.toInteger());
    }
    const auto known = Id<Tag, Value>::fromString(text);
    if (!known || text.isEmpty())
        return place.expected(QStringLiteral("an id"));
    id = *known;
    return {};
}

template <NamedEnum Enum>
Result<> decodeInto(const QJsonValue &json, Enum &value, const Place &place)
{
    if (const auto known = fromName<Enum>(json.toString())) {
        value = *known;
        return {};
    }
    QStringList words;
    for (const auto &entry : EnumNames<Enum>::table)
        words.append(entry.second);
    return place.expected(QStringLiteral("one of ") + words.join(QStringLiteral(", ")));
}

template <typename T>
Result<> decodeInto(const QJsonValue &json, std::optional<T> &value, const Place &place)
{
    value.reset();
    if (json.isNull() || json.isUndefined())
        return {};
    TRY_VOID(decodeInto(json, value.emplace(), place));
    return {};
}

template <typename T>
Result<> decodeInto(const QJsonValue &json, QList<T> &list, const Place &place)
{
    list.clear();
    QJsonArray array = json.toArray();
    if (place.lexical && json.isString()) {
        const QStringList words = json.toString().split(u',', Qt::SkipEmptyParts);
        array = QJsonArray::fromStringList(words);
    } else if (!json.isArray()) {
        return place.expected(QStringLiteral("a list"));
    }
    list.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        T item{};
        TRY_VOID(decodeInto(array.at(i), item, place.at(i)));
        list.append(std::move(item));
    }
    return {};
}

template <typename T>
Result<> decodeInto(const QJsonValue &json, QMap<QString, T> &map, const Place &place)
{
    map.clear();
    if (!json.isObject())
        return place.expected(QStringLiteral("an object"));
    const QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        T item{};
        TRY_VOID(
            decodeInto(it.value(), item, place.inside(QLatin1StringView(it.key().toLatin1()))));
        map.insert(it.key(), std::move(item));
    }
    return {};
}

template <Described T>
Result<> decodeInto(const QJsonValue &json, T &value, const Place &place)
{
    if (!json.isObject())
        return place.expected(QStringLiteral("an object"));
    const QJsonObject object = json.toObject();
    Result<> outcome;
    const auto read = [&](const auto &field) {
        using Member = typename std::remove_cvref_t<decltype(field)>::Value;
        const auto it = object.find(field.name);
        if (it == object.end() && (field.presence == Presence::Defaulted || IsOptional<Member>()))
            return true;
        const QJsonValue item = it == object.end() ? QJsonValue(QJsonValue::Undefined) : it.value();
        outcome = decodeInto(item, value.*field.member, place.inside(field.name));
        return bool(outcome);
    };
    std::apply([&](const auto &...field) { return (read(field) && ...); }, T::fields());
    return outcome;
}

} // namespace json
