// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/openapi.h"

#include "core/api/everything.h"
#include "core/json/schema.h"

namespace api {

namespace {

QJsonObject content(const QJsonObject &schema)
{
    return {{"application/json"_L1, QJsonObject{{"schema"_L1, schema}}}};
}

QJsonObject reference(const QString &path)
{
    return {{"$ref"_L1, path}};
}

QJsonArray pathParameters(QLatin1StringView path)
{
    QJsonArray parameters;
    for (const QString &segment : QString(path).split(u'/')) {
        if (!segment.startsWith(u'{'))
            continue;
        parameters.append(QJsonObject{{"name"_L1, segment.mid(1).chopped(1)},
                                      {"in"_L1, "path"_L1},
                                      {"required"_L1, true},
                                      {"schema"_L1, json::simpleSchema("string"_L1)}});
    }
    return parameters;
}

QJsonObject operation(QLatin1StringView summary, const Access &access)
{
    QJsonObject object{{"summary"_L1, summary}};
    object.insert("security"_L1, access.isPublic()
                                     ? QJsonArray()
                                     : QJsonArray{QJsonObject{{"session"_L1, QJsonArray()}}});
    if (!access.permissions().empty())
        object.insert("x-permission"_L1, access.wanted());
    return object;
}

QJsonObject answers(const QString &status, const QJsonObject &success)
{
    return {{status, success}, {"default"_L1, reference(u"#/components/responses/Error"_s)}};
}

template <typename Input>
void addQuery(json::Schemas &schemas, QLatin1StringView path, QJsonObject &operation)
{
    QJsonArray parameters = pathParameters(path);
    for (const auto &parameter : schemas.parametersOf<Input>())
        parameters.append(parameter);
    if (!parameters.isEmpty())
        operation.insert("parameters"_L1, parameters);
}

template <typename Input, typename Output>
std::pair<QString, QJsonObject> describe(json::Schemas &schemas,
                                         const Endpoint<Input, Output> &endpoint)
{
    QJsonObject object = operation(endpoint.summary, endpoint.access);
    if (endpoint.verb == Verb::Get || endpoint.verb == Verb::Delete) {
        addQuery<Input>(schemas, endpoint.path, object);
    } else {
        addQuery<model::Nothing>(schemas, endpoint.path, object);
        if (!std::same_as<Input, model::Nothing>)
            object.insert(
                "requestBody"_L1,
                QJsonObject{{"required"_L1, true}, {"content"_L1, content(schemas.of<Input>())}});
    }
    object.insert("responses"_L1,
                  answers(u"200"_s, {{"description"_L1, "Done"_L1},
                                     {"content"_L1, content(schemas.of<Output>())}}));
    return {QString(nameOf(endpoint.verb)).toLower(), object};
}

template <typename Input, typename Message>
std::pair<QString, QJsonObject> describe(json::Schemas &schemas,
                                         const Stream<Input, Message> &stream)
{
    QJsonObject object = operation(stream.summary, stream.access);
    addQuery<Input>(schemas, stream.path, object);
    object.insert("responses"_L1,
                  answers(u"101"_s, {{"description"_L1, "A WebSocket of JSON messages"_L1}}));
    object.insert("x-stream-message"_L1, schemas.of<Message>());
    return {u"get"_s, object};
}

QJsonObject errorSchema()
{
    const QJsonObject text = json::simpleSchema("string"_L1);
    QJsonObject inner = json::simpleSchema("object"_L1);
    inner.insert("properties"_L1, QJsonObject{{"code"_L1, text},
                                              {"detail"_L1, text},
                                              {"field"_L1, text},
                                              {"requestId"_L1, text}});
    inner.insert("required"_L1, QJsonArray{"code"_L1, "detail"_L1, "requestId"_L1});
    QJsonObject outer = json::simpleSchema("object"_L1);
    outer.insert("properties"_L1, QJsonObject{{"error"_L1, inner}});
    outer.insert("required"_L1, QJsonArray{"error"_L1});
    return outer;
}

QJsonObject components(const json::Schemas &schemas)
{
    QJsonObject all = schemas.components();
    all.insert("Error"_L1, errorSchema());
    const QJsonObject error{{"description"_L1, "What went wrong"_L1},
                            {"content"_L1, content(reference(u"#/components/schemas/Error"_s))}};
    return {{"schemas"_L1, all},
            {"responses"_L1, QJsonObject{{"Error"_L1, error}}},
            {"securitySchemes"_L1,
             QJsonObject{
                 {"session"_L1, QJsonObject{{"type"_L1, "http"_L1}, {"scheme"_L1, "bearer"_L1}}}}}};
}

} // namespace

QJsonObject openApiDocument(const QString &version)
{
    json::Schemas schemas;
    QJsonObject paths;
    const auto add = [&](const auto &endpoint) {
        const auto [verb, object] = describe(schemas, endpoint);
        QJsonObject path = paths[endpoint.path].toObject();
        path.insert(verb, object);
        paths.insert(endpoint.path, path);
    };
    std::apply([&](const auto &...endpoint) { (add(endpoint), ...); }, kEverything);
    return {{"openapi"_L1, "3.0.3"_L1},
            {"info"_L1, QJsonObject{{"title"_L1, "Berth"_L1}, {"version"_L1, version}}},
            {"paths"_L1, paths},
            {"components"_L1, components(schemas)}};
}

} // namespace api
