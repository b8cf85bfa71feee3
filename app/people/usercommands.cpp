// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/usercommands.h"

#include "app/api/livestore.h"
#include "app/dialogs/prompt.h"
#include "app/people/answers.h"
#include "app/people/passworddisplay.h"
#include "app/people/rightspicker.h"
#include "app/people/userdeletion.h"
#include "app/text/peopleruletext.h"
#include "app/widgets/toast.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

using rules::UserAction;
using namespace Qt::Literals::StringLiterals;

UserCommands::UserCommands(LiveStore &store, Prompt &prompt, QWidget *over)
    : QObject(over)
    , m_store(store)
    , m_prompt(prompt)
    , m_over(over)
    , m_picker(new RightsPicker(store, over))
    , m_deletion(new UserDeletion(store, prompt, over))
{
    connect(m_picker, &RightsPicker::changed, this, &UserCommands::changed);
    connect(m_deletion, &UserDeletion::deleted, this, &UserCommands::deleted);
    connect(m_deletion, &UserDeletion::deleted, this, &UserCommands::changed);
    connect(m_deletion, &UserDeletion::addressRequested, this, &UserCommands::addressRequested);
}

QList<UserCommands::Offer> UserCommands::offersOf(bool disabled)
{
    return {{UserAction::SetRoles, u"roles"_s, Icon::Shield, tr("Edit roles")},
            {UserAction::SetGroups, u"groups"_s, Icon::Users, tr("Add to groups")},
            {UserAction::SetVcs, u"vcs"_s, Icon::Layers, tr("Assign virtual clusters")},
            {UserAction::ResetPassword, u"password"_s, Icon::Key, tr("Reset password")},
            disabled ? Offer{UserAction::Enable, u"enable"_s, Icon::Check, tr("Enable")}
                     : Offer{UserAction::Disable, u"disable"_s, Icon::Lock, tr("Disable")},
            {UserAction::Delete, u"delete"_s, Icon::Trash, tr("Delete")}};
}

RowAction UserCommands::action(const Offer &offer, const QString &whyNot)
{
    RowAction action;
    action.id = offer.id;
    action.icon = offer.icon;
    action.text = offer.text;
    action.enabled = whyNot.isEmpty();
    action.toolTip = whyNot;
    action.dangerous = offer.action == UserAction::Delete;
    return action;
}

QString UserCommands::whyNot(UserAction action, const model::User &user) const
{
    const auto refusal = rules::refusalOf(action, m_store.account(), user);
    return refusal ? PeopleRuleText::refusal(*refusal) : QString();
}

// Of several people it is possible when it is with one.
QString UserCommands::whyNot(UserAction action, const QList<model::UserSummary> &users) const
{
    QString why;
    for (const model::UserSummary &user : users) {
        const auto refusal = rules::refusalOf(action, m_store.account(), user);
        if (!refusal)
            return {};
        why = PeopleRuleText::refusal(*refusal);
    }
    return why;
}

QList<RowAction> UserCommands::offers(const QList<model::UserSummary> &users) const
{
    QList<RowAction> actions;
    for (const Offer &offer : offersOf(!users.isEmpty() && users.first().disabled)) {
        const bool isForMany =
            offer.action == UserAction::SetGroups || offer.action == UserAction::Delete;
        if (users.size() == 1 || (users.size() > 1 && isForMany))
            actions << action(offer, whyNot(offer.action, users));
    }
    return actions;
}

QList<RowAction> UserCommands::offers(const model::User &user) const
{
    QList<RowAction> actions;
    for (const Offer &offer : offersOf(user.summary.disabled))
        actions << action(offer, whyNot(offer.action, user));
    return actions;
}

void UserCommands::run(const QString &action, const QList<model::UserSummary> &users)
{
    if (users.isEmpty())
        return;
    const model::UserSummary &user = users.first();
    if (action == "delete"_L1)
        m_deletion->ask(users);
    else if (action == "groups"_L1 && users.size() > 1)
        addToGroups(users);
    else if (action == "groups"_L1)
        editGroups(user);
    else if (action == "roles"_L1)
        editRoles(user);
    else if (action == "vcs"_L1)
        editVcs(user);
    else if (action == "password"_L1)
        resetPassword(user);
    else
        setDisabled(user, action == "disable"_L1);
}

void UserCommands::editRoles(const model::UserSummary &user)
{
    RightsPicker::Pick pick;
    pick.words = {tr("Roles of %1").arg(user.username),
                  tr("A change takes effect with the next thing that %1 does.").arg(user.nickname),
                  {},
                  tr("Save roles")};
    pick.picked = RightsPicker::keysOf(user.roles);
    pick.choose = [this, id = user.id.toString()](const QStringList &keys) {
        const model::RoleIds roles{RightsPicker::idsOf<model::RoleId>(keys)};
        return withoutValue(m_store.api().call(api::setUserRoles, {id}, roles), this);
    };
    m_picker->roles(pick);
}

