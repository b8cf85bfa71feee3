// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/peoplerules.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using rules::PeopleRule;

class PeopleRulesTest : public QObject
{
    Q_OBJECT

private:
    static QStringList fieldsOf(const QList<rules::PeopleViolation> &found)
    {
        QStringList fields;
        for (const auto &violation : found)
            fields.append(violation.field);
        return fields;
    }

private slots:
    void takesGoodPeople();
    void namesTheRowAndTheField();
    void findsAUsernameTwice();
    void boundsHowManyAtOnce();
    void holdsAChange();
    void holdsGroups();
    void holdsRoles();
    void saysWhatIsWrong();
};

namespace {

model::NewUser aUser(const QString &username)
{
    return {.username = username, .nickname = u"Somebody"_s, .phone = {}, .email = {}, .note = {}};
}

} // namespace

void PeopleRulesTest::takesGoodPeople()
{
    model::NewUsers users{{aUser(u"anna"_s), aUser(u"bert"_s)}, {model::kUserRole}};
    users.users[1].phone = u"+86 10 1234 5678"_s;
    users.users[1].email = u"bert@lab"_s;
    users.users[1].note = QString(200, u'x');
    QCOMPARE(rules::check(users), {});
    users.roles.clear();
    QCOMPARE(fieldsOf(rules::check(users)), {u"roles"_s});
    QCOMPARE(rules::checkUsers(users.users), {});
}

void PeopleRulesTest::namesTheRowAndTheField()
{
    model::NewUsers users{{aUser(u"anna"_s), aUser(u"b"_s)}, {model::kUserRole}};
    users.users[0].note = QString(201, u'x');
    users.users[1].nickname.clear();
    users.users[1].phone = u"no"_s;
    users.users[1].email = u"no"_s;
    const auto found = rules::check(users);
    QCOMPARE(fieldsOf(found),
             QStringList({u"users[0].note"_s, u"users[1].username"_s, u"users[1].nickname"_s,
                          u"users[1].phone"_s, u"users[1].email"_s}));
    QCOMPARE(found.at(1).rule, PeopleRule::OfAccount);
    QCOMPARE(found.at(1).account, rules::AccountRule::UsernameLength);
    QCOMPARE(found.at(1).ofAccount().most, rules::kMostUsernameCharacters);
}

void PeopleRulesTest::findsAUsernameTwice()
{
    const QList<model::NewUser> users{aUser(u"anna"_s), aUser(u"bert"_s), aUser(u"ANNA"_s)};
    const auto found = rules::checkUsers(users);
    QCOMPARE(fieldsOf(found), {u"users[2].username"_s});
    QCOMPARE(found.first().rule, PeopleRule::UsernameRepeated);
    QCOMPARE(found.first().text, u"ANNA"_s);
}

void PeopleRulesTest::boundsHowManyAtOnce()
{
    QCOMPARE(rules::checkUsers({}).first().rule, PeopleRule::UsersCount);
    QList<model::NewUser> users;
    for (int i = 0; i < 10; ++i)
        users.append(aUser(u"user%1"_s.arg(i)));
    QCOMPARE(rules::checkUsers(users), {});
    users.append(aUser(u"user10"_s));
    QCOMPARE(rules::checkUsers(users).first().most, 10);
    model::MembersChange change{QList<model::UserId>(1000), QList<model::UserId>(1001)};
    QCOMPARE(fieldsOf(rules::check(change)), {u"remove"_s});
    QCOMPARE(rules::check(change).first().rule, PeopleRule::TooManyAtOnce);
    QCOMPARE(rules::error(rules::check(change).first()).detail, u"remove: at most 1000 at once"_s);
    QCOMPARE(fieldsOf(rules::check(model::HoldersChange{QList<model::GroupId>(1001), {}})),
             {u"add"_s});
    QCOMPARE(fieldsOf(rules::checkCount(u"roles"_s, 1001)), {u"roles"_s});
}

void PeopleRulesTest::holdsAChange()
{
    QCOMPARE(rules::check(
                 model::UserChange{.nickname = u"安娜"_s, .phone = {}, .email = {}, .note = {}}),
             {});
    const model::UserChange bad{
        .nickname = u" x"_s, .phone = u"1"_s, .email = u"1"_s, .note = QString(201, u'n')};
    QCOMPARE(fieldsOf(rules::check(bad)),
             QStringList({u"nickname"_s, u"phone"_s, u"email"_s, u"note"_s}));
}

void PeopleRulesTest::holdsGroups()
{
    const model::NewGroup good{u"Vision"_s, u"They look"_s, {model::kUserRole}};
    QCOMPARE(rules::check(good), {});
    QCOMPARE(fieldsOf(rules::check(model::NewGroup{})),
             QStringList({u"name"_s, u"description"_s, u"roles"_s}));
    const auto rule = [](const model::GroupChange &change) {
        const auto found = rules::check(change);
        return found.isEmpty() ? std::nullopt : std::optional(found.first().rule);
    };
    QCOMPARE(rule({QString(40, u'g'), QString(200, u'd')}), std::nullopt);
    QCOMPARE(rule({QString(41, u'g'), u"d"_s}), PeopleRule::NameTooLong);
    QCOMPARE(rule({u"g "_s, u"d"_s}), PeopleRule::NameCharacters);
    QCOMPARE(rule({u"g\u202e"_s, u"d"_s}), PeopleRule::NameCharacters);
    QCOMPARE(rule({u"g"_s, u" "_s}), PeopleRule::DescriptionRequired);
    QCOMPARE(rule({u"g"_s, QString(201, u'd')}), PeopleRule::DescriptionTooLong);
}

void PeopleRulesTest::holdsRoles()
{
    const model::RoleForm good{u"Watch"_s, {}, {model::Permission::ViewVc}};
    QCOMPARE(rules::check(good), {});
    QCOMPARE(fieldsOf(rules::check(model::RoleForm{})), QStringList({u"name"_s, u"permissions"_s}));
}

void PeopleRulesTest::saysWhatIsWrong()
{
    const auto found = rules::check(model::NewUsers{{aUser(u"a"_s)}, {}});
    QCOMPARE(rules::error(found.at(0)),
             (Error{ErrorCode::InvalidInput, u"users[0].username: expected 4 to 20 characters"_s,
                    u"users[0].username"_s}));
    QCOMPARE(rules::error(found.at(1)).detail, u"roles: at least one role is needed"_s);
    QVERIFY(!rules::firstViolation(found));
    QVERIFY(rules::firstViolation(QList<rules::PeopleViolation>()));
}

QTEST_APPLESS_MAIN(PeopleRulesTest)
#include "tst_peoplerules.moc"
