// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/groupservice.h"

#include "core/rules/peoplerules.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

using model::AuditAction;
using rules::GroupAction;

storage::Subject subjectOf(const model::GroupSummary &group)
{
    return {model::AuditSubject::Group, group.id.toString(), group.name};
}

model::GroupId idOf(const QString &text)
{
    return model::GroupId::fromString(text).value_or(model::GroupId());
}

QJsonObject factsOf(const model::GroupSummary &group)
{
    return {{"name"_L1, group.name}, {"description"_L1, group.description}};
}

bool isMember(const model::Group &group, const model::UserId &user)
{
    return std::any_of(group.members.begin(), group.members.end(),
                       [&](const auto &member) { return member.id == user; });
}

Result<> checkGroup(const PeopleChange &change, GroupAction action,
                    const model::GroupSummary &group)
{
    TRY_ASSIGN(const auto roles, change.store.roles().all());
    return allowed(refusalOf(action, change.me, group, roles));
}

// The names of those who really come, or leave; each is touched by it.
Result<QJsonArray> move(PeopleChange &change, const model::Group &group,
                        const QList<model::UserId> &users, bool come)
{
    QJsonArray names;
    for (qsizetype i = 0; i < users.size(); ++i) {
        const model::UserId &id = users.at(i);
        const auto user = change.store.users().find(id);
        if (!user && user.error().code == ErrorCode::NotFound) {
            const QString field = u"%1[%2]"_s.arg(come ? u"add"_s : u"remove"_s).arg(i);
            return Error{ErrorCode::InvalidInput, field % u": there is no such user", field};
        }
        if (!user)
            return user.error();
        if (isMember(group, id) == come)
            continue;
        TRY_VOID(allowed(refusalOf(rules::UserAction::SetGroups, change.me, *user)));
        storage::Groups &groups = change.store.groups();
        TRY_VOID(come ? groups.addMember(group.summary.id, id)
                      : groups.removeMember(group.summary.id, id));
        change.concerned.users.append(id);
        names.append(user->summary.username);
    }
    return names;
}

} // namespace

Result<model::Items<model::GroupSummary>> GroupService::list(const model::Account &account) const
{
    TRY_VOID(PeopleDesk::checkManager(account));
    TRY_ASSIGN(const auto groups, m_desk.store().groups().all());
    return model::Items<model::GroupSummary>{groups};
}

Result<model::Group> GroupService::get(const model::Account &account, const QString &id) const
{
    TRY_VOID(PeopleDesk::checkManager(account));
    return m_desk.store().groups().find(idOf(id));
}

QFuture<Result<model::GroupSummary>> GroupService::create(const Caller &caller,
                                                          const model::NewGroup &form)
{
    if (const auto checked = rules::firstViolation(rules::check(form)); !checked)
        return ready<model::GroupSummary>(checked.error());
    return m_desk.change<model::GroupSummary>(
        caller, [form](PeopleChange &change) -> Result<model::GroupSummary> {
            TRY_VOID(checkRoleChange(change, {}, form.roles));
            TRY_ASSIGN(const auto id, change.store.groups().insert(form, change.actor.at));
            TRY_ASSIGN(const auto group, change.store.groups().find(id));
            QJsonObject facts = factsOf(group.summary);
            facts.insert("roles"_L1, namesOf(group.summary.roles));
            TRY_VOID(change.note(AuditAction::GroupCreated, subjectOf(group.summary), {}, facts));
            change.concerned.everybody = true;
            return group.summary;
        });
}

QFuture<Result<model::Group>> GroupService::act(const Caller &caller, const QString &id,
                                                GroupAction action, const Edit &edit)
{
    return m_desk.change<model::Group>(caller, [=](PeopleChange &change) -> Result<model::Group> {
        TRY_ASSIGN(const auto group, change.store.groups().find(idOf(id)));
        TRY_VOID(checkGroup(change, action, group.summary));
        TRY_VOID(edit(change, group));
        change.concerned.everybody = action != GroupAction::ChangeMembers;
        return change.store.groups().find(group.summary.id);
    });
}

