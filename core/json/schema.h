// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"

#include <QMetaType>

// JSON Schema of a struct from its field list, for the OpenAPI document. Structs are named by their
// C++ name without the namespace and stand under #/components/schemas.
namespace json {

class Schemas
{
public:
    // A schema for T: inline for simple values, a $ref for structs, which are added to components.
    template <typename T>
    QJsonObject of();

    // The query parameters of a flat struct.
    template <Described T>
    QJsonArray parametersOf();

    const QJsonObject &components() const { return m_components; }

private:
    template <Described T>
    QJsonObject reference();
    template <Described T>
    QJsonObject describe();

    QJsonObject m_components;
};

QJsonObject simpleSchema(QLatin1StringView type, QLatin1StringView format = {});
QJsonObject enumSchema(const QStringList &words);
QString componentName(const char *typeName);

template <typename T>
struct SchemaOf;

template <typename T>
QJsonObject Schemas::of()
{
    using namespace Qt::Literals::StringLiterals;
    if constexpr (std::same_as<T, bool>)
        return simpleSchema("boolean"_L1);
    else if constexpr (std::integral<T>)
        return simpleSchema("integer"_L1, sizeof(T) > 4 ? "int64"_L1 : "int32"_L1);
    else if constexpr (std::floating_point<T>)
        return simpleSchema("number"_L1);
    else if constexpr (std::same_as<T, QString>)
        return simpleSchema("string"_L1);
    else if constexpr (std::same_as<T, QDateTime>)
        return simpleSchema("string"_L1, "date-time"_L1);
    else if constexpr (std::same_as<T, QJsonObject>)
        return simpleSchema("object"_L1);
    else if constexpr (Described<T>)
        return reference<T>();
    else
        return SchemaOf<T>::in(*this);
}

template <Described T>
QJsonObject Schemas::reference()
{
    using namespace Qt::Literals::StringLiterals;
    const QString name = componentName(QMetaType::fromType<T>().name());
    if (!m_components.contains(name)) {
        m_components.insert(name,
                            QJsonObject()); // ends the recursion of types that hold themselves
        m_components.insert(name, describe<T>());
    }
    return {{"$ref"_L1, QString(u"#/components/schemas/"_s % name)}};
}

template <Described T>
QJsonObject Schemas::describe()
{
    using namespace Qt::Literals::StringLiterals;
    QJsonObject properties;
    QJsonArray required;
    const auto add = [&](const auto &field) {
        using Member = typename std::remove_cvref_t<decltype(field)>::Value;
        properties.insert(field.name, of<Member>());
        if (field.presence == Presence::Required && !IsOptional<Member>())
            required.append(field.name);
    };
    std::apply([&](const auto &...field) { (add(field), ...); }, T::fields());
    QJsonObject schema = simpleSchema("object"_L1);
    schema.insert("properties"_L1, properties);
    if (!required.isEmpty())
        schema.insert("required"_L1, required);
    return schema;
}

template <Described T>
QJsonArray Schemas::parametersOf()
{
    using namespace Qt::Literals::StringLiterals;
    QJsonArray parameters;
    const auto add = [&](const auto &field) {
        using Member = typename std::remove_cvref_t<decltype(field)>::Value;
        parameters.append(QJsonObject{
            {"name"_L1, field.name},
            {"in"_L1, "query"_L1},
            {"required"_L1, field.presence == Presence::Required && !IsOptional<Member>()},
            {"schema"_L1, of<Member>()}});
    };
    std::apply([&](const auto &...field) { (add(field), ...); }, T::fields());
    return parameters;
}

template <typename Tag, typename Value>
struct SchemaOf<Id<Tag, Value>>
{
    static QJsonObject in(Schemas &schemas)
    {
        using namespace Qt::Literals::StringLiterals;
        if constexpr (std::integral<Value>)
            return schemas.of<Value>();
        else if constexpr (std::same_as<Value, QUuid>)
            return simpleSchema("string"_L1, "uuid"_L1);
        else
            return simpleSchema("string"_L1);
    }
};

template <NamedEnum Enum>
struct SchemaOf<Enum>
{
    static QJsonObject in(Schemas &)
    {
        QStringList words;
        for (const auto &entry : EnumNames<Enum>::table)
            words.append(entry.second);
        return enumSchema(words);
    }
};

template <typename T>
struct SchemaOf<std::optional<T>>
{
    static QJsonObject in(Schemas &schemas) { return schemas.of<T>(); }
};

template <typename T>
struct SchemaOf<QList<T>>
{
    static QJsonObject in(Schemas &schemas)
    {
        using namespace Qt::Literals::StringLiterals;
        QJsonObject schema = simpleSchema("array"_L1);
        schema.insert("items"_L1, schemas.of<T>());
        return schema;
    }
};

template <typename T>
struct SchemaOf<QMap<QString, T>>
{
    static QJsonObject in(Schemas &schemas)
    {
        using namespace Qt::Literals::StringLiterals;
        QJsonObject schema = simpleSchema("object"_L1);
        schema.insert("additionalProperties"_L1, schemas.of<T>());
        return schema;
    }
};

} // namespace json
