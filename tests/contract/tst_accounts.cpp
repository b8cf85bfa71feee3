// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "threepeople.h"

using namespace Qt::Literals::StringLiterals;
using support::call;
using support::codeOf;

// Signing up and in, and what people change of themselves.
class AccountsTest final : public ThreePeople
{
    Q_OBJECT

private slots:
    void refusesAWrongPassword();
    void saysWhoIAm();
    void saysHowToSignIn();
    void letsPeopleSignUp();
    void refusesAttemptsWithoutAProvider();
    void keepsAProfile();
    void keepsSshKeys();
    void listsAndEndsSessions();
    void changesThePassword();
    void signsOut();
};

void AccountsTest::refusesAWrongPassword()
{
    client::ApiClient api;
    QVERIFY(api.setServer(m_platform->url()));
    const auto wrong = call(api, api::signIn, {}, model::SignIn{u"ann"_s, u"guess"_s});
    const auto nobody = call(api, api::signIn, {}, model::SignIn{u"nobody"_s, u"guess"_s});
    QCOMPARE(codeOf(wrong), ErrorCode::Unauthenticated);
    QCOMPARE(wrong.error(), nobody.error());
    QCOMPARE(codeOf(call(api, api::getAccount)), ErrorCode::Unauthenticated);
    for (int i = 0; i < 9; ++i)
        QVERIFY(!call(api, api::signIn, {}, model::SignIn{u"nobody"_s, u"guess"_s}));
    QCOMPARE(codeOf(call(api, api::signIn, {}, model::SignIn{u"nobody"_s, u"guess"_s})),
             ErrorCode::TooMany);
}

void AccountsTest::saysWhoIAm()
{
    const auto admin = call(m_admin, api::getAccount);
    QVERIFY(admin);
    QCOMPARE(admin->username, u"admin"_s);
    QCOMPARE(admin->id.value(), 30001);
    QVERIFY(admin->mustChangePassword);
    QCOMPARE(admin->permissions.size(), 7);
    const auto guest = call(m_guest, api::getAccount);
    QVERIFY(guest && guest->permissions.isEmpty());
}

void AccountsTest::saysHowToSignIn()
{
    client::ApiClient api;
    QVERIFY(api.setServer(m_platform->url()));
    const auto options = call(api, api::signInOptions);
    QVERIFY(options);
    QCOMPARE(options->platformName, u"Test"_s);
    QCOMPARE(options->supportAddress, u"operators@lab"_s);
    QVERIFY(options->signUpOpen);
    QVERIFY(options->providers.isEmpty());
}

void AccountsTest::letsPeopleSignUp()
{
    client::ApiClient api;
    QVERIFY(api.setServer(m_platform->url()));
    const model::SignUp carl{u"Carl"_s, u"卡尔"_s, u"carl-secret"_s};
    QVERIFY(call(api, api::signUp, {}, carl));
    const auto taken =
        call(api, api::signUp, {}, model::SignUp{u"cARL"_s, u"C"_s, u"another one"_s});
    QCOMPARE(codeOf(taken), ErrorCode::Conflict);
    QCOMPARE(taken.error().field, u"username"_s);
    QCOMPARE(
        call(api, api::signUp, {}, model::SignUp{u"dora"_s, u""_s, u"dora-secret"_s}).error().field,
        u"nickname"_s);
    signIn(api, u"carl"_s, u"carl-secret"_s);
    const auto account = call(api, api::getAccount);
    QVERIFY(account && account->permissions.isEmpty() && account->vcs.isEmpty());
    QCOMPARE(account->nickname, u"卡尔"_s);
    // Somebody without any right has what is the own, and nothing else.
    QVERIFY(call(api, api::getProfile));
    QCOMPARE(codeOf(call(api, api::listNodes)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(api, api::submitJob, {}, aSpec(u"x"_s))), ErrorCode::Forbidden);
    QVERIFY(call(api, api::listVcs)->items.isEmpty());
}

void AccountsTest::refusesAttemptsWithoutAProvider()
{
    client::ApiClient api;
    QVERIFY(api.setServer(m_platform->url()));
    const model::AttemptStart start{model::Provider::WeChat, u"nonsense"_s};
    QCOMPARE(call(api, api::startSignIn, {}, start).error().field, u"provider"_s);
    QCOMPARE(call(m_ann, api::startBinding, {}, start).error().field, u"provider"_s);
    QCOMPARE(codeOf(call(api, api::startBinding, {}, start)), ErrorCode::Unauthenticated);
    QCOMPARE(codeOf(call(api, api::attemptResult, {u"nobody"_s}, model::AttemptSecret{u"x"_s})),
             ErrorCode::NotFound);
    QCOMPARE(codeOf(call(api, api::registerIdentity, {},
                         model::Registration{u"erna"_s, u"E"_s, u"erna-secret"_s, u"x"_s, {}})),
             ErrorCode::NotFound);
    QCOMPARE(codeOf(call(m_ann, api::unbind, {u"wechat"_s})), ErrorCode::NotFound);
    QCOMPARE(codeOf(call(m_ann, api::unbind, {u"nobody"_s})), ErrorCode::NotFound);
}