QFuture<Result<model::Group>> GroupService::change(const Caller &caller, const QString &id,
                                                   const model::GroupChange &wanted)
{
    if (const auto checked = rules::firstViolation(rules::check(wanted)); !checked)
        return ready<model::Group>(checked.error());
    return act(caller, id, GroupAction::Change,
               [wanted](PeopleChange &change, const model::Group &group) -> Result<> {
                   TRY_VOID(change.store.groups().update(group.summary.id, wanted));
                   return change.note(
                       AuditAction::GroupChanged, subjectOf(group.summary), factsOf(group.summary),
                       {{"name"_L1, wanted.name}, {"description"_L1, wanted.description}});
               });
}

QFuture<Result<model::Group>> GroupService::setRoles(const Caller &caller, const QString &id,
                                                     const QList<model::RoleId> &roles)
{
    if (const auto checked = rules::firstViolation(rules::checkCount(u"roles"_s, roles.size()));
        !checked)
        return ready<model::Group>(checked.error());
    return act(caller, id, GroupAction::SetRoles,
               [roles](PeopleChange &change, const model::Group &group) -> Result<> {
                   const model::GroupSummary &before = group.summary;
                   TRY_VOID(checkRoleChange(change, before.roles, roles));
                   TRY_VOID(change.store.groups().setRoles(before.id, roles));
                   TRY_ASSIGN(const auto now, change.store.groups().find(before.id));
                   return change.note(AuditAction::GroupRolesChanged, subjectOf(before),
                                      {{"roles"_L1, namesOf(before.roles)}},
                                      {{"roles"_L1, namesOf(now.summary.roles)}});
               });
}

QFuture<Result<model::Group>> GroupService::setVcs(const Caller &caller, const QString &id,
                                                   const QList<model::VcName> &vcs)
{
    if (const auto checked = rules::firstViolation(rules::checkCount(u"vcs"_s, vcs.size()));
        !checked)
        return ready<model::Group>(checked.error());
    return act(caller, id, GroupAction::SetVcs,
               [vcs](PeopleChange &change, const model::Group &group) -> Result<> {
                   const model::GroupSummary &before = group.summary;
                   TRY_VOID(change.store.groups().setVcs(before.id, vcs));
                   TRY_ASSIGN(const auto now, change.store.groups().find(before.id));
                   return change.note(AuditAction::GroupVcsChanged, subjectOf(before),
                                      {{"vcs"_L1, namesOf(before.vcs)}},
                                      {{"vcs"_L1, namesOf(now.summary.vcs)}});
               });
}

QFuture<Result<model::Group>> GroupService::changeMembers(const Caller &caller, const QString &id,
                                                          const model::MembersChange &members)
{
    if (const auto checked = rules::firstViolation(rules::check(members)); !checked)
        return ready<model::Group>(checked.error());
    return act(caller, id, GroupAction::ChangeMembers,
               [members](PeopleChange &change, const model::Group &group) -> Result<> {
                   TRY_ASSIGN(const auto gone, move(change, group, members.remove, false));
                   TRY_ASSIGN(const auto come, move(change, group, members.add, true));
                   if (gone.isEmpty() && come.isEmpty())
                       return {};
                   return change.note(AuditAction::GroupMembersChanged, subjectOf(group.summary),
                                      {{"members"_L1, gone}}, {{"members"_L1, come}});
               });
}

QFuture<Result<model::Nothing>> GroupService::remove(const Caller &caller, const QString &id)
{
    return m_desk.change<model::Nothing>(
        caller, [id](PeopleChange &change) -> Result<model::Nothing> {
            TRY_ASSIGN(const auto group, change.store.groups().find(idOf(id)));
            TRY_VOID(checkGroup(change, GroupAction::Delete, group.summary));
            QJsonObject facts = factsOf(group.summary);
            facts.insert("members"_L1, namesOf(group.members));
            facts.insert("roles"_L1, namesOf(group.summary.roles));
            facts.insert("vcs"_L1, namesOf(group.summary.vcs));
            TRY_VOID(change.note(AuditAction::GroupDeleted, subjectOf(group.summary), facts, {}));
            TRY_VOID(change.store.groups().remove(group.summary.id));
            change.concerned.everybody = true;
            return model::Nothing{};
        });
}

} // namespace services