void UserCommands::editGroups(const model::UserSummary &user)
{
    RightsPicker::Pick pick;
    pick.words = {tr("Groups of %1").arg(user.username),
                  tr("Members have the roles of their groups and may use their virtual clusters."),
                  {},
                  tr("Save groups")};
    pick.picked = RightsPicker::keysOf(user.groups);
    pick.choose = [this, id = user.id.toString()](const QStringList &keys) {
        const model::GroupIds groups{RightsPicker::idsOf<model::GroupId>(keys)};
        return withoutValue(m_store.api().call(api::setUserGroups, {id}, groups), this);
    };
    m_picker->groups(pick);
}

void UserCommands::addToGroups(const QList<model::UserSummary> &users)
{
    QList<model::UserId> ids;
    for (const model::UserSummary &user : users) {
        if (!rules::refusalOf(UserAction::SetGroups, m_store.account(), user))
            ids << user.id;
    }
    RightsPicker::Pick pick;
    pick.words = {tr("Add %n users to groups", nullptr, int(ids.size())),
                  tr("They stay in the groups that they are in."),
                  {},
                  tr("Add to groups")};
    pick.least = 1;
    pick.choose = [this, ids](const QStringList &keys) {
        QList<QFuture<Result<model::Group>>> answers;
        for (const QString &group : keys)
            answers << m_store.api().call(api::changeMembers, {group}, {ids, {}});
        return allOf(answers, this);
    };
    m_picker->groups(pick);
}

void UserCommands::editVcs(const model::UserSummary &user)
{
    whenDone(m_store.api().call(api::getUser, {user.id.toString()}), this,
             [this](const Result<model::User> &whole) {
                 if (!whole)
                     return fail(whole.error());
                 RightsPicker::Pick pick;
                 pick.words = {tr("Virtual clusters of %1").arg(whole->summary.username),
                               tr("Those of groups come on top. Jobs in a virtual cluster that is "
                                  "taken away go on."),
                               {},
                               tr("Save virtual clusters")};
                 for (const model::VcName &vc : whole->vcs)
                     pick.picked << vc.toString();
                 pick.choose = [this, id = whole->summary.id.toString()](const QStringList &keys) {
                     const model::VcNames vcs{RightsPicker::idsOf<model::VcName>(keys)};
                     return withoutValue(m_store.api().call(api::setUserVcs, {id}, vcs), this);
                 };
                 m_picker->vcs(pick);
             });
}

void UserCommands::resetPassword(const model::UserSummary &user)
{
    const Question question{
        tr("Reset the password of %1?").arg(user.username),
        tr("Berth makes a new password and shows it once. The old one is void and every session "
           "of %1 ends at once.")
            .arg(user.nickname),
        tr("Reset password")};
    whenDone(m_prompt.confirm(question), this, [this, id = user.id.toString()](bool yes) {
        if (!yes)
            return;
        whenDone(m_store.api().call(api::resetPassword, {id}), this,
                 [this](const Result<model::NewPassword> &password) {
                     if (!password)
                         return fail(password.error());
                     PasswordDisplay::showOver(m_over, *password);
                     emit changed();
                 });
    });
}

void UserCommands::setDisabled(const model::UserSummary &user, bool disabled)
{
    if (!disabled)
        return change(user, false);
    const Question question{
        tr("Disable %1?").arg(user.username),
        tr("%1 can no longer sign in, and every session ends at once. Jobs go on.")
            .arg(user.nickname),
        tr("Disable")};
    whenDone(m_prompt.confirm(question), this,
             [this, user](bool yes) { yes ? change(user, true) : void(); });
}

// All that is known of a person is sent together: it is read first.
void UserCommands::change(const model::UserSummary &user, bool disabled)
{
    const QString id = user.id.toString();
    whenDone(m_store.api().call(api::getUser, {id}), this,
             [this, id, disabled](const Result<model::User> &whole) {
                 if (!whole)
                     return fail(whole.error());
                 const model::UserSummary &now = whole->summary;
                 const model::UserChange change{now.nickname, now.phone, now.email, whole->note,
                                                disabled};
                 whenDone(m_store.api().call(api::changeUser, {id}, change), this,
                          [this](const Result<model::User> &answer) {
                              answer ? emit changed() : fail(answer.error());
                          });
             });
}

void UserCommands::fail(const Error &error) const
{
    Toast::say(m_over, PeopleRuleText::of(error));
}
