// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/groupspage.h"

#include "app/api/livestore.h"
#include "app/pages/pagememory.h"
#include "app/pages/savefile.h"
#include "app/pages/selectionbar.h"
#include "app/people/groupcommands.h"
#include "app/people/listframe.h"
#include "app/people/peoplecsv.h"
#include "app/text/errortext.h"
#include "app/widgets/tableview.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

GroupsPage::GroupsPage(LiveStore &store, Prompt &prompt, QWidget *parent)
    : PeoplePage(store, parent)
    , m_list(new GroupList(m_clock, this))
    , m_frame(new ListFrame(u"groupsTable"_s, *m_list))
    , m_commands(new GroupCommands(store, prompt, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_frame);
    setFocusProxy(m_frame);
    dressTable();
    listen();
    retranslate();
    PageMemory::keepText(&m_frame->search(), u"groups/text"_s);
}

QString GroupsPage::title() const
{
    return tr("Groups");
}

void GroupsPage::dressTable()
{
    TableView &table = m_frame->table();
    table.setDefaultWidths({160, 0, 200, 160, 88, 112});
    table.setStretchColumn(GroupList::DescriptionColumn);
    table.makeSortable();
    table.setRowActions(
        [this](const QModelIndexList &rows) { return m_commands->offers(itemsOf(rows)); });
    connect(&table, &TableView::actionTriggered, this,
            [this](const QString &action, const QModelIndexList &rows) {
                m_commands->run(action, itemsOf(rows));
            });
    connect(&table, &TableView::opened, this, [this](const QModelIndex &index) {
        emit addressRequested(u"groups/"_s + m_list->itemAt(index.row()).id.toString());
    });
    connect(&table, &TableView::pointerRests, m_list, [this](bool over) { m_list->setHeld(over); });
    connect(&table, &TableView::selectionChangedByPerson, this, &GroupsPage::showSelection);
}

void GroupsPage::listen()
{
    connect(m_frame, &ListFrame::createRequested, this,
            [this] { emit addressRequested(u"groups/new"_s); });
    connect(m_frame, &ListFrame::exportRequested, this, [this] {
        SaveFile::askPath(this, u"groups.csv"_s, [this](const QString &path) {
            SaveFile::tell(this, path, exportTo(path));
        });
    });
    connect(&m_frame->search(), &QLineEdit::textChanged, this, [this](const QString &text) {
        m_list->setText(text);
        showState();
        showSelection();
    });
    connect(&m_frame->states(), &PageStates::retryRequested, this, &PeoplePage::refresh);
    connect(&m_frame->states(), &PageStates::emptyActionRequested, this, [this] {
        if (m_list->allCount() > 0)
            m_frame->search().clear();
        else
            emit addressRequested(u"groups/new"_s);
    });
    connect(m_commands, &GroupCommands::changed, this, &PeoplePage::refresh);
    connect(&m_frame->selection(), &SelectionBar::actionTriggered, this,
            [this](const QString &action) {
                m_commands->run(action, itemsOf(m_frame->table().selectedRows()));
            });
}

void GroupsPage::retranslate()
{
    m_frame->setTitle(tr("Groups"));
    m_frame->setCreateText(tr("Create Group"));
    m_frame->search().setPurpose(tr("Search by name, role or virtual cluster"));
    m_frame->retranslate();
    m_list->retranslate();
    showState();
    showSelection();
}

void GroupsPage::read()
{
    // What a group gives decides who may touch it.
    using Roles = Result<model::Items<model::Role>>;
    whenDone(store().api().call(api::listRoles), this, [this](const Roles &roles) {
        if (!roles)
            return take(roles.error());
        m_commands->setRoles(roles->items);
        whenDone(store().api().call(api::listGroups), this,
                 [this](const Items &groups) { take(groups); });
    });
}

void GroupsPage::take(const Items &items)
{
    m_problem.reset();
    if (!items && !m_isLoaded)
        m_problem = items.error();
    if (items) {
        m_isLoaded = true;
        m_list->setItems(items->items);
    }
    showState();
    showSelection();
}

void GroupsPage::showState()
{
    const int shown = m_list->rowCount();
    PageStates &states = m_frame->states();
    m_frame->setCount(m_isLoaded && shown > 0 ? tr("%n groups", nullptr, shown) : QString());
    m_frame->exportButton().setEnabled(shown > 0);
    if (m_problem)
        return states.showError(tr("The groups could not be loaded."), ErrorText::of(*m_problem));
    if (!m_isLoaded)
        return states.showLoading();
    if (shown > 0)
        return states.showContent();
    if (m_list->allCount() > 0)
        return states.showEmpty(tr("No group is like this."), tr("Clear the filter"), Icon::Search);
    states.showEmpty(tr("There are no groups yet."), tr("Create Group"), Icon::Users);
}

QList<model::GroupSummary> GroupsPage::itemsOf(const QModelIndexList &rows) const
{
    QList<model::GroupSummary> items;
    for (const QModelIndex &row : rows)
        items << m_list->itemAt(row.row());
    return items;
}

void GroupsPage::showSelection()
{
    const auto selected = itemsOf(m_frame->table().selectedRows());
    m_frame->selection().setSelection(int(selected.size()), m_commands->offers(selected));
}

bool GroupsPage::exportTo(const QString &path) const
{
    QList<model::GroupSummary> shown;
    for (int row = 0; row < m_list->rowCount(); ++row)
        shown << m_list->itemAt(row);
    return SaveFile::write(path, PeopleCsv::of(shown));
}
