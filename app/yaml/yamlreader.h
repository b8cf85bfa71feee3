// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/yaml/problem.h"
#include "core/json/codec.h"

#include <QSet>

#include <yaml-cpp/yaml.h>

#include <variant>

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
    Problem problem(const YAML::Node &node, Problem::Kind kind) const;
};

// The one document in the text.
std::variant<YAML::Node, Problem> parse(const QByteArray &text);

// The text of a scalar. It may be in quotes, but must be there: "key:" alone has none.
std::optional<QString> textOf(const YAML::Node &node);

Outcome readInto(const YAML::Node &node, bool &value, const Place &place);
Outcome readInto(const YAML::Node &node, int &value, const Place &place);
Outcome readInto(const YAML::Node &node, QString &value, const Place &place);

// Where the keys of a map stand: each of them known, no secret and there once.
using Marks = QMap<QString, YAML::Mark>;
std::variant<Marks, Problem> keysOf(const YAML::Node &node, const QList<QLatin1StringView> &known,
                                    const Place &place);

template <typename Tag, typename Value>
Outcome readInto(const YAML::Node &node, Id<Tag, Value> &value, const Place &place);
template <json::NamedEnum Enum>
Outcome readInto(const YAML::Node &node, Enum &value, const Place &place);
template <typename T>
Outcome readInto(const YAML::Node &node, std::optional<T> &value, const Place &place);
template <typename T>
Outcome readInto(const YAML::Node &node, QList<T> &list, const Place &place);
template <json::Described T>
Outcome readInto(const YAML::Node &node, T &value, const Place &place);

template <typename T>
std::variant<T, Problem> read(const QByteArray &text, const QSet<QLatin1StringView> &secrets = {})
{
    const auto parsed = parse(text);
    if (const auto *problem = std::get_if<Problem>(&parsed))
        return *problem;
    T value;
    const Place place{.path = {}, .secrets = secrets};
    if (const auto problem = readInto(std::get<YAML::Node>(parsed), value, place))
        return *problem;
    return value;
}

template <typename Tag, typename Value>
Outcome readInto(const YAML::Node &node, Id<Tag, Value> &value, const Place &place)
{
    const QString text = textOf(node).value_or(QString());
    const auto id = Id<Tag, Value>::fromString(text);
    if (!id || text.isEmpty())
        return place.problem(node, Problem::Kind::IdExpected);
    value = *id;
    return {};
}

template <json::NamedEnum Enum>
Outcome readInto(const YAML::Node &node, Enum &value, const Place &place)
{
    const auto text = textOf(node);
    if (const auto known = text ? json::fromName<Enum>(*text) : std::nullopt) {
        value = *known;
        return {};
    }
    Problem problem = place.problem(node, Problem::Kind::WordExpected);
    for (const auto &entry : json::EnumNames<Enum>::table)
        problem.words.append(entry.second);
    return problem;
}

template <typename T>
Outcome readInto(const YAML::Node &node, std::optional<T> &value, const Place &place)
{
    return readInto(node, value.emplace(), place);
}

template <typename T>
Outcome readInto(const YAML::Node &node, QList<T> &list, const Place &place)
{
    if (!node.IsSequence())
        return place.problem(node, Problem::Kind::ListExpected);
    list.clear();
    for (const auto &item : node) {
        T value{};
        if (const auto problem = readInto(item, value, place.at(list.size())))
            return problem;
        list.append(std::move(value));
    }
    return {};
}

template <json::Described T>
Outcome readInto(const YAML::Node &node, T &value, const Place &place)
{
    const auto fields = T::fields();
    const auto names =
        std::apply([](const auto &...field) { return QList{field.name...}; }, fields);
    const auto found = keysOf(node, names, place);
    if (const auto *problem = std::get_if<Problem>(&found))
        return *problem;
    const auto &keys = std::get<Marks>(found);
    Outcome outcome;
    const auto readOne = [&](const auto &field) {
        const QString name = field.name;
        if (const auto key = keys.constFind(name); key != keys.constEnd())
            outcome =
                readInto(node[name.toStdString()], value.*field.member, place.inside(name, *key));
        return !outcome;
    };
    std::apply([&](const auto &...field) { return (readOne(field) && ...); }, fields);
    return outcome;
}

} // namespace yaml
