// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/groupcommands.h"

#include "app/api/livestore.h"
#include "app/dialogs/prompt.h"
#include "app/people/answers.h"
#include "app/people/rightspicker.h"
#include "app/text/peopleruletext.h"
#include "app/text/peopletext.h"
#include "app/widgets/toast.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

using rules::GroupAction;
using namespace Qt::Literals::StringLiterals;

GroupCommands::GroupCommands(LiveStore &store, Prompt &prompt, QWidget *over)
    : QObject(over)
    , m_store(store)
    , m_prompt(prompt)
    , m_over(over)
    , m_picker(new RightsPicker(store, over))
{
    connect(m_picker, &RightsPicker::changed, this, &GroupCommands::changed);
}

QString GroupCommands::whyNot(GroupAction action, const model::GroupSummary &group) const
{
    const auto refusal = rules::refusalOf(action, m_store.account(), group, m_roles);
    return refusal ? PeopleRuleText::refusal(*refusal) : QString();
}

QList<RowAction> GroupCommands::offers(const QList<model::GroupSummary> &groups) const
{
    const auto offer = [&](GroupAction action, const QString &id, Icon icon, const QString &text) {
        RowAction result;
        result.id = id;
        result.icon = icon;
        result.text = text;
        for (const model::GroupSummary &group : groups) {
            result.toolTip = whyNot(action, group);
            if (result.toolTip.isEmpty())
                break;
        }
        result.enabled = result.toolTip.isEmpty();
        result.dangerous = action == GroupAction::Delete;
        return result;
    };
    QList<RowAction> actions;
    if (groups.size() == 1) {
        actions << offer(GroupAction::ChangeMembers, u"members"_s, Icon::Users, tr("Add users"))
                << offer(GroupAction::SetRoles, u"roles"_s, Icon::Shield, tr("Edit roles"))
                << offer(GroupAction::SetVcs, u"vcs"_s, Icon::Layers,
                         tr("Assign virtual clusters"));
    }
    if (!groups.isEmpty())
        actions << offer(GroupAction::Delete, u"delete"_s, Icon::Trash, tr("Delete"));
    return actions;
}

void GroupCommands::run(const QString &action, const QList<model::GroupSummary> &groups)
{
    if (groups.isEmpty())
        return;
    if (action == "members"_L1)
        editMembers(groups.first());
    else if (action == "roles"_L1)
        editRoles(groups.first());
    else if (action == "vcs"_L1)
        editVcs(groups.first());
    else
        askDelete(groups);
}

// Who is in it now is asked of the server first.
void GroupCommands::editMembers(const model::GroupSummary &group)
{
    whenDone(m_store.api().call(api::getGroup, {group.id.toString()}), this,
             [this](const Result<model::Group> &whole) {
                 if (!whole)
                     return fail(whole.error());
                 RightsPicker::Pick pick;
                 pick.words = {tr("Members of %1").arg(whole->summary.name),
                               tr("Members have the roles of the group and may use its virtual "
                                  "clusters."),
                               {},
                               tr("Save members")};
                 for (const model::UserName &user : whole->members)
                     pick.known << RightsPicker::choiceOf(user);
                 pick.picked = RightsPicker::keysOf(whole->members);
                 pick.choose = [this, id = whole->summary.id.toString(),
                                before = pick.picked](const QStringList &keys) {
                     const auto change = RightsPicker::changeOf<model::MembersChange>(before, keys);
                     return withoutValue(m_store.api().call(api::changeMembers, {id}, change),
                                         this);
                 };
                 m_picker->users(pick);
             });
}

void GroupCommands::editRoles(const model::GroupSummary &group)
{
    RightsPicker::Pick pick;
    pick.words = {tr("Roles of %1").arg(group.name),
                  tr("%n members have them too.", nullptr, group.members),
                  {},
                  tr("Save roles")};
    pick.picked = RightsPicker::keysOf(group.roles);
    pick.choose = [this, id = group.id.toString()](const QStringList &keys) {
        const model::RoleIds roles{RightsPicker::idsOf<model::RoleId>(keys)};
        return withoutValue(m_store.api().call(api::setGroupRoles, {id}, roles), this);
    };
    m_picker->roles(pick);
}

void GroupCommands::editVcs(const model::GroupSummary &group)
{
    RightsPicker::Pick pick;
    pick.words = {tr("Virtual clusters of %1").arg(group.name),
                  tr("%n members may use them. Jobs in a virtual cluster that is taken away go on.",
                     nullptr, group.members),
                  {},
                  tr("Save virtual clusters")};
    for (const model::VcName &vc : group.vcs)
        pick.picked << vc.toString();
    pick.choose = [this, id = group.id.toString()](const QStringList &keys) {
        const model::VcNames vcs{RightsPicker::idsOf<model::VcName>(keys)};
        return withoutValue(m_store.api().call(api::setGroupVcs, {id}, vcs), this);
    };
    m_picker->vcs(pick);
}

void GroupCommands::askDelete(const QList<model::GroupSummary> &groups)
{
    QList<model::GroupSummary> going;
    for (const model::GroupSummary &group : groups) {
        if (whyNot(GroupAction::Delete, group).isEmpty())
            going << group;
    }
    int members = 0;
    int roles = 0;
    int vcs = 0;
    for (const model::GroupSummary &group : std::as_const(going)) {
        members += group.members;
        roles += int(group.roles.size());
        vcs += int(group.vcs.size());
    }
    if (going.isEmpty())
        return;
    const QString text =
        members == 0 ? tr("Nobody is in it.")
                     //: Members, roles and virtual clusters with their numbers
                     : tr("Lost for %1: %2 and %3, as far as they are not given otherwise.")
                           .arg(tr("%n members", nullptr, members), tr("%n roles", nullptr, roles),
                                tr("%n virtual clusters", nullptr, vcs));
    const QString title = going.size() == 1 ? tr("Delete %1?").arg(going.first().name)
                                            : tr("Delete %n groups?", nullptr, int(going.size()));
    const QString verb = going.size() == 1 ? tr("Delete group") : tr("Delete groups");
    whenDone(m_prompt.confirm({title, text, verb}), this,
             [this, going](bool yes) { yes ? erase(going) : void(); });
}

void GroupCommands::erase(const QList<model::GroupSummary> &groups)
{
    QList<QFuture<Result<model::Nothing>>> answers;
    for (const model::GroupSummary &group : groups)
        answers << m_store.api().call(api::deleteGroup, {group.id.toString()});
    whenAll(answers, this, [this, groups](const QList<Result<model::Nothing>> &done) {
        QList<model::GroupId> gone;
        for (qsizetype i = 0; i < groups.size(); ++i)
            done[i] ? void(gone << groups[i].id) : fail(done[i].error());
        if (!gone.isEmpty())
            emit deleted(gone);
        emit changed();
    });
}

void GroupCommands::fail(const Error &error) const
{
    Toast::say(m_over, PeopleRuleText::of(error));
}
