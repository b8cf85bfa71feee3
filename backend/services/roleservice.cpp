// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/roleservice.h"

#include "core/rules/peoplerules.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

using model::AuditAction;
using rules::RoleAction;

storage::Subject subjectOf(const model::Role &role)
{
    return {model::AuditSubject::Role, role.id.toString(), role.name};
}

model::RoleId idOf(const QString &text)
{
    return model::RoleId::fromString(text).value_or(model::RoleId());
}

QJsonObject factsOf(const model::RoleForm &role)
{
    return {{"name"_L1, role.name},
            {"description"_L1, role.description},
            {"permissions"_L1, json::encode(role.permissions)}};
}

QJsonObject factsOf(const model::Role &role)
{
    return factsOf(model::RoleForm{role.name, role.description, role.permissions});
}

template <typename List, typename Id>
bool contains(const List &list, const Id &id)
{
    return std::any_of(list.begin(), list.end(), [&](const auto &each) { return each.id == id; });
}

Error unknown(const QString &list, qsizetype place)
{
    const QString field = u"%1[%2]"_s.arg(list).arg(place);
    return {ErrorCode::InvalidInput, field % u": there is no such one", field};
}

// At the role itself, System Admin is given and taken like others; its holders keep the rest.
Result<> checkHolder(const PeopleChange &change, const model::Role &role, const model::User &user)
{
    if (role.id == model::kSystemAdminRole)
        return allowed(covers(change.me, rules::rightsOf(role)));
    return allowed(refusalOf(rules::UserAction::SetRoles, change.me, user));
}

// The names of those who really get the role, or lose it; each is touched by it.
Result<QJsonArray> move(PeopleChange &change, const model::Role &role,
                        const QList<model::UserId> &users, bool give)
{
    QJsonArray names;
    for (qsizetype i = 0; i < users.size(); ++i) {
        const auto user = change.store.users().find(users.at(i));
        if (!user && user.error().code == ErrorCode::NotFound)
            return unknown(give ? u"add"_s : u"remove"_s, i);
        if (!user)
            return user.error();
        if (contains(user->summary.roles, role.id) == give)
            continue;
        TRY_VOID(checkHolder(change, role, *user));
        storage::Roles &roles = change.store.roles();
        TRY_VOID(give ? roles.giveTo(role.id, users.at(i)) : roles.takeFrom(role.id, users.at(i)));
        change.concerned.users.append(users.at(i));
        names.append(user->summary.username);
    }
    return names;
}

Result<QJsonArray> move(PeopleChange &change, const model::Role &role,
                        const QList<model::GroupId> &groups, bool give)
{
    QJsonArray names;
    TRY_ASSIGN(const auto all, change.store.roles().all());
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const auto group = change.store.groups().find(groups.at(i));
        if (!group && group.error().code == ErrorCode::NotFound)
            return unknown(give ? u"add"_s : u"remove"_s, i);
        if (!group)
            return group.error();
        if (contains(group->summary.roles, role.id) == give)
            continue;
        TRY_VOID(allowed(refusalOf(rules::GroupAction::SetRoles, change.me, group->summary, all)));
        storage::Roles &roles = change.store.roles();
        TRY_VOID(give ? roles.giveTo(role.id, groups.at(i))
                      : roles.takeFrom(role.id, groups.at(i)));
        change.concerned.everybody = true;
        names.append(group->summary.name);
    }
    return names;
}

// Lets people or groups come to the role and leave it; `kind` names them in the audit log.
template <typename List>
Result<model::RoleHolders> exchange(PeopleChange &change, const model::RoleId &id,
                                    const List &wanted, const QString &kind)
{
    TRY_ASSIGN(const auto role, change.store.roles().find(id));
    TRY_VOID(allowed(refusalOf(RoleAction::Give, change.me, role)));
    TRY_ASSIGN(const auto gone, move(change, role, wanted.remove, false));
    TRY_ASSIGN(const auto come, move(change, role, wanted.add, true));
    if (!gone.isEmpty() || !come.isEmpty()) {
        TRY_VOID(change.note(AuditAction::RoleHoldersChanged, subjectOf(role), {{kind, gone}},
                             {{kind, come}}));
    }
    return change.store.roles().holders(id);
}

} // namespace

