// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/userservice.h"

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

using model::AuditAction;
using rules::UserAction;

constexpr qsizetype kMostNamedJobs = 10;

storage::Subject subjectOf(const model::UserSummary &user)
{
    return {model::AuditSubject::User, user.id.toString(), user.username};
}

model::UserId idOf(const QString &text)
{
    return model::UserId::fromString(text).value_or(model::UserId());
}

QJsonObject factsOf(const model::User &user)
{
    const model::UserSummary &summary = user.summary;
    return {{"nickname"_L1, summary.nickname},
            {"phone"_L1, summary.phone},
            {"email"_L1, summary.email},
            {"note"_L1, user.note},
            {"disabled"_L1, summary.disabled}};
}

Error activeJobs(const QStringList &names)
{
    Error error = rules::error(rules::PeopleRefusal::ActiveJobs);
    error.detail += u": "_s % names.first(std::min(names.size(), kMostNamedJobs)).join(u", "_s);
    if (names.size() > kMostNamedJobs)
        error.detail += u" and %1 more"_s.arg(names.size() - kMostNamedJobs);
    return error;
}

// Each group that the person comes to or leaves is touched by it.
Result<> checkGroupChange(const PeopleChange &change, const QList<model::GroupName> &before,
                          const QList<model::GroupId> &after)
{
    TRY_ASSIGN(const auto roles, change.store.roles().all());
    QList<model::GroupId> touched;
    for (const model::GroupName &group : before) {
        if (!after.contains(group.id))
            touched.append(group.id);
    }
    for (qsizetype i = 0; i < after.size(); ++i) {
        const auto found = change.store.groups().find(after.at(i));
        if (!found && found.error().code == ErrorCode::NotFound) {
            const QString field = u"groups[%1]"_s.arg(i);
            return Error{ErrorCode::InvalidInput, field % u": there is no such group", field};
        }
        if (found && !before.contains(model::GroupName{after.at(i), found->summary.name}))
            touched.append(after.at(i));
    }
    for (const model::GroupId &id : touched) {
        TRY_ASSIGN(const auto group, change.store.groups().find(id));
        TRY_VOID(
            allowed(refusalOf(rules::GroupAction::ChangeMembers, change.me, group.summary, roles)));
    }
    return {};
}

} // namespace

UserService::UserService(PeopleDesk &desk)
    : m_desk(desk)
{ }

Result<model::PeopleCounts> UserService::counts(const model::Account &account) const
{
    TRY_VOID(PeopleDesk::checkManager(account));
    return m_desk.store().users().counts();
}

Result<model::Page<model::UserSummary>> UserService::list(const model::Account &account,
                                                          const model::UserQuery &query) const
{
    TRY_VOID(PeopleDesk::checkManager(account));
    return m_desk.store().users().page(query);
}

Result<model::User> UserService::get(const model::Account &account, const QString &id) const
{
    TRY_VOID(PeopleDesk::checkManager(account));
    return m_desk.store().users().find(idOf(id));
}

QFuture<Result<UserService::Created>> UserService::create(const Caller &caller,
                                                          const model::NewUsers &users)
{
    if (const auto manager = PeopleDesk::checkManager(caller.account); !manager)
        return ready<Created>(manager.error());
    if (const auto checked = rules::firstViolation(rules::check(users)); !checked)
        return ready<Created>(checked.error());
    const Promise<Created> promise;
    hashNext(caller, std::make_shared<Fresh>(Fresh{users, {}, {}}), promise);
    return promise.future();
}

void UserService::hashNext(const Caller &caller, const std::shared_ptr<Fresh> &fresh,
                           const Promise<Created> &promise)
{
    if (fresh->hashes.size() == fresh->form.users.size()) {
        const auto stored = m_desk.change<Created>(
            caller, [this, fresh](PeopleChange &change) { return insert(change, *fresh); });
        return whenDone(stored, this,
                        [promise](const Result<Created> &done) { promise.finish(done); });
    }
    fresh->passwords.append(Passwords::random());
    whenDone(m_passwords.hash(fresh->passwords.last()), this,
             [=, this](const Result<QString> &hash) {
                 if (!hash)
                     return promise.finish(hash.error());
                 fresh->hashes.append(*hash);
                 hashNext(caller, fresh, promise);
             });
}

