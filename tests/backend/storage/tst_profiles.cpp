// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/profilestore.h"
#include "fixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using model::Provider;
using storage::Identity;

class ProfilesTest : public QObject
{
    Q_OBJECT

private:
    struct Desk : Fixture
    {
        storage::AccountStore accounts{*database, *committer};
        storage::ProfileStore profiles{*database, *committer, accounts};

        model::UserId add(const QString &name, const QString &hash = u"hash"_s,
                          const std::optional<Identity> &identity = {})
        {
            return *await(accounts.create({.username = name,
                                           .nickname = name,
                                           .passwordHash = hash,
                                           .roles = {u"User"_s},
                                           .vcs = {},
                                           .mustChangePassword = false,
                                           .identity = identity}));
        }
    };
    static model::SshKey aKey(const QString &fingerprint)
    {
        return {.id = storage::ProfileStore::keyId(fingerprint),
                .name = u"ann at lab"_s,
                .type = u"ssh-ed25519"_s,
                .fingerprint = fingerprint,
                .line = u"ssh-ed25519 AAAA ann at lab"_s,
                .addedAt = QDateTime::fromMSecsSinceEpoch(5000, Qt::UTC)};
    }

private slots:
    void tellsAndChangesAProfile();
    void keepsKeysOfEachPerson();
    void bindsAnIdentityToOneAccount();
    void makesAnAccountWithItsIdentityOrNot();
    void neverTakesTheLastWayIn();
    void forgetsWithTheAccount();
};

void ProfilesTest::tellsAndChangesAProfile()
{
    Desk f;
    const auto id = f.add(u"anna"_s);
    QSignalSpy changed(&f.accounts, &storage::AccountStore::accountChanged);
    QVERIFY(f.await(f.profiles.change(id, {u"安娜"_s, u"+86 12345"_s, u"ann@lab"_s})));
    QCOMPARE(changed.size(), 1);
    const auto profile = f.profiles.profile(id);
    QVERIFY(profile);
    QCOMPARE(profile->username, u"anna"_s);
    QCOMPARE(profile->nickname, u"安娜"_s);
    QCOMPARE(profile->phone, u"+86 12345"_s);
    QCOMPARE(profile->email, u"ann@lab"_s);
    QCOMPARE(profile->roles, QStringList{u"User"_s});
    QVERIFY(profile->hasPassword && profile->createdAt.isValid());
    QCOMPARE(f.accounts.account(id)->nickname, u"安娜"_s);
    QCOMPARE(f.profiles.profile(model::UserId(1)).error().code, ErrorCode::NotFound);
}

void ProfilesTest::keepsKeysOfEachPerson()
{
    Desk f;
    const auto anna = f.add(u"anna"_s);
    const auto bert = f.add(u"bert"_s);
    const auto key = aKey(u"SHA256:a+b/c"_s);
    QCOMPARE(key.id, u"a-b_c"_s);
    QVERIFY(f.await(f.profiles.addSshKey(anna, key, 2)));
    QVERIFY(f.await(f.profiles.addSshKey(bert, key, 2)));
    QCOMPARE(*f.profiles.sshKeys(anna), QList{key});
    QCOMPARE(f.profiles.profile(anna)->sshKeys, QList{key});
    QCOMPARE(f.await(f.profiles.addSshKey(anna, key, 2)).error().code, ErrorCode::Conflict);
    QVERIFY(f.await(f.profiles.addSshKey(anna, aKey(u"SHA256:2"_s), 2)));
    QCOMPARE(f.await(f.profiles.addSshKey(anna, aKey(u"SHA256:3"_s), 2)).error().code,
             ErrorCode::Conflict);
    QVERIFY(f.await(f.profiles.removeSshKey(anna, key.id)));
    QCOMPARE(f.await(f.profiles.removeSshKey(anna, key.id)).error().code, ErrorCode::NotFound);
    QCOMPARE(f.profiles.sshKeys(bert)->size(), 1);
}

