// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/accountstore.h"
#include "backend/storage/vcstore.h"
#include "fixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

class AccountsTest : public QObject
{
    Q_OBJECT

private:
    static storage::NewAccount aPerson(const QString &name, const QStringList &roles)
    {
        return {.username = name,
                .nickname = name,
                .passwordHash = u"hash"_s,
                .roles = roles,
                .vcs = {},
                .mustChangePassword = true};
    }
    static storage::StoredSession aSession(const QString &hash, model::UserId id)
    {
        const QDateTime now = QDateTime::fromMSecsSinceEpoch(1000000, Qt::UTC);
        return {hash, id, now, now, now.addSecs(100)};
    }

private slots:
    void startsIdsAtThirtyThousandAndOne();
    void knowsUsernamesInAnyCase();
    void unitesTheRightsOfRoles();
    void makesAllOrNothing();
    void endsOtherSessionsWithAPassword();
    void endsSessionsOfTheDisabled();
    void removesExpiredSessions();
    void listsSessionsOfOnePerson();
    void restoresAnAdministrator();
    void keepsQuotas();
    void followsTheClusterUntilSomebodyChangesIt();
};

void AccountsTest::startsIdsAtThirtyThousandAndOne()
{
    Fixture f;
    storage::AccountStore accounts(*f.database, *f.committer);
    QVERIFY(*accounts.isEmpty());
    QCOMPARE(f.await(accounts.create(aPerson(u"one"_s, {})))->value(), 30001);
    QCOMPARE(f.await(accounts.create(aPerson(u"two"_s, {})))->value(), 30002);
    QVERIFY(!*accounts.isEmpty());
}

void AccountsTest::knowsUsernamesInAnyCase()
{
    Fixture f;
    storage::AccountStore accounts(*f.database, *f.committer);
    QVERIFY(f.await(accounts.create(aPerson(u"Ann"_s, {}))));
    QVERIFY(accounts.credentials(u"aNN"_s)->has_value());
    QVERIFY(!accounts.credentials(u"bob"_s)->has_value());
    const auto taken = f.await(accounts.create(aPerson(u"ANN"_s, {})));
    QCOMPARE(taken.error().code, ErrorCode::Conflict);
    QCOMPARE(taken.error().field, u"username"_s);
}

void AccountsTest::unitesTheRightsOfRoles()
{
    Fixture f;
    storage::AccountStore accounts(*f.database, *f.committer);
    const auto id = *f.await(accounts.create(aPerson(u"ann"_s, {u"User"_s})));
    QCOMPARE(accounts.account(id)->permissions.size(), 4);
    QVERIFY(accounts.account(id)->vcs.isEmpty());
    QVERIFY(f.await(accounts.setVcs(id, {model::VcName(u"platform"_s)})));
    QCOMPARE(accounts.account(id)->vcs.size(), 1);
    QVERIFY(f.await(accounts.setRoles(id, {u"User"_s, u"System Admin"_s})));
    QCOMPARE(accounts.account(id)->permissions.size(), 7);
    QVERIFY(f.await(accounts.setVcs(id, {})));
    QCOMPARE(accounts.account(id)->vcs.size(), 1); // System Admin sees all
}

void AccountsTest::makesAllOrNothing()
{
    Fixture f;
    storage::AccountStore accounts(*f.database, *f.committer);
    const auto refused = f.await(accounts.create(aPerson(u"ann"_s, {u"User"_s, u"None"_s})));
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QVERIFY(!accounts.credentials(u"ann"_s)->has_value());
}

void AccountsTest::endsOtherSessionsWithAPassword()
{
    Fixture f;
    storage::AccountStore accounts(*f.database, *f.committer);
    const auto id = *f.await(accounts.create(aPerson(u"ann"_s, {})));
    QVERIFY(f.await(accounts.addSession(aSession(u"kept"_s, id))));
    QVERIFY(f.await(accounts.addSession(aSession(u"gone"_s, id))));
    QSignalSpy ended(&accounts, &storage::AccountStore::sessionEnded);
    QVERIFY(accounts.account(id)->mustChangePassword);
    QVERIFY(f.await(accounts.setPassword(id, u"new"_s, u"kept"_s)));
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().toString(), u"gone"_s);
    QVERIFY(accounts.session(u"kept"_s)->has_value());
    QVERIFY(!accounts.session(u"gone"_s)->has_value());
    QVERIFY(!accounts.account(id)->mustChangePassword);
    QCOMPARE((*accounts.credentials(u"ann"_s))->passwordHash, u"new"_s);
}

void AccountsTest::endsSessionsOfTheDisabled()
{
    Fixture f;
    storage::AccountStore accounts(*f.database, *f.committer);
    const auto id = *f.await(accounts.create(aPerson(u"ann"_s, {})));
    QVERIFY(f.await(accounts.addSession(aSession(u"s"_s, id))));
    QVERIFY(f.await(accounts.setDisabled(id, true)));
    QVERIFY(!accounts.session(u"s"_s)->has_value());
    QCOMPARE(accounts.account(id).error().code, ErrorCode::NotFound);
}

