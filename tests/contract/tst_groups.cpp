// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/accounts.h"
#include "core/api/cluster.h"
#include "core/api/people.h"
#include "core/client/streams.h"
#include "tests/contract/contract.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::Permission;
using support::call;
using support::codeOf;

// Groups and roles through the real client and the real server, and who is told of them.
class GroupsTest : public QObject
{
    Q_OBJECT

private:
    static int count(const QList<model::Event> &events, model::EventTopic topic)
    {
        return int(std::count_if(events.begin(), events.end(),
                                 [&](const auto &event) { return event.topic == topic; }));
    }

private slots:
    void makesAGroup();
    void givesMembersRolesAndVcs();
    void takesBackWhatAGroupGave();
    void changesAndDeletesGroups();
    void protectsPresetRoles();
    void saysWhoHasARole();
    void loosesARoleWithIt();
    void tellsManagersAndThePersonConcerned();
};

void GroupsTest::makesAGroup()
{
    support::Contract c;
    model::NewGroup form{u"Vision"_s, u"They look"_s, {model::kUserRole}};
    const auto group = call(c.admin, api::createGroup, {}, form);
    QVERIFY(group);
    QCOMPARE(group->roles.size(), 1);
    QCOMPARE(group->members, 0);
    QCOMPARE(call(c.admin, api::listGroups)->items, QList{*group});
    form.name = u"vISION"_s;
    const auto taken = call(c.admin, api::createGroup, {}, form);
    QCOMPARE(codeOf(taken), ErrorCode::Conflict);
    QCOMPARE(taken.error().field, u"name"_s);
    form.name = u"Other"_s;
    form.roles = {model::RoleId(99)};
    QCOMPARE(call(c.admin, api::createGroup, {}, form).error().field, u"roles[0]"_s);
    form.roles.clear();
    QCOMPARE(call(c.admin, api::createGroup, {}, form).error().field, u"roles"_s);
    QCOMPARE(call(c.admin, api::peopleCounts)->groups, 1);
    QCOMPARE(codeOf(call(c.admin, api::getGroup, {u"77"_s})), ErrorCode::NotFound);
}

void GroupsTest::givesMembersRolesAndVcs()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, {});
    const auto id = c.idOf(u"anna"_s);
    QVERIFY(call(c.admin, api::setUserVcs, {id.toString()}, model::VcNames{}));
    const auto group =
        call(c.admin, api::createGroup, {}, model::NewGroup{u"V"_s, u"x"_s, {model::kUserRole}});
    const QString key = group->id.toString();
    const auto joined = call(c.admin, api::changeMembers, {key}, model::MembersChange{{id}, {id}});
    QCOMPARE(joined->members.first().username, u"anna"_s);
    QCOMPARE(call(*anna, api::getAccount)->permissions.size(), 4);
    QVERIFY(call(c.admin, api::setGroupVcs, {key}, model::VcNames{{model::VcName(u"platform"_s)}}));
    QCOMPARE(call(*anna, api::getAccount)->vcs.size(), 1);
    const auto user = call(c.admin, api::getUser, {id.toString()});
    QVERIFY(user->vcs.isEmpty());
    QCOMPARE(user->groupVcs.size(), 1);
    QCOMPARE(user->summary.groups.first().name, u"V"_s);
    QCOMPARE(call(c.admin, api::changeMembers, {key}, model::MembersChange{{model::UserId(7)}, {}})
                 .error()
                 .field,
             u"add[0]"_s);
    model::UserQuery members;
    members.group = group->id;
    QCOMPARE(call(c.admin, api::listUsers, {}, members)->total, 1);
}

void GroupsTest::takesBackWhatAGroupGave()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, {});
    const auto id = c.idOf(u"anna"_s);
    const auto group =
        call(c.admin, api::createGroup, {}, model::NewGroup{u"V"_s, u"x"_s, {model::kUserRole}});
    const QString key = group->id.toString();
    const auto holds = [&] { return call(*anna, api::getAccount)->permissions.size(); };
    QVERIFY(call(c.admin, api::setUserGroups, {id.toString()}, model::GroupIds{{group->id}}));
    QCOMPARE(holds(), 4);
    QVERIFY(call(c.admin, api::setGroupRoles, {key}, model::RoleIds{}));
    QCOMPARE(holds(), 0);
    QVERIFY(call(c.admin, api::changeRoleGroups, {model::kUserRole.toString()},
                 model::HoldersChange{{group->id}, {}}));
    QCOMPARE(holds(), 4);
    QVERIFY(call(c.admin, api::setUserGroups, {id.toString()}, model::GroupIds{}));
    QCOMPARE(holds(), 0);
    QVERIFY(call(c.admin, api::changeMembers, {key}, model::MembersChange{{id}, {}}));
    QVERIFY(call(c.admin, api::deleteGroup, {key}));
    QCOMPARE(holds(), 0);
    QCOMPARE(call(c.admin, api::setUserGroups, {id.toString()}, model::GroupIds{{group->id}})
                 .error()
                 .field,
             u"groups[0]"_s);
}