void AccountsTest::keepsAProfile()
{
    const auto changed = call(m_ann, api::changeProfile, {},
                              model::ProfileChange{u"安"_s, u"+86 12345"_s, u"ann@lab"_s});
    QVERIFY(changed);
    QCOMPARE(changed->phone, u"+86 12345"_s);
    QCOMPARE(changed->roles, QStringList{u"User"_s});
    QCOMPARE(*call(m_ann, api::getProfile), *changed);
    QCOMPARE(call(m_ann, api::getAccount)->nickname, u"安"_s);
    const auto wrong =
        call(m_ann, api::changeProfile, {}, model::ProfileChange{u"a"_s, {}, u"nowhere@"_s});
    QCOMPARE(wrong.error().field, u"email"_s);
    QCOMPARE(call(m_guest, api::getProfile)->username, u"guest"_s);
}

void AccountsTest::keepsSshKeys()
{
    const QString line =
        u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEtWet8AVWVvR7/lq/HGF5F5JJOQWzREUrOTpMcHDfPC "
        "ann@lab"_s;
    const auto key = call(m_guest, api::addSshKey, {}, model::NewSshKey{line});
    QVERIFY(key);
    QCOMPARE(key->name, u"ann@lab"_s);
    QCOMPARE(call(m_guest, api::getProfile)->sshKeys, QList{*key});
    QCOMPARE(codeOf(call(m_guest, api::addSshKey, {}, model::NewSshKey{line})),
             ErrorCode::Conflict);
    QCOMPARE(call(m_guest, api::addSshKey, {}, model::NewSshKey{u"x"_s}).error().field, u"line"_s);
    QCOMPARE(codeOf(call(m_ann, api::removeSshKey, {key->id})), ErrorCode::NotFound);
    QVERIFY(call(m_guest, api::removeSshKey, {key->id}));
    QVERIFY(call(m_guest, api::getProfile)->sshKeys.isEmpty());
}

void AccountsTest::listsAndEndsSessions()
{
    client::ApiClient second;
    client::ApiClient third;
    for (auto *each : {&second, &third}) {
        QVERIFY(each->setServer(m_platform->url()));
        signIn(*each, u"ann"_s, u"ann-secret"_s);
    }
    const auto sessions = call(m_ann, api::listSessions)->items;
    QCOMPARE(sessions.size(), 3);
    QVERIFY(sessions.first().isCurrent && !sessions.last().isCurrent);
    QCOMPARE(sessions.first().address, u"127.0.0.1"_s);
    QVERIFY(sessions.first().client.startsWith("tst_contract_accounts"_L1));
    for (const model::OpenSession &session : sessions) {
        QVERIFY(session.id.size() == 32);
        QVERIFY(session.id != m_ann.token() && !m_ann.token().contains(session.id));
    }
    client::EventStream stream(second);
    QSignalSpy received(&stream, &client::EventStream::received);
    stream.start();
    QTRY_VERIFY(!received.isEmpty());
    QCOMPARE(codeOf(call(m_guest, api::endSession, {sessions.at(1).id})), ErrorCode::NotFound);
    QVERIFY(call(m_ann, api::endSession, {sessions.at(1).id}));
    QCOMPARE(codeOf(call(m_ann, api::endSession, {sessions.at(1).id})), ErrorCode::NotFound);
    QCOMPARE(codeOf(call(second, api::getAccount)), ErrorCode::Unauthenticated);
    QTRY_VERIFY(stream.connection() != client::Connection::Online);
    QVERIFY(call(m_ann, api::endOtherSessions));
    QCOMPARE(codeOf(call(third, api::getAccount)), ErrorCode::Unauthenticated);
    QCOMPARE(call(m_ann, api::listSessions)->items.size(), 1);
}

void AccountsTest::changesThePassword()
{
    client::ApiClient second;
    QVERIFY(second.setServer(m_platform->url()));
    signIn(second, u"admin"_s, m_platform->adminPassword);
    const QString file = m_directory.filePath(u"initial-admin-password"_s);
    QVERIFY(QFile::exists(file));
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    client::EventStream stream(second);
    QSignalSpy received(&stream, &client::EventStream::received);
    stream.start();
    QTRY_VERIFY(!received.isEmpty());
    const auto wrong = call(m_admin, api::changePassword, {},
                            model::PasswordChange{u"guess"_s, u"another-secret"_s});
    QCOMPARE(wrong.error().field, u"currentPassword"_s);
    const auto weak = call(m_admin, api::changePassword, {},
                           model::PasswordChange{m_platform->adminPassword, u"short"_s});
    QCOMPARE(weak.error().field, u"newPassword"_s);
    QVERIFY(call(m_admin, api::changePassword, {},
                 model::PasswordChange{m_platform->adminPassword, u"another-secret"_s}));
    QVERIFY(!QFile::exists(file));
    QVERIFY(!call(m_admin, api::getAccount)->mustChangePassword);
    QCOMPARE(codeOf(call(second, api::getAccount)), ErrorCode::Unauthenticated);
    QTRY_VERIFY(stream.connection() != client::Connection::Online);
}

void AccountsTest::signsOut()
{
    QVERIFY(call(m_ann, api::signOut));
    QCOMPARE(codeOf(call(m_ann, api::getAccount)), ErrorCode::Unauthenticated);
}

QTEST_GUILESS_MAIN(AccountsTest)
#include "tst_accounts.moc"
