// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/names.h"
#include "app/cli/printed.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/api/people.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Result<int> listUsers(const Call &call)
{
    model::UserQuery query;
    query.text = call.value(u"search"_s);
    query.limit = model::UserQuery::kMaxLimit;
    if (call.has(u"group"_s)) {
        TRY_ASSIGN(query.group, groupNamed(call, call.value(u"group"_s)));
    }
    model::Items<model::UserSummary> users;
    do {
        TRY_ASSIGN(const auto page, await(call.api.call(api::listUsers, {}, query)));
        users.items += page.items;
        query.cursor = page.next.value_or(QString());
    } while (!query.cursor.isEmpty());
    if (printedAsJson(call, users))
        return exitstatus::kDone;
    Table table({u"ID>"_s, u"USERNAME"_s, u"NICKNAME"_s, u"PHONE"_s, u"EMAIL"_s, u"ROLES"_s,
                 u"GROUPS"_s, u"STATE"_s});
    for (const model::UserSummary &user : users.items) {
        table.add({user.id.toString(), user.username, user.nickname, user.phone, user.email,
                   joined(user.roles), joined(user.groups),
                   user.disabled ? u"disabled"_s : u"enabled"_s});
    }
    call.terminal.print(table.lines().join(u'\n'));
    return exitstatus::kDone;
}

// "NAME" or "NAME:Nickname" each.
Result<int> createUsers(const Call &call)
{
    model::NewUsers form;
    const QStringList names = call.arguments.positionalArguments().mid(1);
    for (const QString &name : names) {
        const QString username = name.section(u':', 0, 0);
        form.users.append({.username = username,
                           .nickname = name.contains(u':') ? name.section(u':', 1) : username,
                           .phone = {},
                           .email = {},
                           .note = {}});
    }
    TRY_ASSIGN(form.roles, rolesNamed(call, call.arguments.values(u"role"_s)));
    const auto made = await(call.api.call(api::createUsers, {}, form));
    if (!made)
        return plain(made.error());
    if (printedAsJson(call, *made))
        return exitstatus::kDone;
    Table table({u"ID>"_s, u"USERNAME"_s, u"PASSWORD"_s});
    for (const model::NewPassword &user : made->items)
        table.add({user.id.toString(), user.username, user.password});
    call.terminal.print(table.lines().join(u'\n'));
    return exitstatus::kDone;
}

Result<int> setDisabled(const Call &call, bool disabled)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"NAME"_s));
    TRY_ASSIGN(const auto id, userNamed(call, name));
    TRY_ASSIGN(const auto user, await(call.api.call(api::getUser, {id.toString()})));
    const model::UserChange change{.nickname = user.summary.nickname,
                                   .phone = user.summary.phone,
                                   .email = user.summary.email,
                                   .note = user.note,
                                   .disabled = disabled};
    TRY_VOID(await(call.api.call(api::changeUser, {id.toString()}, change)));
    call.terminal.say(disabled ? u"%1 is disabled; every session has ended."_s.arg(name)
                               : u"%1 is enabled."_s.arg(name));
    return exitstatus::kDone;
}

Result<int> setRoles(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"NAME"_s));
    TRY_ASSIGN(const auto id, userNamed(call, name));
    TRY_ASSIGN(const auto roles, rolesNamed(call, call.arguments.values(u"role"_s)));
    TRY_ASSIGN(const auto user,
               await(call.api.call(api::setUserRoles, {id.toString()}, model::RoleIds{roles})));
    call.terminal.say(u"%1 has the roles: %2."_s.arg(name, joined(user.summary.roles)));
    return exitstatus::kDone;
}

Result<int> setVcs(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"NAME"_s));
    TRY_ASSIGN(const auto id, userNamed(call, name));
    model::VcNames vcs;
    for (const QString &vc : call.arguments.values(u"vc"_s))
        vcs.vcs.append(model::VcName(vc));
    TRY_ASSIGN(const auto user, await(call.api.call(api::setUserVcs, {id.toString()}, vcs)));
    call.terminal.say(u"%1 may use: %2."_s.arg(name, joined(user.vcs)));
    return exitstatus::kDone;
}

Result<int> resetPassword(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"NAME"_s));
    TRY_ASSIGN(const auto id, userNamed(call, name));
    TRY_ASSIGN(const auto fresh, await(call.api.call(api::resetPassword, {id.toString()})));
    call.terminal.print(fresh.password);
    call.terminal.say(u"%1 must change it; every session has ended."_s.arg(fresh.username));
    return exitstatus::kDone;
}

Result<int> deleteUser(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"NAME"_s));
    TRY_ASSIGN(const auto id, userNamed(call, name));
    TRY_VOID(await(call.api.call(api::deleteUser, {id.toString()})));
    call.terminal.say(u"%1 is deleted."_s.arg(name));
    return exitstatus::kDone;
}

} // namespace

QList<Command> userCommands()
{
    const QCommandLineOption asJson{u"json"_s, u"Print JSON."_s};
    const QCommandLineOption role{u"role"_s, u"A role; may be given several times."_s, u"ROLE"_s};
    const QCommandLineOption search{u"search"_s, u"Part of name, phone or email."_s, u"TEXT"_s};
    const QCommandLineOption group{u"group"_s, u"Only its members."_s, u"GROUP"_s};
    const QCommandLineOption vc{u"vc"_s, u"A VC; may be given several times."_s, u"VC"_s};
    const QString name = u"NAME"_s;
    const auto needed = Command::Session::Needed;
    return {{u"users"_s, u"List the users"_s, {}, {search, group, asJson}, needed, listUsers},
            {u"user-create"_s,
             u"Make accounts and print their passwords"_s,
             u"NAME[:NICKNAME]..."_s,
             {role, asJson},
             needed,
             createUsers},
            {u"user-disable"_s,
             u"Let a user in no more"_s,
             name,
             {},
             needed,
             [](const Call &call) { return setDisabled(call, true); }},
            {u"user-enable"_s,
             u"Let a user in again"_s,
             name,
             {},
             needed,
             [](const Call &call) { return setDisabled(call, false); }},
            {u"user-roles"_s, u"Give a user these roles"_s, name, {role}, needed, setRoles},
            {u"user-vcs"_s, u"Let a user use these VCs"_s, name, {vc}, needed, setVcs},
            {u"user-reset-password"_s,
             u"Give a user a new password"_s,
             name,
             {},
             needed,
             resetPassword},
            {u"user-delete"_s, u"Delete a user"_s, name, {}, needed, deleteUser}};
}