void GroupsTest::changesAndDeletesGroups()
{
    support::Contract c;
    const auto group =
        call(c.admin, api::createGroup, {}, model::NewGroup{u"V"_s, u"x"_s, {model::kUserRole}});
    const QString key = group->id.toString();
    const auto changed =
        call(c.admin, api::changeGroup, {key}, model::GroupChange{u"Sight"_s, u"y"_s});
    QCOMPARE(changed->summary.name, u"Sight"_s);
    QCOMPARE(
        call(c.admin, api::changeGroup, {key}, model::GroupChange{u"Sight"_s, {}}).error().field,
        u"description"_s);
    QCOMPARE(*call(c.admin, api::getGroup, {key}), *changed);
    QVERIFY(call(c.admin, api::deleteGroup, {key}));
    QCOMPARE(codeOf(call(c.admin, api::deleteGroup, {key})), ErrorCode::NotFound);
}

void GroupsTest::protectsPresetRoles()
{
    support::Contract c;
    const auto roles = call(c.admin, api::listRoles);
    QCOMPARE(roles->items.size(), 2);
    QCOMPARE(roles->items.first().permissions.size(), 7);
    QCOMPARE(roles->items.first().users, 1);
    for (const model::Role &role : roles->items) {
        const model::RoleForm form{u"Mine"_s, {}, {Permission::ViewVc}};
        QCOMPARE(codeOf(call(c.admin, api::changeRole, {role.id.toString()}, form)),
                 ErrorCode::Conflict);
        QCOMPARE(codeOf(call(c.admin, api::deleteRole, {role.id.toString()})), ErrorCode::Conflict);
    }
    const auto taken = call(c.admin, api::createRole, {},
                            model::RoleForm{u"system ADMIN"_s, {}, {Permission::ViewVc}});
    QCOMPARE(taken.error().field, u"name"_s);
}

void GroupsTest::saysWhoHasARole()
{
    support::Contract c;
    const auto role = call(c.admin, api::createRole, {},
                           model::RoleForm{u"Watch"_s, u"looks"_s, {Permission::ViewVc}});
    QVERIFY(role && !role->preset);
    const auto group =
        call(c.admin, api::createGroup, {}, model::NewGroup{u"V"_s, u"x"_s, {role->id}});
    const QString key = role->id.toString();
    QVERIFY(
        call(c.admin, api::changeRoleUsers, {key}, model::MembersChange{{c.idOf(u"admin"_s)}, {}})
            .error()
            .code
        == ErrorCode::Conflict); // a System Admin keeps the own roles
    const auto anna = c.person(u"anna"_s, {});
    const auto holders =
        call(c.admin, api::changeRoleUsers, {key}, model::MembersChange{{c.idOf(u"anna"_s)}, {}});
    QCOMPARE(holders->users.first().username, u"anna"_s);
    QCOMPARE(holders->groups.first().id, group->id);
    QCOMPARE(*call(c.admin, api::roleHolders, {key}), *holders);
    QCOMPARE(codeOf(call(c.admin, api::roleHolders, {u"99"_s})), ErrorCode::NotFound);
    QCOMPARE(
        call(c.admin, api::changeRoleGroups, {key}, model::HoldersChange{{}, {model::GroupId(9)}})
            .error()
            .field,
        u"remove[0]"_s);
}

void GroupsTest::loosesARoleWithIt()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, {Permission::ViewVc});
    const QString role = c.roleFor({Permission::ViewVc}).toString();
    QVERIFY(call(c.admin, api::deleteRole, {role}));
    QVERIFY(call(*anna, api::getAccount)->permissions.isEmpty());
    QCOMPARE(codeOf(call(c.admin, api::deleteRole, {role})), ErrorCode::NotFound);
}

void GroupsTest::tellsManagersAndThePersonConcerned()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, {});
    const auto bert = c.person(u"bert"_s, {});
    QList<model::Event> forAdmin;
    QList<model::Event> forAnna;
    QList<model::Event> forBert;
    client::EventStream admins(c.admin);
    client::EventStream annas(*anna);
    client::EventStream berts(*bert);
    const auto listen = [this](client::EventStream &stream, QList<model::Event> &events) {
        connect(&stream, &client::EventStream::received, this,
                [&](const model::Event &event) { events.append(event); });
        stream.start();
        QTRY_VERIFY(!events.isEmpty());
    };
    listen(admins, forAdmin);
    listen(annas, forAnna);
    listen(berts, forBert);
    QVERIFY(call(c.admin, api::setUserRoles, {c.idOf(u"anna"_s).toString()},
                 model::RoleIds{{model::kUserRole}}));
    QTRY_COMPARE(count(forAdmin, model::EventTopic::People), 1);
    QTRY_COMPARE(count(forAnna, model::EventTopic::Account), 1);
    QVERIFY(
        call(c.admin, api::createGroup, {}, model::NewGroup{u"V"_s, u"x"_s, {model::kUserRole}}));
    QTRY_COMPARE(count(forAdmin, model::EventTopic::People), 2);
    QCOMPARE(count(forAnna, model::EventTopic::Account), 1);
    QCOMPARE(count(forAnna, model::EventTopic::People), 0);
    QCOMPARE(forBert.size(), 1);
    // Who is gone hears nothing any more.
    QVERIFY(call(c.admin, api::deleteUser, {c.idOf(u"bert"_s).toString()}));
    QTRY_VERIFY(berts.connection() != client::Connection::Online);
}

QTEST_GUILESS_MAIN(GroupsTest)
#include "tst_groups.moc"
