// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/router.h"
#include "core/api/everything.h"
#include "core/api/openapi.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class OpenApiTest final : public QObject
{
    Q_OBJECT

private slots:
    void namesEveryRouteAndNoOther();
    void resolvesEveryReference();
    void saysWhoMayCall();
    void describesStreams();
};

namespace {

// A router that knows the whole contract.
template <typename Input, typename Output>
void add(http::Router &router, const api::Endpoint<Input, Output> &endpoint)
{
    router.on(endpoint, [](const http::Call &, const Input &) -> Result<Output> {
        return Error{ErrorCode::NotFound, {}, {}};
    });
}

template <typename Input, typename Message>
void add(http::Router &router, const api::Stream<Input, Message> &stream)
{
    router.on(stream, [](const http::Call &, const Input &, http::StreamSink *) -> Result<> {
        return Error{ErrorCode::NotFound, {}, {}};
    });
}

QSet<QString> operationsOf(const QJsonObject &document)
{
    QSet<QString> operations;
    const QJsonObject paths = document["paths"_L1].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QStringList verbs = path.value().toObject().keys();
        for (const QString &verb : verbs)
            operations.insert(verb.toUpper() % u' ' % path.key());
    }
    return operations;
}

void collectReferences(const QJsonValue &value, QSet<QString> &references)
{
    const QJsonArray array = value.toArray();
    for (const auto &item : array)
        collectReferences(item, references);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == "$ref"_L1)
            references.insert(it.value().toString());
        else
            collectReferences(it.value(), references);
    }
}

} // namespace

void OpenApiTest::namesEveryRouteAndNoOther()
{
    http::Router router({});
    std::apply([&](const auto &...endpoint) { (add(router, endpoint), ...); }, api::kEverything);
    QSet<QString> routes;
    for (const http::RouteInfo &route : router.routes())
        routes.insert(api::nameOf(route.verb) % u' ' % route.path);
    QCOMPARE(operationsOf(api::openApiDocument(u"1"_s)), routes);
    QCOMPARE(routes.size(), qsizetype(std::tuple_size_v<decltype(api::kEverything)>));
}

void OpenApiTest::resolvesEveryReference()
{
    const QJsonObject document = api::openApiDocument(u"1"_s);
    QSet<QString> references;
    collectReferences(document, references);
    QVERIFY(references.size() > 10);
    for (const QString &reference : references) {
        QJsonValue place = document;
        for (const QString &step : reference.mid(2).split(u'/'))
            place = place[step];
        QVERIFY2(place.isObject(), qPrintable(reference));
    }
}

void OpenApiTest::saysWhoMayCall()
{
    const QJsonObject paths = api::openApiDocument(u"1"_s)["paths"_L1].toObject();
    const QJsonValue submit = paths["/api/v1/jobs"_L1]["post"_L1];
    QCOMPARE(submit["x-permission"_L1].toString(), u"submit_training_job"_s);
    QCOMPARE(submit["security"_L1].toArray().size(), 1);
    QCOMPARE(submit["requestBody"_L1]["content"_L1]["application/json"_L1]["schema"_L1]["$ref"_L1]
                 .toString(),
             u"#/components/schemas/JobSpec"_s);
    QVERIFY(paths["/api/v1/sessions"_L1]["post"_L1]["security"_L1].toArray().isEmpty());
}

void OpenApiTest::describesStreams()
{
    const QJsonObject paths = api::openApiDocument(u"1"_s)["paths"_L1].toObject();
    const QJsonValue events = paths["/api/v1/events"_L1]["get"_L1];
    QVERIFY(events["responses"_L1]["101"_L1].isObject());
    QCOMPARE(events["x-stream-message"_L1]["$ref"_L1].toString(), u"#/components/schemas/Event"_s);
    QCOMPARE(events["parameters"_L1][0]["name"_L1].toString(), u"since"_s);
}

QTEST_APPLESS_MAIN(OpenApiTest)
#include "tst_openapi.moc"