void ProfilesTest::bindsAnIdentityToOneAccount()
{
    Desk f;
    const auto anna = f.add(u"anna"_s);
    const auto bert = f.add(u"bert"_s);
    const Identity identity{Provider::WeChat, u"union1"_s, u"安"_s};
    QVERIFY(!f.profiles.ownerOf(identity)->has_value());
    QVERIFY(f.await(f.profiles.bind(anna, identity)));
    QCOMPARE(f.profiles.ownerOf(identity)->value(), anna);
    QVERIFY(!f.profiles.ownerOf({Provider::Microsoft, u"union1"_s, {}})->has_value());
    QCOMPARE(f.await(f.profiles.bind(bert, identity)).error().code, ErrorCode::Conflict);
    QCOMPARE(f.await(f.profiles.bind(anna, {Provider::WeChat, u"2"_s, {}})).error().code,
             ErrorCode::Conflict);
    QVERIFY(f.await(f.profiles.bind(anna, {Provider::Microsoft, u"2"_s, {}})));
    const auto identities = f.profiles.profile(anna)->identities;
    QCOMPARE(identities.size(), 2);
    QCOMPARE(identities.last().name, u"安"_s);
}

void ProfilesTest::makesAnAccountWithItsIdentityOrNot()
{
    Desk f;
    const Identity identity{Provider::WeChat, u"union1"_s, {}};
    const auto anna = f.add(u"anna"_s, u"hash"_s, identity);
    QCOMPARE(f.profiles.ownerOf(identity)->value(), anna);
    const auto second = f.await(f.accounts.create({.username = u"bert"_s,
                                                   .nickname = u"bert"_s,
                                                   .passwordHash = u"hash"_s,
                                                   .roles = {},
                                                   .vcs = {},
                                                   .mustChangePassword = false,
                                                   .identity = identity}));
    QCOMPARE(second.error().code, ErrorCode::Conflict);
    QCOMPARE(second.error().field, u"identity"_s);
    QVERIFY(!f.accounts.credentials(u"bert"_s)->has_value());
}

void ProfilesTest::neverTakesTheLastWayIn()
{
    Desk f;
    const Identity identity{Provider::WeChat, u"union1"_s, {}};
    const auto anna = f.add(u"anna"_s, u""_s, identity);
    QVERIFY(!f.profiles.profile(anna)->hasPassword);
    QCOMPARE(f.await(f.profiles.unbind(anna, Provider::WeChat)).error().code, ErrorCode::Conflict);
    QCOMPARE(f.profiles.ownerOf(identity)->value(), anna);
    QVERIFY(f.await(f.profiles.bind(anna, {Provider::Microsoft, u"m"_s, {}})));
    QVERIFY(f.await(f.profiles.unbind(anna, Provider::WeChat)));
    QCOMPARE(f.await(f.profiles.unbind(anna, Provider::WeChat)).error().code, ErrorCode::NotFound);
    QVERIFY(f.await(f.accounts.setPassword(anna, u"hash"_s, {})));
    QVERIFY(f.await(f.profiles.unbind(anna, Provider::Microsoft)));
}

void ProfilesTest::forgetsWithTheAccount()
{
    Desk f;
    const Identity identity{Provider::WeChat, u"union1"_s, {}};
    const auto anna = f.add(u"anna"_s, u"hash"_s, identity);
    QVERIFY(f.await(f.profiles.addSshKey(anna, aKey(u"SHA256:1"_s), 9)));
    QVERIFY(f.database->run(u"DELETE FROM account WHERE id = ?"_s, {anna.value()}));
    QVERIFY(!f.profiles.ownerOf(identity)->has_value());
    QVERIFY(f.profiles.sshKeys(anna)->isEmpty());
}

QTEST_GUILESS_MAIN(ProfilesTest)
#include "tst_profiles.moc"
