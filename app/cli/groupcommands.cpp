// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/names.h"
#include "app/cli/printed.h"
#include "app/cli/table.h"
#include "core/api/people.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Result<int> listGroups(const Call &call)
{
    TRY_ASSIGN(const auto groups, await(call.api.call(api::listGroups)));
    if (printedAsJson(call, groups))
        return exitstatus::kDone;
    Table table({u"NAME"_s, u"MEMBERS>"_s, u"ROLES"_s, u"VCS"_s, u"DESCRIPTION"_s});
    for (const model::GroupSummary &group : groups.items) {
        table.add({group.name, QString::number(group.members), joined(group.roles),
                   joined(group.vcs), group.description});
    }
    call.terminal.print(table.lines().join(u'\n'));
    return exitstatus::kDone;
}

Result<int> createGroup(const Call &call)
{
    model::NewGroup form;
    TRY_ASSIGN(form.name, call.argument(0, u"GROUP"_s));
    form.description = call.value(u"description"_s);
    TRY_ASSIGN(form.roles, rolesNamed(call, call.arguments.values(u"role"_s)));
    TRY_VOID(await(call.api.call(api::createGroup, {}, form)));
    call.terminal.say(u"The group %1 is made."_s.arg(form.name));
    return exitstatus::kDone;
}

Result<int> changeMembers(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"GROUP"_s));
    TRY_ASSIGN(const auto id, groupNamed(call, name));
    model::MembersChange change;
    TRY_ASSIGN(change.add, usersNamed(call, call.arguments.values(u"add"_s)));
    TRY_ASSIGN(change.remove, usersNamed(call, call.arguments.values(u"remove"_s)));
    TRY_ASSIGN(const auto group, await(call.api.call(api::changeMembers, {id.toString()}, change)));
    if (printedAsJson(call, group))
        return exitstatus::kDone;
    call.terminal.print(joined(group.members));
    return exitstatus::kDone;
}

Result<int> setVcs(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"GROUP"_s));
    TRY_ASSIGN(const auto id, groupNamed(call, name));
    model::VcNames vcs;
    for (const QString &vc : call.arguments.values(u"vc"_s))
        vcs.vcs.append(model::VcName(vc));
    TRY_ASSIGN(const auto group, await(call.api.call(api::setGroupVcs, {id.toString()}, vcs)));
    call.terminal.say(u"%1 may use: %2."_s.arg(name, joined(group.summary.vcs)));
    return exitstatus::kDone;
}

Result<int> deleteGroup(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"GROUP"_s));
    TRY_ASSIGN(const auto id, groupNamed(call, name));
    TRY_VOID(await(call.api.call(api::deleteGroup, {id.toString()})));
    call.terminal.say(u"The group %1 is deleted."_s.arg(name));
    return exitstatus::kDone;
}

QString wordsOf(const QList<model::Permission> &permissions)
{
    QStringList words;
    for (const model::Permission permission : permissions)
        words.append(json::nameOf(permission));
    return words.join(u", "_s);
}

Result<int> listRoles(const Call &call)
{
    TRY_ASSIGN(const auto roles, await(call.api.call(api::listRoles)));
    if (printedAsJson(call, roles))
        return exitstatus::kDone;
    Table table({u"NAME"_s, u"KIND"_s, u"USERS>"_s, u"GROUPS>"_s, u"PERMISSIONS"_s});
    for (const model::Role &role : roles.items) {
        table.add({role.name, role.preset ? u"preset"_s : u"custom"_s, QString::number(role.users),
                   QString::number(role.groups), wordsOf(role.permissions)});
    }
    call.terminal.print(table.lines().join(u'\n'));
    return exitstatus::kDone;
}

Result<int> createRole(const Call &call)
{
    model::RoleForm form;
    TRY_ASSIGN(form.name, call.argument(0, u"ROLE"_s));
    form.description = call.value(u"description"_s);
    for (const QString &word : call.arguments.values(u"permission"_s)) {
        const auto permission = json::fromName<model::Permission>(word);
        if (!permission) {
            return Error{ErrorCode::InvalidInput, u"there is no permission "_s % word,
                         u"permission"_s};
        }
        form.permissions.append(*permission);
    }
    TRY_VOID(await(call.api.call(api::createRole, {}, form)));
    call.terminal.say(u"The role %1 is made."_s.arg(form.name));
    return exitstatus::kDone;
}

Result<int> deleteRole(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"ROLE"_s));
    TRY_ASSIGN(const auto ids, rolesNamed(call, {name}));
    TRY_VOID(await(call.api.call(api::deleteRole, {ids.first().toString()})));
    call.terminal.say(u"The role %1 is deleted."_s.arg(name));
    return exitstatus::kDone;
}

} // namespace

QList<Command> groupCommands()
{
    const auto several = [](const QString &name, const QString &what, const QString &value) {
        return QCommandLineOption{name, what % u"; may be given several times.", value};
    };
    const QCommandLineOption asJson{u"json"_s, u"Print JSON."_s};
    const QCommandLineOption about{u"description"_s, u"What it is for."_s, u"TEXT"_s};
    const auto role = several(u"role"_s, u"A role"_s, u"ROLE"_s);
    const auto vc = several(u"vc"_s, u"A VC"_s, u"VC"_s);
    const auto add = several(u"add"_s, u"Who comes"_s, u"NAME"_s);
    const auto remove = several(u"remove"_s, u"Who leaves"_s, u"NAME"_s);
    const auto permission = several(u"permission"_s, u"A permission, such as view_vc"_s, u"WORD"_s);
    const QString group = u"GROUP"_s;
    const auto needed = Command::Session::Needed;
    return {
        {u"groups"_s, u"List the groups"_s, {}, {asJson}, needed, listGroups},
        {u"group-create"_s, u"Make a group"_s, group, {about, role}, needed, createGroup},
        {u"group-members"_s,
         u"Let users come to a group and leave it"_s,
         group,
         {add, remove, asJson},
         needed,
         changeMembers},
        {u"group-vcs"_s, u"Let a group use these VCs"_s, group, {vc}, needed, setVcs},
        {u"group-delete"_s, u"Delete a group"_s, group, {}, needed, deleteGroup},
        {u"roles"_s, u"List the roles"_s, {}, {asJson}, needed, listRoles},
        {u"role-create"_s, u"Make a role"_s, u"ROLE"_s, {about, permission}, needed, createRole},
        {u"role-delete"_s, u"Delete a role"_s, u"ROLE"_s, {}, needed, deleteRole}};
}
