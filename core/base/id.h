// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDebug>
#include <QHash>
#include <QString>
#include <QUuid>

#include <concepts>
#include <optional>

// A name that cannot be mistaken for another kind of name. Tag tells kinds apart; Value is what is
// stored: QString for names people give, QUuid for jobs, an integer for users.
template <typename Tag, typename Value = QString>
class Id
{
public:
    Id() = default;
    explicit Id(Value value)
        : m_value(std::move(value))
    { }

    const Value &value() const { return m_value; }
    bool isEmpty() const { return m_value == Value(); }

    QString toString() const
    {
        if constexpr (std::same_as<Value, QString>)
            return m_value;
        else if constexpr (std::same_as<Value, QUuid>)
            return m_value.toString(QUuid::WithoutBraces);
        else
            return QString::number(m_value);
    }

    // Absent when the text is no such id.
    static std::optional<Id> fromString(const QString &text)
    {
        if constexpr (std::same_as<Value, QString>) {
            return Id(text);
        } else if constexpr (std::same_as<Value, QUuid>) {
            const Id id(QUuid::fromString(text));
            return id.isEmpty() || id.toString() != text ? std::nullopt : std::optional(id);
        } else {
            bool ok = false;
            const auto number = text.toLongLong(&ok);
            return ok && std::in_range<Value>(number) ? std::optional(Id(Value(number)))
                                                      : std::nullopt;
        }
    }

    friend bool operator==(const Id &a, const Id &b) { return a.m_value == b.m_value; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_value, seed); }
    friend QDebug operator<<(QDebug debug, const Id &id)
    {
        const QDebugStateSaver saver(debug);
        return debug.noquote() << id.toString();
    }

private:
    Value m_value{};
};
