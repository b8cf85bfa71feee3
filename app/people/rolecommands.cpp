// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/rolecommands.h"

#include "app/api/livestore.h"
#include "app/dialogs/prompt.h"
#include "app/people/answers.h"
#include "app/people/rightspicker.h"
#include "app/text/peopleruletext.h"
#include "app/text/peopletext.h"
#include "app/widgets/toast.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

using rules::RoleAction;
using namespace Qt::Literals::StringLiterals;

RoleCommands::RoleCommands(LiveStore &store, Prompt &prompt, QWidget *over)
    : QObject(over)
    , m_store(store)
    , m_prompt(prompt)
    , m_over(over)
    , m_picker(new RightsPicker(store, over))
{
    connect(m_picker, &RightsPicker::changed, this, &RoleCommands::changed);
}

QString RoleCommands::whyNot(RoleAction action, const model::Role &role) const
{
    const auto refusal = rules::refusalOf(action, m_store.account(), role);
    return refusal ? PeopleRuleText::refusal(*refusal) : QString();
}

QList<RowAction> RoleCommands::offers(const QList<model::Role> &roles) const
{
    const auto offer = [&](RoleAction action, const QString &id, Icon icon, const QString &text) {
        RowAction result;
        result.id = id;
        result.icon = icon;
        result.text = text;
        for (const model::Role &role : roles) {
            result.toolTip = whyNot(action, role);
            if (result.toolTip.isEmpty())
                break;
        }
        result.enabled = result.toolTip.isEmpty();
        result.dangerous = action == RoleAction::Delete;
        return result;
    };
    QList<RowAction> actions;
    if (roles.size() == 1) {
        actions << offer(RoleAction::Give, u"users"_s, Icon::User, tr("Related to user"))
                << offer(RoleAction::Give, u"groups"_s, Icon::Users, tr("Related to group"))
                << offer(RoleAction::Change, u"edit"_s, Icon::Edit, tr("Edit"));
    }
    if (!roles.isEmpty())
        actions << offer(RoleAction::Delete, u"delete"_s, Icon::Trash, tr("Delete"));
    return actions;
}

void RoleCommands::run(const QString &action, const QList<model::Role> &roles)
{
    if (roles.isEmpty())
        return;
    const model::Role &role = roles.first();
    if (action == "edit"_L1)
        return emit addressRequested(u"roles/"_s + role.id.toString());
    if (action == "delete"_L1)
        return askDelete(roles);
    // Who has it now is asked of the server first.
    whenDone(
        m_store.api().call(api::roleHolders, {role.id.toString()}), this,
        [this, role, isUsers = action == "users"_L1](const Result<model::RoleHolders> &holders) {
            if (!holders)
                return fail(holders.error());
            isUsers ? editUsers(role, *holders) : editGroups(role, *holders);
        });
}

void RoleCommands::editUsers(const model::Role &role, const model::RoleHolders &holders)
{
    RightsPicker::Pick pick;
    pick.words = {tr("Users with the role %1").arg(role.name),
                  PeopleText::permissions(role.permissions),
                  {},
                  tr("Save users")};
    for (const model::UserName &user : holders.users)
        pick.known << RightsPicker::choiceOf(user);
    pick.picked = RightsPicker::keysOf(holders.users);
    pick.choose = [this, id = role.id.toString(), before = pick.picked](const QStringList &keys) {
        const auto change = RightsPicker::changeOf<model::MembersChange>(before, keys);
        return withoutValue(m_store.api().call(api::changeRoleUsers, {id}, change), this);
    };
    m_picker->users(pick);
}

void RoleCommands::editGroups(const model::Role &role, const model::RoleHolders &holders)
{
    RightsPicker::Pick pick;
    pick.words = {tr("Groups with the role %1").arg(role.name),
                  PeopleText::permissions(role.permissions),
                  {},
                  tr("Save groups")};
    pick.picked = RightsPicker::keysOf(holders.groups);
    pick.choose = [this, id = role.id.toString(), before = pick.picked](const QStringList &keys) {
        const auto change = RightsPicker::changeOf<model::HoldersChange>(before, keys);
        return withoutValue(m_store.api().call(api::changeRoleGroups, {id}, change), this);
    };
    m_picker->groups(pick);
}

void RoleCommands::askDelete(const QList<model::Role> &roles)
{
    QList<model::Role> going;
    for (const model::Role &role : roles) {
        if (whyNot(RoleAction::Delete, role).isEmpty())
            going << role;
    }
    if (going.isEmpty())
        return;
    int users = 0;
    int groups = 0;
    QList<model::Permission> permissions;
    for (const model::Role &role : std::as_const(going)) {
        users += role.users;
        groups += role.groups;
        permissions += role.permissions;
    }
    const QString holders = PeopleText::names(
        {tr("%n users", nullptr, users), tr("%n groups with all members", nullptr, groups)});
    const QString text = users + groups == 0
                             ? tr("Nobody has it.")
                             //: Who loses which permissions
                             : tr("Lost for %1, as far as it is not given otherwise: %2.")
                                   .arg(holders, PeopleText::permissions(permissions));
    const QString title = going.size() == 1 ? tr("Delete the role %1?").arg(going.first().name)
                                            : tr("Delete %n roles?", nullptr, int(going.size()));
    const QString verb = going.size() == 1 ? tr("Delete role") : tr("Delete roles");
    whenDone(m_prompt.confirm({title, text, verb}), this,
             [this, going](bool yes) { yes ? erase(going) : void(); });
}

void RoleCommands::erase(const QList<model::Role> &roles)
{
    QList<QFuture<Result<model::Nothing>>> answers;
    for (const model::Role &role : roles)
        answers << m_store.api().call(api::deleteRole, {role.id.toString()});
    whenAll(answers, this, [this, roles](const QList<Result<model::Nothing>> &done) {
        QList<model::RoleId> gone;
        for (qsizetype i = 0; i < roles.size(); ++i)
            done[i] ? void(gone << roles[i].id) : fail(done[i].error());
        if (!gone.isEmpty())
            emit deleted(gone);
        emit changed();
    });
}

void RoleCommands::fail(const Error &error) const
{
    Toast::say(m_over, PeopleRuleText::of(error));
}