void AccountsTest::removesExpiredSessions()
{
    Fixture f;
    storage::AccountStore accounts(*f.database, *f.committer);
    const auto id = *f.await(accounts.create(aPerson(u"ann"_s, {})));
    const auto session = aSession(u"s"_s, id);
    QVERIFY(f.await(accounts.addSession(session)));
    QVERIFY(f.await(accounts.removeExpiredSessions(session.usedAt, session.usedAt)));
    QVERIFY(accounts.session(u"s"_s)->has_value());
    QVERIFY(f.await(accounts.touchSession(u"s"_s, session.usedAt.addSecs(5))));
    QCOMPARE((*accounts.session(u"s"_s))->usedAt, session.usedAt.addSecs(5));
    QSignalSpy ended(&accounts, &storage::AccountStore::sessionEnded);
    QVERIFY(f.await(accounts.removeExpiredSessions(session.expiresAt, session.usedAt)));
    QVERIFY(!accounts.session(u"s"_s)->has_value());
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().toString(), u"s"_s);
}

void AccountsTest::listsSessionsOfOnePerson()
{
    Fixture f;
    storage::AccountStore accounts(*f.database, *f.committer);
    const auto ann = *f.await(accounts.create(aPerson(u"ann"_s, {})));
    const auto bob = *f.await(accounts.create(aPerson(u"bob"_s, {})));
    auto session = aSession(u"1"_s, ann);
    session.address = u"10.0.0.9"_s;
    session.client = u"berth/1"_s;
    QVERIFY(f.await(accounts.addSession(session)));
    QVERIFY(f.await(accounts.addSession(aSession(u"2"_s, ann))));
    QVERIFY(f.await(accounts.addSession(aSession(u"3"_s, bob))));
    const auto sessions = accounts.sessions(ann);
    QCOMPARE(sessions->size(), 2);
    QCOMPARE(sessions->first().address, u"10.0.0.9"_s);
    QCOMPARE(sessions->first().client, u"berth/1"_s);
    QSignalSpy ended(&accounts, &storage::AccountStore::sessionEnded);
    QVERIFY(f.await(accounts.removeSessions(ann, u"2"_s)));
    QCOMPARE(ended.size(), 1);
    QCOMPARE(accounts.sessions(ann)->size(), 1);
    QCOMPARE(accounts.sessions(bob)->size(), 1);
}

void AccountsTest::restoresAnAdministrator()
{
    Fixture f;
    storage::AccountStore accounts(*f.database, *f.committer);
    const auto id = *f.await(accounts.create(aPerson(u"ann"_s, {u"User"_s})));
    QVERIFY(f.await(accounts.setPassword(id, u"known"_s, {})));
    QVERIFY(f.await(accounts.setDisabled(id, true)));
    QVERIFY(f.await(accounts.addSession(aSession(u"s"_s, id))));
    for (int i = 0; i < 2; ++i) // what is there already is no hindrance
        QVERIFY(f.await(accounts.restoreAdministrator(id, u"fresh"_s)));
    const auto account = accounts.account(id);
    QVERIFY(account && account->mustChangePassword);
    QCOMPARE(account->permissions.size(), 7);
    QCOMPARE((*accounts.credentials(u"ann"_s))->passwordHash, u"fresh"_s);
    QVERIFY(!accounts.session(u"s"_s)->has_value());
    QVERIFY(f.await(accounts.setRoles(id, {u"User"_s})));
    QCOMPARE(accounts.account(id)->permissions.size(), 4);
}

void AccountsTest::keepsQuotas()
{
    Fixture f;
    const model::VcName lab(u"lab"_s);
    const QList<model::VcQuota> quotas{{model::DeviceType(u"gpu"_s), 8, 4}};
    {
        auto opened = storage::VcStore::open(*f.database, *f.committer);
        QVERIFY(opened);
        const auto vcs = *std::move(opened);
        QVERIFY(f.await(vcs->add({lab, quotas})));
        QCOMPARE(f.await(vcs->add({lab, {}})).error().field, u"name"_s);
        QCOMPARE(f.await(vcs->setQuotas(model::VcName(u"none"_s), {})).error().code,
                 ErrorCode::NotFound);
    }
    f.reopen();
    auto opened = storage::VcStore::open(*f.database, *f.committer);
    QVERIFY(opened);
    const auto vcs = *std::move(opened);
    QCOMPARE(vcs->all().size(), 2);
    QVERIFY(vcs->find(lab) != nullptr);
    QCOMPARE(vcs->find(lab)->quotas, quotas);
}

void AccountsTest::followsTheClusterUntilSomebodyChangesIt()
{
    Fixture f;
    const model::VcName platform(u"platform"_s);
    const QList<model::VcQuota> eight{{model::DeviceType(u"gpu"_s), 8, 8}};
    const QList<model::VcQuota> two{{model::DeviceType(u"gpu"_s), 2, 2}};
    auto opened = storage::VcStore::open(*f.database, *f.committer);
    QVERIFY(opened);
    const auto vcs = *std::move(opened);
    QVERIFY(vcs->followsCluster(platform));
    QVERIFY(f.await(vcs->followCluster(platform, eight)));
    QCOMPARE(vcs->find(platform)->quotas, eight);
    QVERIFY(f.await(vcs->setQuotas(platform, two)));
    QVERIFY(!vcs->followsCluster(platform));
    QVERIFY(f.await(vcs->followCluster(platform, eight)));
    QCOMPARE(vcs->find(platform)->quotas, two);
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
