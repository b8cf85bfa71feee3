// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/rightspicker.h"

#include "app/api/livestore.h"
#include "app/people/answers.h"
#include "app/text/peopleruletext.h"
#include "app/text/peopletext.h"
#include "app/widgets/searchfield.h"
#include "core/api/people.h"
#include "core/api/vcs.h"
#include "core/client/apiclient.h"

#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostFound = 50;

QString lockOf(const std::optional<rules::PeopleRefusal> &refusal)
{
    return refusal ? PeopleRuleText::refusal(*refusal) : QString();
}

} // namespace

RightsPicker::RightsPicker(LiveStore &store, QWidget *over)
    : QObject(over)
    , m_store(store)
    , m_over(over)
{ }

PickDialog *RightsPicker::open(const Pick &pick, PickList::Source source)
{
    auto *dialog = new PickDialog(pick.words, source, m_over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setLeast(pick.least);
    dialog->setPicked(pick.picked);
    dialog->list().setNote(tr("Loading…"));
    connect(dialog, &PickDialog::chosen, this,
            [this, dialog, choose = pick.choose](const auto &keys) {
                whenDone(choose(keys), dialog, [this, dialog](const Result<> &answer) {
                    if (!answer)
                        return dialog->showProblem(PeopleRuleText::of(answer.error()));
                    dialog->accept();
                    emit changed();
                });
            });
    dialog->open();
    return dialog;
}

void RightsPicker::roles(Pick pick)
{
    pick.words.purpose = tr("Search roles");
    PickDialog *dialog = open(pick, PickList::Source::Whole);
    using Roles = Result<model::Items<model::Role>>;
    whenDone(m_store.api().call(api::listRoles), dialog, [this, dialog](const Roles &roles) {
        dialog->list().setNote(roles ? QString() : PeopleRuleText::of(roles.error()));
        if (roles)
            dialog->list().setChoices(choicesOf(roles->items));
    });
}

void RightsPicker::groups(Pick pick)
{
    pick.words.purpose = tr("Search groups");
    PickDialog *dialog = open(pick, PickList::Source::Whole);
    using Groups = Result<model::Items<model::GroupSummary>>;
    using Roles = Result<model::Items<model::Role>>;
    whenDone(m_store.api().call(api::listRoles), dialog, [this, dialog](const Roles &roles) {
        if (!roles)
            return dialog->list().setNote(PeopleRuleText::of(roles.error()));
        whenDone(m_store.api().call(api::listGroups), dialog,
                 [this, dialog, roles = roles->items](const Groups &groups) {
                     if (!groups)
                         return dialog->list().setNote(PeopleRuleText::of(groups.error()));
                     dialog->list().setNote(groups->items.isEmpty() ? tr("There are no groups yet.")
                                                                    : QString());
                     dialog->list().setChoices(choicesOf(groups->items, roles));
                 });
    });
}

// Every one: VCs carry no permissions, and who gives them need not use them.
void RightsPicker::vcs(Pick pick)
{
    pick.words.purpose = tr("Search virtual clusters");
    PickDialog *dialog = open(pick, PickList::Source::Whole);
    whenDone(m_store.api().call(api::listVcNames), dialog,
             [dialog](const Result<model::VcNames> &names) {
                 if (!names)
                     return dialog->list().setNote(PeopleRuleText::of(names.error()));
                 QList<PickChoice> choices;
                 for (const model::VcName &name : names->vcs)
                     choices << PickChoice{name.toString(), name.toString(), {}};
                 dialog->list().setNote(choices.isEmpty() ? tr("There are no virtual clusters yet.")
                                                          : QString());
                 dialog->list().setChoices(choices);
             });
}

void RightsPicker::users(Pick pick)
{
    pick.words.purpose = tr("Search by username, nickname, phone or email");
    PickDialog *dialog = open(pick, PickList::Source::Searched);
    dialog->list().setChoices(pick.known);
    auto *soon = new QTimer(dialog);
    soon->setSingleShot(true);
    soon->setInterval(150ms);
    connect(&dialog->list(), &PickList::searched, soon, qOverload<>(&QTimer::start));
    connect(soon, &QTimer::timeout, dialog, [this, dialog, pick] {
        search(dialog, pick, dialog->list().search().text().trimmed());
    });
    search(dialog, pick, {});
}

void RightsPicker::search(PickDialog *dialog, const Pick &pick, const QString &text)
{
    model::UserQuery query;
    query.text = text;
    query.limit = kMostFound;
    using Found = Result<model::Page<model::UserSummary>>;
    whenDone(m_store.api().call(api::listUsers, {}, query), dialog,
             [this, dialog, pick, text, search = ++m_search](const Found &found) {
                 if (search != m_search)
                     return;
                 if (!found)
                     return dialog->list().setNote(PeopleRuleText::of(found.error()));
                 // Without a search those that are picked stand first.
                 QList<PickChoice> choices = text.isEmpty() ? pick.known : QList<PickChoice>();
                 const QStringList first = text.isEmpty() ? pick.picked : QStringList();
                 for (const model::UserSummary &user : found->items) {
                     if (first.contains(user.id.toString()))
                         continue;
                     PickChoice choice = choiceOf({user.id, user.username, user.nickname});
                     choice.locked = lockOf(
                         rules::refusalOf(rules::UserAction::Change, m_store.account(), user));
                     choices << choice;
                 }
                 const auto more = found->total - found->items.size();
                 dialog->list().setChoices(choices);
                 dialog->list().setNote(
                     more > 0            ? tr("%n more: search to find them.", nullptr, int(more))
                     : choices.isEmpty() ? tr("Nobody is like this.")
                                         : QString());
             });
}

QList<PickChoice> RightsPicker::choicesOf(const QList<model::Role> &roles) const
{
    QList<PickChoice> choices;
    for (const model::Role &role : roles) {
        choices << PickChoice{
            role.id.toString(), role.name, PeopleText::permissions(role.permissions),
            lockOf(rules::refusalOf(rules::RoleAction::Give, m_store.account(), role))};
    }
    return choices;
}

QList<PickChoice> RightsPicker::choicesOf(const QList<model::GroupSummary> &groups,
                                          const QList<model::Role> &roles) const
{
    QList<PickChoice> choices;
    for (const model::GroupSummary &group : groups) {
        choices << PickChoice{group.id.toString(), group.name, group.description,
                              lockOf(rules::refusalOf(rules::GroupAction::ChangeMembers,
                                                      m_store.account(), group, roles))};
    }
    return choices;
}

PickChoice RightsPicker::choiceOf(const model::UserName &user)
{
    return {user.id.toString(), user.username, user.nickname};
}