Result<UserService::Created> UserService::insert(PeopleChange &change, const Fresh &fresh) const
{
    storage::Users &users = change.store.users();
    TRY_VOID(checkRoleChange(change, {}, fresh.form.roles));
    Created created;
    for (qsizetype i = 0; i < fresh.form.users.size(); ++i) {
        const model::NewUser &form = fresh.form.users.at(i);
        const auto id = users.insert(form, fresh.hashes.at(i), change.actor.at);
        if (!id && id.error().code == ErrorCode::Conflict) {
            const QString field = u"users[%1].username"_s.arg(i);
            return Error{ErrorCode::Conflict, field % u": the username is taken", field};
        }
        if (!id)
            return id.error();
        TRY_VOID(users.setRoles(*id, fresh.form.roles));
        TRY_ASSIGN(const auto user, users.find(*id));
        QJsonObject facts = factsOf(user);
        facts.insert("username"_L1, form.username);
        facts.insert("roles"_L1, namesOf(user.summary.roles));
        TRY_VOID(change.note(AuditAction::UserCreated, subjectOf(user.summary), {}, facts));
        change.concerned.users.append(*id);
        created.items.append({*id, form.username, fresh.passwords.at(i)});
    }
    return created;
}

QFuture<Result<model::User>> UserService::act(const Caller &caller, const QString &id,
                                              UserAction action, const Edit &edit)
{
    return m_desk.change<model::User>(caller, [=](PeopleChange &change) -> Result<model::User> {
        storage::Users &users = change.store.users();
        TRY_ASSIGN(const auto user, users.find(idOf(id)));
        TRY_VOID(allowed(refusalOf(action, change.me, user)));
        TRY_VOID(edit(change, user));
        change.concerned.users.append(user.summary.id);
        return users.find(user.summary.id);
    });
}

QFuture<Result<model::User>> UserService::change(const Caller &caller, const QString &id,
                                                 const model::UserChange &wanted)
{
    if (const auto checked = rules::firstViolation(rules::check(wanted)); !checked)
        return ready<model::User>(checked.error());
    return act(caller, id, UserAction::Change,
               [wanted](PeopleChange &change, const model::User &user) -> Result<> {
                   const model::UserId who = user.summary.id;
                   if (wanted.disabled && !user.summary.disabled) {
                       TRY_VOID(allowed(refusalOf(UserAction::Disable, change.me, user)));
                       TRY_ASSIGN(change.concerned.endedSessions,
                                  change.store.users().endSessions(who));
                   }
                   TRY_VOID(change.store.users().update(who, wanted));
                   TRY_ASSIGN(const auto now, change.store.users().find(who));
                   return change.note(AuditAction::UserChanged, subjectOf(user.summary),
                                      factsOf(user), factsOf(now));
               });
}

QFuture<Result<model::User>> UserService::setRoles(const Caller &caller, const QString &id,
                                                   const QList<model::RoleId> &roles)
{
    if (const auto checked = rules::firstViolation(rules::checkCount(u"roles"_s, roles.size()));
        !checked)
        return ready<model::User>(checked.error());
    return act(caller, id, UserAction::SetRoles,
               [roles](PeopleChange &change, const model::User &user) -> Result<> {
                   TRY_VOID(checkRoleChange(change, user.summary.roles, roles));
                   TRY_VOID(change.store.users().setRoles(user.summary.id, roles));
                   TRY_ASSIGN(const auto now, change.store.users().find(user.summary.id));
                   return change.note(AuditAction::UserRolesChanged, subjectOf(user.summary),
                                      {{"roles"_L1, namesOf(user.summary.roles)}},
                                      {{"roles"_L1, namesOf(now.summary.roles)}});
               });
}

