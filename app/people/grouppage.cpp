// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/grouppage.h"

#include "app/api/livestore.h"
#include "app/people/detailhead.h"
#include "app/people/groupcommands.h"
#include "app/people/memberlist.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/text/peopleruletext.h"
#include "app/text/peopletext.h"
#include "app/theme/looks.h"
#include "app/widgets/actionbuttons.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/tableview.h"
#include "app/widgets/toast.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

namespace {

QString orNone(const QString &text)
{
    return text.isEmpty() ? Format::none() : text;
}

} // namespace

GroupPage::GroupPage(LiveStore &store, Prompt &prompt, QWidget *parent)
    : PeoplePage(store, parent)
    , m_commands(new GroupCommands(store, prompt, this))
    , m_states(new PageStates)
    , m_head(new DetailHead)
    , m_facts(new FactsEditor)
    , m_roles(detailText(u"rolesLabel"_s))
    , m_vcs(detailText(u"vcsLabel"_s))
    , m_search(new SearchField)
    , m_members(new MemberList(this))
    , m_table(new TableView(u"membersTable"_s))
    , m_roleSection(new DetailSection(u"editRolesButton"_s, m_roles))
    , m_vcSection(new DetailSection(u"editVcsButton"_s, m_vcs))
    , m_memberSection(new DetailSection(u"editMembersButton"_s, makeMembers()))
{
    m_states->setContent(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, 2 * kGrid);
    layout->setSpacing(3 * kGrid);
    layout->addWidget(m_head);
    layout->addWidget(m_states, 1);
    listen();
    retranslate();
}

QWidget *GroupPage::makeMembers()
{
    auto *members = new QWidget;
    m_table->setModel(m_members);
    m_table->setDefaultWidths({200, 0});
    m_table->setStretchColumn(MemberList::NicknameColumn);
    m_table->makeSortable();
    auto *layout = new QVBoxLayout(members);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    return members;
}

QWidget *GroupPage::makeContent()
{
    auto *content = new QWidget;
    auto *left = new QVBoxLayout;
    left->setSpacing(3 * kGrid);
    left->addWidget(m_facts);
    for (DetailSection *section : {m_roleSection, m_vcSection}) {
        section->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        left->addWidget(section);
    }
    left->addStretch(1);
    auto *line = new QHBoxLayout(content);
    line->setContentsMargins({});
    line->setSpacing(6 * kGrid);
    line->addLayout(left, 1);
    line->addWidget(m_memberSection, 1);
    return content;
}

void GroupPage::listen()
{
    m_facts->setCheck([](const FactsEditor::Values &values) {
        QList<FieldError> errors;
        const model::GroupChange change{values.value(u"name"_s).trimmed(),
                                        values.value(u"description"_s).trimmed()};
        for (const rules::PeopleViolation &violation : rules::check(change))
            errors << FieldError{violation.field, PeopleRuleText::of(violation)};
        return errors;
    });
    const auto back = [this] { emit addressRequested(u"groups"_s); };
    connect(m_head, &DetailHead::backRequested, this, back);
    connect(m_states, &PageStates::emptyActionRequested, this, back);
    connect(m_states, &PageStates::retryRequested, this, &PeoplePage::refresh);
    connect(m_commands, &GroupCommands::changed, this, &PeoplePage::refresh);
    connect(m_commands, &GroupCommands::deleted, this, &GroupPage::discardInput);
    connect(m_commands, &GroupCommands::deleted, this, back);
    connect(m_facts, &FactsEditor::saveRequested, this, &GroupPage::save);
    connect(&m_head->actions(), &ActionButtons::triggered, this, &GroupPage::act);
    connect(m_roleSection, &DetailSection::actionRequested, this, [this] { act(u"roles"_s); });
    connect(m_vcSection, &DetailSection::actionRequested, this, [this] { act(u"vcs"_s); });
    connect(m_memberSection, &DetailSection::actionRequested, this, [this] { act(u"members"_s); });
    connect(m_search, &QLineEdit::textChanged, m_members,
            [this](const QString &text) { m_members->setText(text); });
    connect(m_search, &SearchField::left, m_table, [this] { m_table->setFocus(); });
    connect(m_table, &TableView::opened, this, [this](const QModelIndex &index) {
        emit addressRequested(u"users/"_s + m_members->at(index.row()).id.toString());
    });
    m_table->setRowActions([this](const QModelIndexList &) {
        RowAction remove;
        remove.id = u"remove"_s;
        remove.text = tr("Remove from the group");
        remove.icon = Icon::Close;
        if (m_group)
            remove.toolTip =
                m_commands->whyNot(rules::GroupAction::ChangeMembers, m_group->summary);
        remove.enabled = remove.toolTip.isEmpty();
        return QList<RowAction>{remove};
    });
    connect(m_table, &TableView::actionTriggered, this,
            [this](const QString &, const QModelIndexList &rows) { removeMembers(rows); });
    m_table->holdStill(m_members);
}