Result<model::Items<model::Role>> RoleService::list(const model::Account &account) const
{
    TRY_VOID(PeopleDesk::checkManager(account));
    TRY_ASSIGN(const auto roles, m_desk.store().roles().all());
    return model::Items<model::Role>{roles};
}

Result<model::RoleHolders> RoleService::holders(const model::Account &account,
                                                const QString &id) const
{
    TRY_VOID(PeopleDesk::checkManager(account));
    return m_desk.store().roles().holders(idOf(id));
}

QFuture<Result<model::Role>> RoleService::create(const Caller &caller, const model::RoleForm &form)
{
    if (const auto checked = rules::firstViolation(rules::check(form)); !checked)
        return ready<model::Role>(checked.error());
    return m_desk.change<model::Role>(caller, [form](PeopleChange &change) -> Result<model::Role> {
        TRY_VOID(allowed(rules::refusalOf(form, change.me)));
        TRY_ASSIGN(const auto id, change.store.roles().insert(form));
        TRY_ASSIGN(const auto role, change.store.roles().find(id));
        TRY_VOID(change.note(AuditAction::RoleCreated, subjectOf(role), {}, factsOf(role)));
        change.concerned.everybody = true;
        return role;
    });
}

QFuture<Result<model::Role>> RoleService::change(const Caller &caller, const QString &id,
                                                 const model::RoleForm &form)
{
    if (const auto checked = rules::firstViolation(rules::check(form)); !checked)
        return ready<model::Role>(checked.error());
    return m_desk.change<model::Role>(caller, [=](PeopleChange &change) -> Result<model::Role> {
        TRY_ASSIGN(const auto role, change.store.roles().find(idOf(id)));
        TRY_VOID(allowed(refusalOf(RoleAction::Change, change.me, role)));
        TRY_VOID(allowed(rules::refusalOf(form, change.me)));
        TRY_VOID(change.store.roles().update(role.id, form));
        TRY_ASSIGN(const auto now, change.store.roles().find(role.id));
        TRY_VOID(
            change.note(AuditAction::RoleChanged, subjectOf(role), factsOf(role), factsOf(now)));
        change.concerned.everybody = true;
        return now;
    });
}

QFuture<Result<model::RoleHolders>>
RoleService::changeUsers(const Caller &caller, const QString &id, const model::MembersChange &users)
{
    if (const auto checked = rules::firstViolation(rules::check(users)); !checked)
        return ready<model::RoleHolders>(checked.error());
    return m_desk.change<model::RoleHolders>(caller, [=](PeopleChange &change) {
        return exchange(change, idOf(id), users, u"users"_s);
    });
}

QFuture<Result<model::RoleHolders>> RoleService::changeGroups(const Caller &caller,
                                                              const QString &id,
                                                              const model::HoldersChange &groups)
{
    if (const auto checked = rules::firstViolation(rules::check(groups)); !checked)
        return ready<model::RoleHolders>(checked.error());
    return m_desk.change<model::RoleHolders>(caller, [=](PeopleChange &change) {
        return exchange(change, idOf(id), groups, u"groups"_s);
    });
}

QFuture<Result<model::Nothing>> RoleService::remove(const Caller &caller, const QString &id)
{
    return m_desk.change<model::Nothing>(
        caller, [id](PeopleChange &change) -> Result<model::Nothing> {
            TRY_ASSIGN(const auto role, change.store.roles().find(idOf(id)));
            TRY_VOID(allowed(refusalOf(RoleAction::Delete, change.me, role)));
            TRY_ASSIGN(const auto holders, change.store.roles().holders(role.id));
            QJsonObject facts = factsOf(role);
            facts.insert("users"_L1, namesOf(holders.users));
            facts.insert("groups"_L1, namesOf(holders.groups));
            TRY_VOID(change.note(AuditAction::RoleDeleted, subjectOf(role), facts, {}));
            TRY_VOID(change.store.roles().remove(role.id));
            change.concerned.everybody = true;
            return model::Nothing{};
        });
}

} // namespace services
