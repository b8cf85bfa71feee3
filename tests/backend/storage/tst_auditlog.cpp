// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/auditlog.h"
#include "fixture.h"

using namespace Qt::Literals::StringLiterals;
using model::AuditAction;
using model::AuditSubject;

class AuditLogTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsOnlyWhatChanged();
    void isOnlyEverAddedTo();
    void goesWithTheChangeItDescribes();
    void isReadPageByPage();
    void findsWhatIsAskedFor();

private:
    static model::AuditEntry anEntry(AuditAction action, const QString &name)
    {
        const storage::Actor actor{model::UserId(30001), u"Ada"_s, u"192.0.2.7"_s,
                                   QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC)};
        return storage::entry(actor, action, {AuditSubject::User, u"30002"_s, name});
    }
    static QList<model::AuditEntry> all(const Fixture &fixture, const model::AuditQuery &query = {})
    {
        const auto page = storage::AuditLog(*fixture.database).list(query);
        return page ? page->items : QList<model::AuditEntry>();
    }
};

void AuditLogTest::keepsOnlyWhatChanged()
{
    Fixture f;
    storage::AuditLog log(*f.database);
    model::AuditEntry changed = anEntry(AuditAction::UserChanged, u"bert"_s);
    changed.before = {{u"nickname"_s, u"Bert"_s}, {u"phone"_s, u"1"_s}};
    changed.after = {{u"nickname"_s, u"Berta"_s}, {u"phone"_s, u"1"_s}};
    QVERIFY(log.append(changed));
    changed.after = changed.before;
    QVERIFY(log.append(changed)); // nothing happened
    QVERIFY(log.append(anEntry(AuditAction::PasswordReset, u"bert"_s)));
    const auto entries = all(f);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.first().action, AuditAction::PasswordReset);
    changed.sequence = entries.last().sequence;
    changed.before = {{u"nickname"_s, u"Bert"_s}};
    changed.after = {{u"nickname"_s, u"Berta"_s}};
    QCOMPARE(entries.last(), changed);
}

void AuditLogTest::isOnlyEverAddedTo()
{
    Fixture f;
    QVERIFY(storage::AuditLog(*f.database).append(anEntry(AuditAction::SignedIn, u"ada"_s)));
    QVERIFY(!f.database->run(u"UPDATE audit SET actor_name = 'nobody'"_s));
    QVERIFY(!f.database->run(u"DELETE FROM audit"_s));
    f.reopen();
    QCOMPARE(all(f).first().actorName, u"Ada"_s);
}

void AuditLogTest::goesWithTheChangeItDescribes()
{
    Fixture f;
    const auto refused = f.await(f.committer->write([&]() -> Result<> {
        TRY_VOID(storage::AuditLog(*f.database).append(anEntry(AuditAction::SignedIn, u"a"_s)));
        return Error{ErrorCode::Conflict, u"no"_s, {}};
    }));
    QVERIFY(!refused);
    QVERIFY(all(f).isEmpty());
}

void AuditLogTest::isReadPageByPage()
{
    Fixture f;
    storage::AuditLog log(*f.database);
    for (int i = 0; i < 5; ++i)
        QVERIFY(log.append(anEntry(AuditAction::SignedIn, u"user%1"_s.arg(i))));
    model::AuditQuery query;
    query.limit = 2;
    QStringList names;
    for (int page = 0; page < 3; ++page) {
        const auto read = log.list(query);
        QVERIFY(read);
        QCOMPARE(read->total, 5 + page);
        for (const auto &entry : read->items)
            names.append(entry.subjectName);
        QVERIFY(log.append(anEntry(AuditAction::SignedIn, u"later"_s)));
        query.cursor = read->next.value_or(QString());
    }
    QCOMPARE(names.join(u' '), u"user4 user3 user2 user1 user0"_s);
    QVERIFY(query.cursor.isEmpty());
    query.cursor = u"nonsense"_s;
    QCOMPARE(log.list(query).error().field, u"cursor"_s);
    query.limit = 1001;
    QCOMPARE(log.list(query).error().field, u"limit"_s);
}

void AuditLogTest::findsWhatIsAskedFor()
{
    Fixture f;
    storage::AuditLog log(*f.database);
    QVERIFY(log.append(anEntry(AuditAction::SignedIn, u"Bert"_s)));
    model::AuditEntry other = anEntry(AuditAction::NodeCordoned, u"node%1"_s);
    other.subject = AuditSubject::Node;
    other.subjectId = u"node%1"_s;
    other.actor = model::UserId(30005);
    other.at = other.at.addDays(1);
    QVERIFY(log.append(other));
    const auto count = [&](const auto &fill) {
        model::AuditQuery query;
        fill(query);
        return all(f, query).size();
    };
    QCOMPARE(count([](auto &q) { q.text = u"BER"_s; }), 1);
    QCOMPARE(count([](auto &q) { q.text = u"e%1"_s; }), 1);
    QCOMPARE(count([](auto &q) { q.text = u"192.0"_s; }), 2);
    QCOMPARE(count([](auto &q) { q.text = u"_92"_s; }), 0);
    QCOMPARE(count([](auto &q) { q.actions = {AuditAction::SignedIn, AuditAction::SignedUp}; }), 1);
    QCOMPARE(count([](auto &q) { q.subject = AuditSubject::Node; }), 1);
    QCOMPARE(count([](auto &q) { q.subjectId = u"30002"_s; }), 1);
    QCOMPARE(count([](auto &q) { q.actor = model::UserId(30005); }), 1);
    QCOMPARE(count([&](auto &q) { q.from = other.at; }), 1);
    QCOMPARE(count([&](auto &q) { q.until = other.at; }), 1);
}

QTEST_GUILESS_MAIN(AuditLogTest)
#include "tst_auditlog.moc"