QFuture<Result<model::User>> UserService::setGroups(const Caller &caller, const QString &id,
                                                    const QList<model::GroupId> &groups)
{
    if (const auto checked = rules::firstViolation(rules::checkCount(u"groups"_s, groups.size()));
        !checked)
        return ready<model::User>(checked.error());
    return act(caller, id, UserAction::SetGroups,
               [groups](PeopleChange &change, const model::User &user) -> Result<> {
                   TRY_VOID(checkGroupChange(change, user.summary.groups, groups));
                   TRY_VOID(change.store.users().setGroups(user.summary.id, groups));
                   TRY_ASSIGN(const auto now, change.store.users().find(user.summary.id));
                   return change.note(AuditAction::UserGroupsChanged, subjectOf(user.summary),
                                      {{"groups"_L1, namesOf(user.summary.groups)}},
                                      {{"groups"_L1, namesOf(now.summary.groups)}});
               });
}

QFuture<Result<model::User>> UserService::setVcs(const Caller &caller, const QString &id,
                                                 const QList<model::VcName> &vcs)
{
    if (const auto checked = rules::firstViolation(rules::checkCount(u"vcs"_s, vcs.size()));
        !checked)
        return ready<model::User>(checked.error());
    return act(caller, id, UserAction::SetVcs,
               [vcs](PeopleChange &change, const model::User &user) -> Result<> {
                   TRY_VOID(change.store.users().setVcs(user.summary.id, vcs));
                   TRY_ASSIGN(const auto now, change.store.users().find(user.summary.id));
                   return change.note(AuditAction::UserVcsChanged, subjectOf(user.summary),
                                      {{"vcs"_L1, namesOf(user.vcs)}},
                                      {{"vcs"_L1, namesOf(now.vcs)}});
               });
}

QFuture<Result<model::NewPassword>> UserService::resetPassword(const Caller &caller,
                                                               const QString &id)
{
    const auto known = get(caller.account, id);
    if (!known)
        return ready<model::NewPassword>(known.error());
    if (const auto may = allowed(refusalOf(UserAction::ResetPassword, caller.account, *known));
        !may)
        return ready<model::NewPassword>(may.error());
    const QString password = Passwords::random();
    const Promise<model::NewPassword> promise;
    const auto stored = [promise, password](const Result<model::User> &user) {
        if (!user)
            return promise.finish(user.error());
        promise.finish(model::NewPassword{user->summary.id, user->summary.username, password});
    };
    whenDone(m_passwords.hash(password), this, [=, this](const Result<QString> &hash) {
        if (!hash)
            return promise.finish(hash.error());
        const auto edit = [hash = *hash](PeopleChange &change,
                                         const model::User &user) -> Result<> {
            const model::UserId who = user.summary.id;
            TRY_VOID(change.store.users().setPassword(who, hash));
            TRY_ASSIGN(change.concerned.endedSessions, change.store.users().endSessions(who));
            return change.note(AuditAction::PasswordReset, subjectOf(user.summary), {}, {});
        };
        whenDone(act(caller, id, UserAction::ResetPassword, edit), this, stored);
    });
    return promise.future();
}

QFuture<Result<model::Nothing>> UserService::remove(const Caller &caller, const QString &id)
{
    return m_desk.change<model::Nothing>(
        caller, [id](PeopleChange &change) -> Result<model::Nothing> {
            storage::Users &users = change.store.users();
            TRY_ASSIGN(const auto user, users.find(idOf(id)));
            const auto refused = refusalOf(UserAction::Delete, change.me, user);
            if (refused == rules::PeopleRefusal::ActiveJobs) {
                TRY_ASSIGN(const auto jobs, users.namesOfActiveJobs(user.summary.id));
                return activeJobs(jobs);
            }
            TRY_VOID(allowed(refused));
            QJsonObject facts = factsOf(user);
            facts.insert("roles"_L1, namesOf(user.summary.roles));
            facts.insert("groups"_L1, namesOf(user.summary.groups));
            facts.insert("vcs"_L1, namesOf(user.vcs));
            TRY_VOID(change.note(AuditAction::UserDeleted, subjectOf(user.summary), facts, {}));
            TRY_ASSIGN(change.concerned.endedSessions, users.endSessions(user.summary.id));
            TRY_VOID(users.remove(user.summary.id));
            change.concerned.users.append(user.summary.id);
            return model::Nothing{};
        });
}

} // namespace services
