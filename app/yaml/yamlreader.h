// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"

#include <QSet>

#include <yaml-cpp/yaml.h>

// Structs from YAML by their field lists. Every key may be left out.
namespace yaml {

// Where a value stands in the file and in the struct.
struct Place
{
    QString path;
    QSet<QLatin1StringView> secrets; // keys that no file may have
    YAML::Mark key = YAML::Mark::null_mark(); // of the value, which may be missing

    Place inside(const QString &name, const YAML::Mark &mark) const;
    Place at(qsizetype index) const;
    Error error(const YAML::Node &node, const QString &text) const; // "line 4: spec.image: …"
};

// The one document in the text.
Result<YAML::Node> parse(const QByteArray &text);

// The text of a scalar. It may be in quotes, but must be there: "key:" alone is an error.
Result<QString> textOf(const YAML::Node &node, const Place &place, const QString &expected);

Result<> readInto(const YAML::Node &node, bool &value, const Place &place);
Result<> readInto(const YAML::Node &node, int &value, const Place &place);
Result<> readInto(const YAML::Node &node, QString &value, const Place &place);

// Where the keys of a map stand: each of them known, no secret and there once.
Result<QMap<QString, YAML::Mark>> keysOf(const YAML::Node &node,
                                         const QList<QLatin1StringView> &known, const Place &place);

template <typename Tag, typename Value>
Result<> readInto(const YAML::Node &node, Id<Tag, Value> &value, const Place &place);
template <json::NamedEnum Enum>
Result<> readInto(const YAML::Node &node, Enum &value, const Place &place);
template <typename T>
Result<> readInto(const YAML::Node &node, std::optional<T> &value, const Place &place);
template <typename T>
Result<> readInto(const YAML::Node &node, QList<T> &list, const Place &place);
template <json::Described T>
Result<> readInto(const YAML::Node &node, T &value, const Place &place);

template <typename T>
Result<T> read(const QByteArray &text, const QSet<QLatin1StringView> &secrets = {})
{
    TRY_ASSIGN(const YAML::Node node, parse(text));
    T value;
    TRY_VOID(readInto(node, value, Place{.path = {}, .secrets = secrets}));
    return value;
}

template <typename Tag, typename Value>
Result<> readInto(const YAML::Node &node, Id<Tag, Value> &value, const Place &place)
{
    TRY_ASSIGN(const QString text, textOf(node, place, QStringLiteral("an id")));
    const auto id = Id<Tag, Value>::fromString(text);
    if (!id || text.isEmpty())
        return place.error(node, QStringLiteral("expected an id"));
    value = *id;
    return {};
}

template <json::NamedEnum Enum>
Result<> readInto(const YAML::Node &node, Enum &value, const Place &place)
{
    QStringList words;
    for (const auto &entry : json::EnumNames<Enum>::table)
        words.append(entry.second);
    const QString expected = QStringLiteral("one of ") + words.join(QStringLiteral(", "));
    TRY_ASSIGN(const QString word, textOf(node, place, expected));
    const auto known = json::fromName<Enum>(word);
    if (!known)
        return place.error(node, QStringLiteral("expected ") + expected);
    value = *known;
    return {};
}

template <typename T>
Result<> readInto(const YAML::Node &node, std::optional<T> &value, const Place &place)
{
    return readInto(node, value.emplace(), place);
}

template <typename T>
Result<> readInto(const YAML::Node &node, QList<T> &list, const Place &place)
{
    if (!node.IsSequence())
        return place.error(node, QStringLiteral("expected a list"));
    list.clear();
    for (const auto &item : node) {
        T value{};
        TRY_VOID(readInto(item, value, place.at(list.size())));
        list.append(std::move(value));
    }
    return {};
}

template <json::Described T>
Result<> readInto(const YAML::Node &node, T &value, const Place &place)
{
    const auto fields = T::fields();
    const auto names =
        std::apply([](const auto &...field) { return QList{field.name...}; }, fields);
    TRY_ASSIGN(const auto keys, keysOf(node, names, place));
    Result<> outcome;
    const auto readOne = [&](const auto &field) {
        const QString name = field.name;
        if (const auto key = keys.constFind(name); key != keys.constEnd())
            outcome =
                readInto(node[name.toStdString()], value.*field.member, place.inside(name, *key));
        return bool(outcome);
    };
    std::apply([&](const auto &...field) { return (readOne(field) && ...); }, fields);
    return outcome;
}

} // namespace yaml
