// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/dialect.h"
#include "backend/storage/endpointstore.h"
#include "backend/storage/installation.h"
#include "backend/storage/templatestore.h"
#include "fixture.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kOldJob = "2f1c0a52-7f0e-4d6e-9d52-0b8a3a5f1c11";

// What the program of that version has left, with an account and its queued job: migrations that
// were released never change.
void writeStore(const QString &path, int version)
{
    QStringList statements{u"CREATE TABLE schema_version (version INTEGER NOT NULL)"_s};
    for (int step = 1; step <= version; ++step) {
        QFile file(u":/storage/migrations/%1.sql"_s.arg(step, 4, 10, QChar(u'0')));
        QVERIFY(file.open(QIODevice::ReadOnly));
        statements += QString::fromUtf8(file.readAll()).split(u";\n"_s, Qt::SkipEmptyParts);
        statements += u"INSERT INTO schema_version (version) VALUES (%1)"_s.arg(step);
    }
    statements += u"INSERT INTO account (id, username, username_lower, nickname, password_hash, "
                  "must_change_password, disabled, created_at) "
                  "VALUES (30001, 'Ada', 'ada', 'Ada', '', 0, 0, 0)"_s;
    statements += u"INSERT INTO account_vc (account, vc) VALUES (30001, 'platform')"_s;
    statements += u"INSERT INTO job (id, owner, owner_name, name, vc, kind, state, active, "
                  "devices, preemptible, priority, submitted_at, revision, attempt, placement, "
                  "spec) VALUES ('%1', 30001, 'Ada', 'old', 'platform', 'regular', 'queued', 1, "
                  "0, 0, 100, 0, 1, 0, '[]', '{\"name\":\"old\",\"vc\":\"platform\","
                  "\"image\":\"busybox\",\"command\":\"true\"}')"_s.arg(QLatin1StringView(kOldJob));
    statements.replaceInStrings(u"${SEQUENCE}"_s, storage::dialect::sequenceColumn())
        .replaceInStrings(u"${REFUSE}"_s, storage::dialect::refuse());
    {
        auto old = QSqlDatabase::addDatabase(storage::dialect::driver(), u"old"_s);
        old.setDatabaseName(path);
        QVERIFY(old.open());
        QSqlQuery query(old);
        for (const QString &sql : std::as_const(statements))
            QVERIFY2(query.exec(sql), qPrintable(sql));
    }
    QSqlDatabase::removeDatabase(u"old"_s);
}

QStringList schemaOf(storage::Database &database)
{
    const auto all = database.all<QString>(
        u"SELECT name || ': ' || coalesce(sql, '') FROM sqlite_master ORDER BY name"_s, {},
        [](const storage::Row &row) { return row.text(0); });
    return all ? *all : QStringList(all.error().detail);
}

Result<bool> putTemplate(Fixture &f, storage::TemplateStore &store,
                         const storage::TemplateAddress &address)
{
    model::JobTemplate kept;
    kept.author = model::UserId(30001);
    kept.authorName = u"Ada"_s;
    kept.changedAt = QDateTime::currentDateTimeUtc();
    kept.spec.vc = model::VcName(u"platform"_s);
    kept.spec.image = u"busybox"_s;
    return f.await(store.write<bool>(address, [&, address, kept]() -> Result<bool> {
        TRY_VOID(store.put(address, kept, "sealed"));
        return true;
    }));
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private slots:
    void bringsTheSchemaUpToDate();
    void opensWhatEarlierVersionsWrote_data();
    void opensWhatEarlierVersionsWrote();
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

void DatabaseTest::opensWhatEarlierVersionsWrote_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < storage::Database::newestSchema(); ++version)
        QTest::addRow("version %d", version) << version;
}

void DatabaseTest::opensWhatEarlierVersionsWrote()
{
    QFETCH(const int, version);
    Fixture f;
    const QStringList today = schemaOf(*f.database);
    const QString path = f.directory.filePath(u"old.db"_s);
    writeStore(path, version);
    if (QTest::currentTestFailed())
        return;
    f.open(path);
    QCOMPARE(schemaOf(*f.database), today);
    const auto job = f.jobs->find(*model::JobId::fromString(QLatin1StringView(kOldJob)));
    QVERIFY2(job, job ? "" : qPrintable(job.error().detail));
    QCOMPARE(job->state, model::JobState::Queued);
    QCOMPARE(job->spec.image, u"busybox"_s);
    QCOMPARE(f.jobs->active().size(), 1);
    // What later versions have brought is there for what was there before.
    storage::TemplateStore templates(*f.database, *f.committer);
    const storage::TemplateAddress own{
        {u"kept"_s, model::TemplateScope::User}, model::UserId(30001), {}};
    const storage::TemplateAddress team{{u"kept"_s, model::TemplateScope::Team}, {}, job->vc};
    QVERIFY(putTemplate(f, templates, own) && putTemplate(f, templates, team));
    const auto list = templates.list(job->owner, job->vc);
    QVERIFY2(list, list ? "" : qPrintable(list.error().detail));
    QCOMPARE(list->size(), 2);
    QCOMPARE(templates.sealedPassword(team)->value_or(QByteArray()), "sealed");
    const auto endpoints = storage::EndpointStore::open(*f.database, *f.committer);
    QVERIFY(endpoints);
    const auto ssh = *model::EndpointName::fromString(u"ssh"_s);
    QVERIFY(
        f.await((*endpoints)->turn(storage::EndpointStore::Switch::On, *job, ssh, [](const auto &) {
            return true;
        })));
    QCOMPARE((*endpoints)->of(*job)->size(), 1);
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
