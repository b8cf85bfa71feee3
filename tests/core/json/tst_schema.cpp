// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/schema.h"
#include "core/model/job.h"
#include "core/model/page.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class SchemaTest final : public QObject
{
    Q_OBJECT

private slots:
    void describesStructsByReference();
};

void SchemaTest::describesStructsByReference()
{
    json::Schemas schemas;
    const QJsonObject page = schemas.of<model::Page<model::JobSummary>>();
    QCOMPARE(page["$ref"_L1].toString(), u"#/components/schemas/PageOfJobSummary"_s);

    const QJsonObject job = schemas.components()["JobSummary"_L1].toObject();
    QVERIFY(job["required"_L1].toArray().contains("id"_L1));
    QVERIFY(!job["required"_L1].toArray().contains("startedAt"_L1));
    const QJsonObject state = job["properties"_L1]["state"_L1].toObject();
    QVERIFY(state["enum"_L1].toArray().contains("queued"_L1));
}

QTEST_APPLESS_MAIN(SchemaTest)
#include "tst_schema.moc"