QString GroupPage::title() const
{
    return m_group ? m_group->summary.name : tr("Group");
}

void GroupPage::open(const QStringList &path)
{
    const model::GroupId id = model::GroupId::fromString(path.value(0)).value_or(model::GroupId());
    if (id != m_id) {
        m_id = id;
        m_group.reset();
        m_facts->finish();
        m_head->setName({});
        m_head->actions().setActions({});
        m_search->clear();
        m_states->showLoading();
        emit titleChanged();
    }
    refresh();
}

bool GroupPage::hasUnsavedInput() const
{
    return m_facts->hasUnsavedInput();
}

void GroupPage::discardInput()
{
    m_facts->finish();
}

void GroupPage::retranslate()
{
    m_head->setBack(tr("Groups"));
    m_facts->setFields(
        {{u"name"_s, tr("Group Name"), false}, {u"description"_s, tr("Description"), false}});
    m_facts->retranslate();
    m_roleSection->setTitle(tr("Roles"));
    m_vcSection->setTitle(tr("Virtual Clusters"));
    m_search->setPurpose(tr("Search members"));
    m_table->setAccessibleName(tr("Members"));
    m_memberSection->setTitle(tr("Members"));
    m_members->retranslate();
    if (m_group)
        showGroup();
}

void GroupPage::read()
{
    if (m_id.isEmpty())
        return m_states->showEmpty(tr("There is no such group."), tr("Groups"), Icon::Users);
    using Roles = Result<model::Items<model::Role>>;
    whenDone(store().api().call(api::listRoles), this, [this, asked = m_id](const Roles &roles) {
        if (roles)
            m_commands->setRoles(roles->items);
        whenDone(store().api().call(api::getGroup, {asked.toString()}), this,
                 [this, asked](const Result<model::Group> &group) {
                     if (asked == m_id)
                         take(group);
                 });
    });
}

void GroupPage::take(const Result<model::Group> &group)
{
    if (!group) {
        if (group.error().code == ErrorCode::NotFound) {
            m_group.reset();
            m_head->actions().setActions({});
            return m_states->showEmpty(tr("There is no such group."), tr("Groups"), Icon::Users);
        }
        if (!m_group)
            m_states->showError(tr("The group could not be loaded."), ErrorText::of(group.error()));
        return;
    }
    m_group = *group;
    showGroup();
    m_states->showContent();
    emit titleChanged();
}

void GroupPage::showGroup()
{
    using rules::GroupAction;
    const model::GroupSummary &summary = m_group->summary;
    m_head->setName(summary.name);
    QList<RowAction> actions = m_commands->offers(QList<model::GroupSummary>(1, summary));
    actions.removeIf([](const RowAction &action) { return action.id != "delete"_L1; });
    m_head->actions().setActions(actions);
    m_facts->setValues({{u"name"_s, summary.name}, {u"description"_s, summary.description}}, {},
                       {{tr("Create Time"), Format::exact(summary.createdAt)}});
    m_facts->setWhyNot(m_commands->whyNot(GroupAction::Change, summary));
    m_roles->setText(orNone(PeopleText::namesOf(summary.roles)));
    m_vcs->setText(orNone(PeopleText::namesOf(summary.vcs)));
    m_roleSection->setAction(tr("Edit roles"), m_commands->whyNot(GroupAction::SetRoles, summary));
    m_vcSection->setAction(tr("Assign"), m_commands->whyNot(GroupAction::SetVcs, summary));
    m_memberSection->setTitle(tr("Members (%1)").arg(Format::count(m_group->members.size())));
    m_memberSection->setAction(tr("Add users"),
                               m_commands->whyNot(GroupAction::ChangeMembers, summary));
    m_members->setMembers(m_group->members);
}

void GroupPage::save(const FactsEditor::Values &values)
{
    const model::GroupChange change{values.value(u"name"_s).trimmed(),
                                    values.value(u"description"_s).trimmed()};
    whenDone(store().api().call(api::changeGroup, {m_id.toString()}, change), this,
             [this](const Result<model::Group> &group) {
                 if (!group)
                     return m_facts->refuse(
                         {group.error().field, PeopleRuleText::of(group.error())});
                 m_facts->finish();
                 take(group);
             });
}

void GroupPage::act(const QString &action)
{
    if (m_group)
        m_commands->run(action, QList<model::GroupSummary>(1, m_group->summary));
}

void GroupPage::removeMembers(const QModelIndexList &rows)
{
    model::MembersChange change;
    for (const QModelIndex &row : rows)
        change.remove << m_members->at(row.row()).id;
    whenDone(store().api().call(api::changeMembers, {m_id.toString()}, change), this,
             [this](const Result<model::Group> &group) {
                 if (group)
                     take(group);
                 else
                     Toast::say(this, PeopleRuleText::of(group.error()));
             });
}
