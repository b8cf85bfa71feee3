// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/peopleactions.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::Permission;
using rules::GroupAction;
using rules::PeopleRefusal;
using rules::RoleAction;
using rules::UserAction;
using Refusal = std::optional<PeopleRefusal>;

class PeopleActionsTest : public QObject
{
    Q_OBJECT

private slots:
    void isForManagers();
    void coversOnlyWhatOneHolds();
    void letsOnlySystemAdminsTouchSystemAdmins();
    void keepsSystemAdminsTheirRoles();
    void keepsTheLastSystemAdmin();
    void refusesToEndOneself();
    void keepsPeopleWithJobs();
    void protectsPresetRoles();
    void looksAtWhatAGroupGives();
};

namespace {

model::Account account(int id, const QList<Permission> &permissions)
{
    model::Account me;
    me.id = model::UserId(id);
    me.permissions = permissions;
    return me;
}

const model::Account kManager = account(1, {Permission::Manager, Permission::SubmitTrainingJob});

model::Account anAdmin()
{
    model::Account me = account(2, {});
    for (const auto &[permission, word] : json::EnumNames<Permission>::table)
        me.permissions.append(permission);
    me.systemAdmin = true;
    return me;
}

model::User somebody(const QList<Permission> &permissions)
{
    model::User user;
    user.summary.id = model::UserId(30009);
    user.permissions = permissions;
    return user;
}

model::User aSystemAdmin()
{
    model::User user = somebody(anAdmin().permissions);
    user.summary.systemAdmin = true;
    user.summary.roles = {{model::kSystemAdminRole, u"System Admin"_s}};
    return user;
}

model::Role aRole(int id, const QList<Permission> &permissions)
{
    model::Role role;
    role.id = model::RoleId(id);
    role.preset = id < 3;
    role.permissions = permissions;
    return role;
}

const QList<UserAction> kUserActions{
    UserAction::Change,    UserAction::Disable, UserAction::Enable,        UserAction::SetRoles,
    UserAction::SetGroups, UserAction::SetVcs,  UserAction::ResetPassword, UserAction::Delete};

} // namespace

void PeopleActionsTest::isForManagers()
{
    const auto nobody = account(3, {Permission::ManageVc, Permission::ManageAllUsersJobs});
    for (const UserAction action : kUserActions) {
        QCOMPARE(refusalOf(action, nobody, somebody({})), PeopleRefusal::NotManager);
        QCOMPARE(refusalOf(action, kManager, somebody({})), Refusal());
    }
    QCOMPARE(refusalOf(GroupAction::Delete, nobody, model::GroupSummary{}, {}),
             PeopleRefusal::NotManager);
    QCOMPARE(refusalOf(RoleAction::Delete, nobody, aRole(9, {})), PeopleRefusal::NotManager);
    QCOMPARE(rules::error(PeopleRefusal::NotManager).code, ErrorCode::Forbidden);
}

void PeopleActionsTest::coversOnlyWhatOneHolds()
{
    QCOMPARE(rules::covers(kManager, {{Permission::SubmitTrainingJob}, false}), Refusal());
    QCOMPARE(rules::covers(kManager, {{Permission::ViewVc}, false}),
             PeopleRefusal::BeyondOwnRights);
    for (const UserAction action : kUserActions)
        QCOMPARE(refusalOf(action, kManager, somebody({Permission::ViewVc})),
                 PeopleRefusal::BeyondOwnRights);
    QCOMPARE(rules::refusalOf(model::RoleForm{u"x"_s, {}, {Permission::ManageVc}}, kManager),
             PeopleRefusal::BeyondOwnRights);
    QCOMPARE(rules::refusalOf(model::RoleForm{u"x"_s, {}, {Permission::Manager}}, kManager),
             Refusal());
    QCOMPARE(refusalOf(RoleAction::Give, kManager, aRole(9, {Permission::ViewVc})),
             PeopleRefusal::BeyondOwnRights);
    QCOMPARE(refusalOf(RoleAction::Give, kManager, aRole(9, {Permission::Manager})), Refusal());
}

