// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/storage/peoplestore.h"
#include "core/rules/peopleactions.h"

namespace services {

// A change of people, groups or roles within its transaction.
struct PeopleChange
{
    const model::Account me; // with the rights as they are now
    const storage::Actor actor;
    storage::PeopleStore &store;
    storage::Concerned &concerned;

    // Adds to the audit log what was and what became of somebody or something.
    Result<> note(model::AuditAction action, const storage::Subject &subject,
                  const QJsonObject &before, const QJsonObject &after);
};

// Where all changes of people, groups and roles pass: each is one transaction, in which rights are
// read anew, and none may leave the platform without a System Admin.
class PeopleDesk
{
public:
    PeopleDesk(storage::PeopleStore &store, const Clock &clock)
        : m_store(store)
        , m_clock(clock)
    { }

    // Only for reading, and for what is in `work`.
    storage::PeopleStore &store() const { return m_store; }

    static Result<> checkManager(const model::Account &account);

    template <typename T>
    QFuture<Result<T>> change(const Caller &caller,
                              const std::function<Result<T>(PeopleChange &change)> &work)
    {
        return m_store.write<T>([=, this](storage::Concerned &concerned) -> Result<T> {
            TRY_ASSIGN(PeopleChange change, begin(caller, concerned));
            TRY_ASSIGN(const T outcome, work(change));
            TRY_VOID(checkSystemAdmin());
            return outcome;
        });
    }

private:
    Result<PeopleChange> begin(const Caller &caller, storage::Concerned &concerned) const;
    Result<> checkSystemAdmin() const;

    storage::PeopleStore &m_store;
    const Clock &m_clock;
};

// A refusal as the error that it is.
inline Result<> allowed(const std::optional<rules::PeopleRefusal> &refusal)
{
    return refusal ? Result<>(rules::error(*refusal)) : Result<>();
}

// The role of the id. InvalidInput names the place in the request.
Result<model::Role> roleOf(const QList<model::Role> &roles, const model::RoleId &id,
                           const QString &field);

// Whether roles may be given and taken: each that is in one list only is looked at.
Result<> checkRoleChange(const PeopleChange &change, const QList<model::RoleName> &before,
                         const QList<model::RoleId> &after);

// "name" of each, for the audit log.
template <typename List>
QJsonArray namesOf(const List &list)
{
    QJsonArray names;
    for (const auto &each : list) {
        if constexpr (requires { each.username; })
            names.append(each.username);
        else if constexpr (requires { each.name; })
            names.append(each.name);
        else
            names.append(each.value());
    }
    return names;
}

} // namespace services
