// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/accounts.h"
#include "core/api/people.h"
#include "tests/contract/contract.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::Permission;
using support::call;
using support::codeOf;

// Who may not be touched, and what may not be given, through the real client and the real server.
class ProtectionTest : public QObject
{
    Q_OBJECT

private:
    // An account of the kind a wizard makes; its password.
    QString create(support::Contract &c, const QString &username,
                   const QList<model::RoleId> &roles = {model::kUserRole})
    {
        const auto made = call(c.admin, api::createUsers, {},
                               model::NewUsers{{{username, username, {}, {}, {}}}, roles});
        return made ? made->items.first().password : QString();
    }

private slots:
    void protectsSystemAdmins();
    void keepsTheLastSystemAdmin();
    void letsNobodyGiveWhatHeDoesNotHold();
};

void ProtectionTest::protectsSystemAdmins()
{
    support::Contract c;
    QVERIFY(!create(c, u"boss"_s, {model::kSystemAdminRole}).isEmpty());
    const QString boss = c.idOf(u"boss"_s).toString();
    QVERIFY(call(c.admin, api::getUser, {boss})->summary.systemAdmin);
    QCOMPARE(codeOf(call(c.admin, api::setUserRoles, {boss}, model::RoleIds{})),
             ErrorCode::Conflict);
    QCOMPARE(codeOf(call(c.admin, api::deleteUser, {boss})), ErrorCode::Conflict);
    const auto mona = c.person(u"mona"_s, {Permission::Manager});
    QCOMPARE(codeOf(call(*mona, api::resetPassword, {boss})), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(*mona, api::changeUser, {boss}, model::UserChange{u"b"_s, {}, {}, {}})),
             ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(*mona, api::deleteUser, {boss})), ErrorCode::Forbidden);
    const QString role = model::kSystemAdminRole.toString();
    QCOMPARE(codeOf(call(*mona, api::changeRoleUsers, {role},
                         model::MembersChange{{c.idOf(u"mona"_s)}, {}})),
             ErrorCode::Forbidden);
    QVERIFY(
        call(c.admin, api::changeRoleUsers, {role}, model::MembersChange{{}, {c.idOf(u"boss"_s)}}));
    QVERIFY(call(c.admin, api::deleteUser, {boss}));
}

void ProtectionTest::keepsTheLastSystemAdmin()
{
    support::Contract c;
    const QString role = model::kSystemAdminRole.toString();
    const model::MembersChange leave{{}, {c.idOf(u"admin"_s)}};
    QCOMPARE(codeOf(call(c.admin, api::changeRoleUsers, {role}, leave)), ErrorCode::Conflict);
    QVERIFY(call(c.admin, api::getUser, {c.idOf(u"admin"_s).toString()})->lastSystemAdmin);
    // Who has the role through a group only is not enough.
    const auto group = call(c.admin, api::createGroup, {},
                            model::NewGroup{u"Bosses"_s, u"x"_s, {model::kSystemAdminRole}});
    const auto boss = c.enter(u"boss"_s, create(c, u"boss"_s));
    QVERIFY(call(c.admin, api::changeMembers, {group->id.toString()},
                 model::MembersChange{{c.idOf(u"boss"_s)}, {}}));
    QVERIFY(call(*boss, api::getAccount)->systemAdmin);
    const QString admin = c.idOf(u"admin"_s).toString();
    const model::UserChange disable{u"A"_s, {}, {}, {}, true};
    QCOMPARE(codeOf(call(*boss, api::changeUser, {admin}, disable)), ErrorCode::Conflict);
    QCOMPARE(codeOf(call(*boss, api::changeRoleUsers, {role}, leave)), ErrorCode::Conflict);
    // With a second one the first may go.
    QVERIFY(
        call(c.admin, api::changeRoleUsers, {role}, model::MembersChange{{c.idOf(u"boss"_s)}, {}}));
    QVERIFY(call(*boss, api::changeUser, {admin}, disable));
}

void ProtectionTest::letsNobodyGiveWhatHeDoesNotHold()
{
    support::Contract c;
    const auto mona = c.person(u"mona"_s, {Permission::Manager, Permission::ViewVc});
    const auto ann = c.person(u"anna"_s, {});
    const QString anna = c.idOf(u"anna"_s).toString();
    const QString self = c.idOf(u"mona"_s).toString();
    for (const QString &who : {anna, self}) {
        QCOMPARE(codeOf(call(*mona, api::setUserRoles, {who}, model::RoleIds{{model::kUserRole}})),
                 ErrorCode::Forbidden);
        QCOMPARE(codeOf(call(*mona, api::setUserRoles, {who},
                             model::RoleIds{{model::kSystemAdminRole}})),
                 ErrorCode::Forbidden);
    }
    QVERIFY(
        call(*mona, api::setUserRoles, {anna}, model::RoleIds{{c.roleFor({Permission::ViewVc})}}));
    QCOMPARE(codeOf(call(*mona, api::createRole, {},
                         model::RoleForm{u"Mine"_s, {}, {Permission::ManageVc}})),
             ErrorCode::Forbidden);
    const auto strong =
        call(c.admin, api::createGroup, {}, model::NewGroup{u"G"_s, u"x"_s, {model::kUserRole}});
    QCOMPARE(codeOf(call(*mona, api::setUserGroups, {self}, model::GroupIds{{strong->id}})),
             ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(*mona, api::changeMembers, {strong->id.toString()},
                         model::MembersChange{{c.idOf(u"mona"_s)}, {}})),
             ErrorCode::Forbidden);
    const QString keeper = c.roleFor({Permission::ManageVc}).toString();
    QCOMPARE(codeOf(call(*mona, api::changeRoleUsers, {keeper},
                         model::MembersChange{{c.idOf(u"mona"_s)}, {}})),
             ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(ProtectionTest)
#include "tst_protection.moc"
