// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json/query.h"
#include "core/model/jobquery.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class QueryTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatItWrote();
    void keepsDefaults();
    void refusesWrongWords();
};

void QueryTest::readsBackWhatItWrote()
{
    model::JobQuery query;
    query.scope = model::JobScope::All;
    query.vc = model::VcName(u"team 训练&+%"_s);
    query.states = {model::JobState::Running, model::JobState::Queued};
    query.text = u"a+b=c&d"_s;
    query.descending = false;
    query.limit = 7;

    const QString text = json::toQuery(query).toString(QUrl::FullyEncoded);
    const auto read = json::fromQuery<model::JobQuery>(QUrlQuery(text));
    QVERIFY2(read, qPrintable(text));
    QCOMPARE(*read, query);
}

void QueryTest::keepsDefaults()
{
    const auto read = json::fromQuery<model::JobQuery>(QUrlQuery(QString()));
    QVERIFY(read);
    QCOMPARE(*read, model::JobQuery());
}

void QueryTest::refusesWrongWords()
{
    const auto read = json::fromQuery<model::JobQuery>(QUrlQuery(u"states=running,walking"_s));
    QVERIFY(!read);
    QCOMPARE(read.error().field, u"states[1]"_s);
}

QTEST_APPLESS_MAIN(QueryTest)
#include "tst_query.moc"
