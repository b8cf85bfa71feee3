// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

using namespace Qt::Literals::StringLiterals;

class JobListTest : public QObject
{
    Q_OBJECT

private slots:
    void ordersByEveryColumn_data();
    void ordersByEveryColumn();
    void staysStableWhileJobsAreAdded();
    void bindsACursorToItsQuery();
    void filters();
    void takesTextLiterally();
};

void JobListTest::ordersByEveryColumn_data()
{
    QTest::addColumn<model::JobOrder>("order");
    for (const auto &[order, word] : json::EnumNames<model::JobOrder>::table)
        QTest::newRow(word.data()) << order;
}

void JobListTest::ordersByEveryColumn()
{
    QFETCH(const model::JobOrder, order);
    Fixture f;
    QFuture<Result<model::Job>> last;
    for (int i = 0; i < 23; ++i) {
        model::Job job = aJob(u"j%1"_s.arg(i * 7 % 23));
        job.priority = 1 + i % 4;
        job.devices = i % 3;
        job.submittedAt = QDateTime::fromMSecsSinceEpoch(1000 + i / 2, Qt::UTC);
        if (i % 2 == 0)
            job.startedAt = job.submittedAt.addMSecs(i);
        last = f.jobs->submit(job, QString::number(i), {});
    }
    QVERIFY(f.await(last));
    for (const bool descending : {false, true}) {
        model::JobQuery query;
        query.order = order;
        query.descending = descending;
        query.limit = 1000;
        const auto whole = f.jobs->list({}, query);
        QVERIFY(whole);
        QCOMPARE(whole->items.size(), 23);
        query.limit = 5;
        QList<model::JobSummary> pages;
        do {
            const auto page = f.jobs->list({}, query);
            QVERIFY(page);
            QCOMPARE(page->total, 23);
            pages += page->items;
            query.cursor = page->next.value_or(QString());
        } while (!query.cursor.isEmpty());
        QVERIFY(pages == whole->items);
    }
}

void JobListTest::staysStableWhileJobsAreAdded()
{
    Fixture f;
    QSet<QString> expected;
    for (int i = 0; i < 20; ++i) {
        const model::Job job = aJob(u"old%1"_s.arg(i));
        QVERIFY(f.await(f.jobs->submit(job, QString::number(i), {})));
        expected.insert(job.id.toString());
    }
    model::JobQuery query;
    query.limit = 3;
    QStringList seen;
    int added = 0;
    do {
        const auto page = f.jobs->list({}, query);
        QVERIFY(page);
        for (const auto &job : page->items)
            seen.append(job.id.toString());
        model::Job job = aJob(u"new%1"_s.arg(added));
        job.submittedAt = job.submittedAt.addSecs(60);
        QVERIFY(f.await(f.jobs->submit(job, u"new%1"_s.arg(added++), {})));
        query.cursor = page->next.value_or(QString());
    } while (!query.cursor.isEmpty());
    QCOMPARE(seen.size(), 20);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()), expected);
}

void JobListTest::bindsACursorToItsQuery()
{
    Fixture f;
    for (int i = 0; i < 4; ++i)
        QVERIFY(f.await(f.jobs->submit(aJob(u"j"_s), QString::number(i), {})));
    model::JobQuery query;
    query.limit = 1;
    query.cursor = f.jobs->list({}, query)->next.value_or(QString());
    query.limit = 2;
    QVERIFY(f.jobs->list({}, query));
    model::JobQuery other = query;
    other.descending = false;
    QCOMPARE(f.jobs->list({}, other).error().field, u"cursor"_s);
    QCOMPARE(f.jobs->list({.owner = model::UserId(30001)}, query).error().field, u"cursor"_s);
    other = query;
    other.cursor = u"?"_s;
    QCOMPARE(f.jobs->list({}, other).error().field, u"cursor"_s);
}

void JobListTest::filters()
{
    Fixture f;
    model::Job mine = aJob(u"Mine"_s);
    model::Job other = aJob(u"other"_s, 30002);
    other.vc = model::VcName(u"lab"_s);
    other.state = model::JobState::Finished;
    QVERIFY(f.await(f.jobs->submit(mine, u"a"_s, {})));
    QVERIFY(f.await(f.jobs->submit(other, u"b"_s, {})));
    const auto names = [&](const storage::JobFilter &filter, const model::JobQuery &query) {
        QStringList found;
        const auto page = f.jobs->list(filter, query);
        for (const auto &job : page->items)
            found.append(job.name);
        found.sort();
        return found;
    };
    const QStringList onlyMine{u"Mine"_s};
    const QStringList onlyOther{u"other"_s};
    QCOMPARE(names({}, {}).size(), 2);
    QCOMPARE(names({.owner = mine.owner}, {}), onlyMine);
    QCOMPARE(names({.vcs = {other.vc}}, {}), onlyOther);
    model::JobQuery query;
    query.vc = other.vc;
    QCOMPARE(names({}, query), onlyOther);
    query = {};
    query.states = {model::JobState::Queued, model::JobState::Running};
    QCOMPARE(names({}, query), onlyMine);
    query = {};
    query.text = u"iN"_s;
    QCOMPARE(names({}, query), onlyMine);
    query.text = other.id.toString().first(8).toUpper();
    QCOMPARE(names({}, query), onlyOther);
}

void JobListTest::takesTextLiterally()
{
    Fixture f;
    QVERIFY(f.await(f.jobs->submit(aJob(u"a_b"_s), u"a"_s, {})));
    QVERIFY(f.await(f.jobs->submit(aJob(u"axb"_s), u"b"_s, {})));
    model::JobQuery query;
    query.text = u"a_b"_s;
    QCOMPARE(f.jobs->list({}, query)->total, 1);
    for (const QString &text : {u"%"_s, u"\\"_s, u"'; DROP TABLE job; --"_s}) {
        query.text = text;
        QCOMPARE(f.jobs->list({}, query)->total, 0);
    }
}

QTEST_GUILESS_MAIN(JobListTest)
#include "tst_joblist.moc"