// Also who holds every permission by other roles is no System Admin.
void PeopleActionsTest::letsOnlySystemAdminsTouchSystemAdmins()
{
    model::Account mighty = anAdmin();
    mighty.systemAdmin = false;
    model::User throughGroup = aSystemAdmin();
    throughGroup.summary.roles.clear();
    for (const UserAction action : kUserActions) {
        QCOMPARE(refusalOf(action, mighty, aSystemAdmin()), PeopleRefusal::SystemAdminsOnly);
        QCOMPARE(refusalOf(action, mighty, throughGroup), PeopleRefusal::SystemAdminsOnly);
        QCOMPARE(refusalOf(action, mighty, throughGroup.summary), PeopleRefusal::SystemAdminsOnly);
        QCOMPARE(refusalOf(action, anAdmin(), throughGroup), Refusal());
    }
    const model::Role role = aRole(1, mighty.permissions);
    QCOMPARE(refusalOf(RoleAction::Give, mighty, role), PeopleRefusal::SystemAdminsOnly);
    QCOMPARE(refusalOf(RoleAction::Give, anAdmin(), role), Refusal());
}

void PeopleActionsTest::keepsSystemAdminsTheirRoles()
{
    QCOMPARE(refusalOf(UserAction::SetRoles, anAdmin(), aSystemAdmin()),
             PeopleRefusal::SystemAdminKeepsRoles);
    QCOMPARE(refusalOf(UserAction::Delete, anAdmin(), aSystemAdmin()),
             PeopleRefusal::SystemAdminStays);
    QCOMPARE(refusalOf(UserAction::Change, anAdmin(), aSystemAdmin()), Refusal());
    QCOMPARE(refusalOf(UserAction::ResetPassword, anAdmin(), aSystemAdmin()), Refusal());
    QCOMPARE(rules::error(PeopleRefusal::SystemAdminStays).code, ErrorCode::Conflict);
}

void PeopleActionsTest::keepsTheLastSystemAdmin()
{
    model::User last = aSystemAdmin();
    QCOMPARE(refusalOf(UserAction::Disable, anAdmin(), last), Refusal());
    last.lastSystemAdmin = true;
    QCOMPARE(refusalOf(UserAction::Disable, anAdmin(), last), PeopleRefusal::LastSystemAdmin);
    QCOMPARE(refusalOf(UserAction::Enable, anAdmin(), last), Refusal());
}

void PeopleActionsTest::refusesToEndOneself()
{
    model::User me = somebody({});
    me.summary.id = kManager.id;
    QCOMPARE(refusalOf(UserAction::Disable, kManager, me), PeopleRefusal::Oneself);
    QCOMPARE(refusalOf(UserAction::Delete, kManager, me), PeopleRefusal::Oneself);
    QCOMPARE(refusalOf(UserAction::Delete, kManager, me.summary), PeopleRefusal::Oneself);
    QCOMPARE(refusalOf(UserAction::Change, kManager, me), Refusal());
}

void PeopleActionsTest::keepsPeopleWithJobs()
{
    model::User busy = somebody({});
    busy.activeJobs = 2;
    QCOMPARE(refusalOf(UserAction::Delete, kManager, busy), PeopleRefusal::ActiveJobs);
    QCOMPARE(refusalOf(UserAction::Delete, kManager, busy.summary), Refusal());
    QCOMPARE(refusalOf(UserAction::Disable, kManager, busy), Refusal());
}

void PeopleActionsTest::protectsPresetRoles()
{
    const model::Role preset = aRole(2, {Permission::SubmitTrainingJob});
    QCOMPARE(refusalOf(RoleAction::Change, anAdmin(), preset), PeopleRefusal::PresetRole);
    QCOMPARE(refusalOf(RoleAction::Delete, anAdmin(), preset), PeopleRefusal::PresetRole);
    QCOMPARE(refusalOf(RoleAction::Give, kManager, preset), Refusal());
    QCOMPARE(refusalOf(RoleAction::Delete, kManager, aRole(9, {Permission::Manager})), Refusal());
}

void PeopleActionsTest::looksAtWhatAGroupGives()
{
    const QList<model::Role> roles{aRole(1, anAdmin().permissions), aRole(8, {Permission::Manager}),
                                   aRole(9, {Permission::ViewVc})};
    model::GroupSummary group;
    const auto refusal = [&](const model::Account &me) {
        return refusalOf(GroupAction::ChangeMembers, me, group, roles);
    };
    QCOMPARE(refusal(kManager), Refusal());
    group.roles = {{model::RoleId(8), {}}};
    QCOMPARE(refusal(kManager), Refusal());
    group.roles.append({model::RoleId(9), {}});
    QCOMPARE(refusal(kManager), PeopleRefusal::BeyondOwnRights);
    group.roles.append({model::kSystemAdminRole, {}});
    QCOMPARE(refusal(kManager), PeopleRefusal::SystemAdminsOnly);
    QCOMPARE(refusal(anAdmin()), Refusal());
}

QTEST_APPLESS_MAIN(PeopleActionsTest)
#include "tst_peopleactions.moc"
