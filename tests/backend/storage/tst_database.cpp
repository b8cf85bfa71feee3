// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/installation.h"
#include "fixture.h"

using namespace Qt::Literals::StringLiterals;

class DatabaseTest : public QObject
{
    Q_OBJECT

private slots:
    void bringsTheSchemaUpToDate();
    void refusesANewerSchema();
    void keepsForeignKeys();
    void undoesAFailedTransaction();
    void makesTheFilePrivate();
    void namesTheInstallationOnce();
    void survivesBeingOpenTwice();
};

void DatabaseTest::bringsTheSchemaUpToDate()
{
    Fixture f;
    const auto version =
        f.database->first<int>(u"SELECT max(version) FROM schema_version"_s, {},
                               [](const storage::Row &row) { return row.integer(0); });
    QCOMPARE(version->value_or(0), storage::Database::newestSchema());
    QVERIFY(storage::Database::newestSchema() >= 1);
    const auto mode = f.database->first<QString>(
        u"PRAGMA journal_mode"_s, {}, [](const storage::Row &row) { return row.text(0); });
    QCOMPARE(mode->value_or(QString()), u"wal"_s);
    const auto synchronous = f.database->first<int>(
        u"PRAGMA synchronous"_s, {}, [](const storage::Row &row) { return row.integer(0); });
    QCOMPARE(synchronous->value_or(0), 2); // FULL
}

void DatabaseTest::refusesANewerSchema()
{
    Fixture f;
    QVERIFY(f.database->run(u"INSERT INTO schema_version (version) VALUES (9999)"_s));
    f.close();
    const auto opened = storage::Database::open(f.directory.filePath(u"berth.db"_s));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, ErrorCode::Conflict);
}

void DatabaseTest::keepsForeignKeys()
{
    Fixture f;
    const auto refused =
        f.database->run(u"INSERT INTO account_vc (account, vc) VALUES (1, 'none')"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
}

void DatabaseTest::undoesAFailedTransaction()
{
    Fixture f;
    const auto outcome = f.database->transaction([&]() -> Result<> {
        TRY_VOID(storage::setSetting(*f.database, u"a"_s, u"b"_s));
        return Error{ErrorCode::Conflict, u"no"_s, {}};
    });
    QVERIFY(!outcome);
    QVERIFY(!storage::setting(*f.database, u"a"_s)->has_value());
}

void DatabaseTest::makesTheFilePrivate()
{
    const Fixture f;
    const auto permissions = QFile::permissions(f.directory.filePath(u"berth.db"_s));
    QVERIFY(!(permissions & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
}

void DatabaseTest::namesTheInstallationOnce()
{
    Fixture f;
    const auto first = storage::Installation::of(*f.database);
    QVERIFY(first && !first->id.isNull() && !first->epoch.isEmpty());
    f.reopen();
    const auto again = storage::Installation::of(*f.database);
    QCOMPARE(again->id, first->id);
    QCOMPARE(again->epoch, first->epoch);
}

void DatabaseTest::survivesBeingOpenTwice()
{
    Fixture f;
    const auto second = storage::Database::open(f.directory.filePath(u"berth.db"_s));
    QVERIFY(second);
    QVERIFY(storage::setSetting(**second, u"a"_s, u"b"_s));
    QCOMPARE(*storage::setting(*f.database, u"a"_s), u"b"_s);
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
