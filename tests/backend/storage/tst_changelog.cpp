// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"

using namespace Qt::Literals::StringLiterals;

class ChangeLogTest : public QObject
{
    Q_OBJECT

private slots:
    void tellsEachSubjectOnce();
    void survivesReopening();
    void forgetsWhatIsOldButSaysSo();
    void refusesForeignTokens();
    void logsWithTheChangeItself();
};

void ChangeLogTest::tellsEachSubjectOnce()
{
    Fixture f;
    storage::ChangeLog log(*f.database);
    QCOMPARE(*log.last(), 0);
    QVERIFY(log.append(u"job"_s, u"a"_s));
    QVERIFY(log.append(u"vc"_s, u"a"_s));
    QVERIFY(log.append(u"job"_s, u"b"_s));
    QVERIFY(log.append(u"job"_s, u"a"_s));
    const QList<storage::Change> expected{
        {2, u"vc"_s, u"a"_s}, {3, u"job"_s, u"b"_s}, {4, u"job"_s, u"a"_s}};
    QCOMPARE(*log.since(0, 10), expected);
    QCOMPARE(log.since(0, 2)->size(), 2);
    QVERIFY(log.since(4, 10)->isEmpty());
    QCOMPARE(log.since(5, 10).error().code, ErrorCode::NotFound);
}

void ChangeLogTest::survivesReopening()
{
    Fixture f;
    QVERIFY(storage::ChangeLog(*f.database).append(u"job"_s, u"a"_s));
    const QString token = storage::ChangeLog(*f.database).token(1);
    f.reopen();
    const storage::ChangeLog log(*f.database);
    QCOMPARE(*log.last(), 1);
    QCOMPARE(*log.sequenceOf(token), 1);
}

void ChangeLogTest::forgetsWhatIsOldButSaysSo()
{
    Fixture f;
    storage::ChangeLog log(*f.database);
    QVERIFY(f.database->run(
        u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "INSERT INTO change_log (topic, subject, at) SELECT 'job', i, 0 FROM n"_s,
        {storage::ChangeLog::kKept + 1999}));
    QVERIFY(log.append(u"job"_s, u"last"_s));
    QCOMPARE(log.since(1, 10).error().code, ErrorCode::NotFound);
    QCOMPARE(log.since(1999, 10).error().code, ErrorCode::NotFound);
    QCOMPARE(log.since(2000, 10)->size(), 10);
}

void ChangeLogTest::refusesForeignTokens()
{
    Fixture f;
    const Fixture other;
    const storage::ChangeLog log(*f.database);
    const QString foreign = storage::ChangeLog(*other.database).token(0);
    for (const QString &token : {foreign, u""_s, u"5"_s, u".5"_s, log.token(-1), u"a.b"_s})
        QCOMPARE(log.sequenceOf(token).error().code, ErrorCode::NotFound);
}

void ChangeLogTest::logsWithTheChangeItself()
{
    Fixture f;
    const storage::ChangeLog log(*f.database);
    const model::Job job = aJob(u"one"_s);
    QVERIFY(f.await(f.jobs->submit(job, u"k"_s, {})));
    QCOMPARE(log.since(0, 10)->first().subject, job.id.toString());
    const auto refused = f.await(f.jobs->change(job.id, [](const model::Job &) {
        return Result<storage::JobChange>(Error{ErrorCode::Conflict, u"no"_s, {}});
    }));
    QVERIFY(!refused);
    QCOMPARE(*log.last(), 1);
}

QTEST_GUILESS_MAIN(ChangeLogTest)
#include "tst_changelog.moc"
