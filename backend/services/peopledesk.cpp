// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/peopledesk.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace services {

Result<> PeopleChange::note(model::AuditAction action, const storage::Subject &subject,
                            const QJsonObject &before, const QJsonObject &after)
{
    model::AuditEntry entry = storage::entry(actor, action, subject);
    entry.before = before;
    entry.after = after;
    return store.audit().append(entry);
}

Result<> PeopleDesk::checkManager(const model::Account &account)
{
    return account.has(model::Permission::Manager)
               ? Result<>()
               : Result<>(rules::error(rules::PeopleRefusal::NotManager));
}

Result<PeopleChange> PeopleDesk::begin(const Caller &caller, storage::Concerned &concerned) const
{
    auto me = m_store.accounts().account(caller.account.id);
    if (!me && me.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::Unauthenticated, u"the account is gone"_s, {}};
    if (!me)
        return me.error();
    TRY_VOID(checkManager(*me));
    return PeopleChange{*me, actorOf(caller, m_clock), m_store, concerned};
}

Result<> PeopleDesk::checkSystemAdmin() const
{
    TRY_ASSIGN(const auto admins, m_store.users().systemAdmins());
    return admins.isEmpty() ? Result<>(rules::error(rules::PeopleRefusal::LastSystemAdmin))
                            : Result<>();
}

Result<model::Role> roleOf(const QList<model::Role> &roles, const model::RoleId &id,
                           const QString &field)
{
    const auto it =
        std::find_if(roles.begin(), roles.end(), [&](const auto &role) { return role.id == id; });
    if (it == roles.end())
        return Error{ErrorCode::InvalidInput, field % u": there is no such role", field};
    return *it;
}

Result<> checkRoleChange(const PeopleChange &change, const QList<model::RoleName> &before,
                         const QList<model::RoleId> &after)
{
    TRY_ASSIGN(const auto roles, change.store.roles().all());
    const auto mayGive = [&](const model::Role &role) {
        return allowed(refusalOf(rules::RoleAction::Give, change.me, role));
    };
    for (qsizetype i = 0; i < after.size(); ++i) {
        TRY_ASSIGN(const auto role, roleOf(roles, after.at(i), u"roles[%1]"_s.arg(i)));
        if (!before.contains(model::RoleName{role.id, role.name}))
            TRY_VOID(mayGive(role));
    }
    for (const model::RoleName &name : before) {
        TRY_ASSIGN(const auto role, roleOf(roles, name.id, u"roles"_s));
        if (!after.contains(name.id))
            TRY_VOID(mayGive(role));
    }
    return {};
}

} // namespace services
