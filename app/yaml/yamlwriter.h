// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"

// Structs to YAML by their field lists, in their order, for people: commands of several lines are
// blocks, and what has its initial value is left out.
namespace yaml {

// The text as a scalar of a line's end; a block is indented by `indent` spaces.
QByteArray scalar(const QString &text, int indent);

inline QByteArray scalarOf(bool value, int)
{
    return value ? "true" : "false";
}

inline QByteArray scalarOf(int value, int)
{
    return QByteArray::number(value);
}

inline QByteArray scalarOf(const QString &value, int indent)
{
    return scalar(value, indent);
}

template <typename Tag, typename Value>
QByteArray scalarOf(const Id<Tag, Value> &value, int indent)
{
    return scalar(value.toString(), indent);
}

template <json::NamedEnum Enum>
QByteArray scalarOf(Enum value, int indent)
{
    return scalar(json::nameOf(value), indent);
}

template <json::Described T>
QByteArray mapOf(const T &value, int indent);

// What stands behind "key:", with its line's end.
template <typename T>
QByteArray behindKey(const T &value, int indent)
{
    if constexpr (json::Described<T>)
        return QByteArray('\n' + mapOf(value, indent + 2));
    else
        return QByteArray(' ' + scalarOf(value, indent + 2) + '\n');
}

template <typename T>
QByteArray behindKey(const std::optional<T> &value, int indent)
{
    return behindKey(*value, indent);
}

template <typename T>
QByteArray behindKey(const QList<T> &list, int indent)
{
    const QByteArray margin(indent + 2, ' ');
    QByteArray text = "\n";
    for (const T &item : list) {
        if constexpr (json::Described<T>)
            text += margin + "- " + mapOf(item, indent + 4).mid(indent + 4);
        else
            text += margin + "- " + scalarOf(item, indent + 4) + '\n';
    }
    return text;
}

template <json::Described T>
QByteArray mapOf(const T &value, int indent)
{
    const QByteArray margin(indent, ' ');
    const T initial{};
    QByteArray text;
    const auto add = [&](const auto &field) {
        const auto &member = value.*field.member;
        if (member == initial.*field.member)
            return;
        const QString name = field.name;
        text += margin + name.toUtf8() + ':' + behindKey(member, indent);
    };
    std::apply([&](const auto &...field) { (add(field), ...); }, T::fields());
    return text.isEmpty() ? QByteArray(margin + "{}\n") : text;
}

template <json::Described T>
QByteArray write(const T &value)
{
    return mapOf(value, 0);
}

} // namespace yaml
