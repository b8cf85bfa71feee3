// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/passwords.h"
#include "backend/services/peopledesk.h"
#include "core/rules/peoplerules.h"

#include <QObject>

namespace services {

// The people, for those who look after them. Who may touch whom is said by core/rules/
// peopleactions.h; what is refused by it answers Forbidden or Conflict.
class UserService : public QObject
{
    Q_OBJECT

public:
    explicit UserService(PeopleDesk &desk); // outlives the service

    Result<model::PeopleCounts> counts(const model::Account &account) const;
    Result<model::Page<model::UserSummary>> list(const model::Account &account,
                                                 const model::UserQuery &query) const;
    Result<model::User> get(const model::Account &account, const QString &id) const;

    // All of them or none; each with a password made here. InvalidInput and Conflict name
    // users[i].username and the like.
    QFuture<Result<model::Items<model::NewPassword>>> create(const Caller &caller,
                                                             const model::NewUsers &users);
    QFuture<Result<model::User>> change(const Caller &caller, const QString &id,
                                        const model::UserChange &change);
    QFuture<Result<model::User>> setRoles(const Caller &caller, const QString &id,
                                          const QList<model::RoleId> &roles);
    QFuture<Result<model::User>> setGroups(const Caller &caller, const QString &id,
                                           const QList<model::GroupId> &groups);
    QFuture<Result<model::User>> setVcs(const Caller &caller, const QString &id,
                                        const QList<model::VcName> &vcs);
    // Ends every session of the person.
    QFuture<Result<model::NewPassword>> resetPassword(const Caller &caller, const QString &id);
    // Conflict names the active jobs. What the person did and the jobs of old stay.
    QFuture<Result<model::Nothing>> remove(const Caller &caller, const QString &id);

private:
    struct Fresh // people who are being made
    {
        model::NewUsers form;
        QStringList passwords;
        QStringList hashes;
    };
    using Created = model::Items<model::NewPassword>;

    void hashNext(const Caller &caller, const std::shared_ptr<Fresh> &fresh,
                  const Promise<Created> &promise);
    Result<Created> insert(PeopleChange &change, const Fresh &fresh) const;
    // Finds the person, checks the action, lets `edit` change things, notes the difference.
    using Edit = std::function<Result<>(PeopleChange &change, const model::User &user)>;
    QFuture<Result<model::User>> act(const Caller &caller, const QString &id,
                                     rules::UserAction action, const Edit &edit);

    PeopleDesk &m_desk;
    Passwords m_passwords;
};

} // namespace services
