// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/rolespage.h"

#include "app/api/livestore.h"
#include "app/pages/pagememory.h"
#include "app/pages/savefile.h"
#include "app/pages/selectionbar.h"
#include "app/people/listframe.h"
#include "app/people/peoplecsv.h"
#include "app/people/rolecommands.h"
#include "app/text/errortext.h"
#include "app/widgets/tableview.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

RolesPage::RolesPage(LiveStore &store, Prompt &prompt, QWidget *parent)
    : PeoplePage(store, parent)
    , m_list(new RoleList(m_clock, this))
    , m_frame(new ListFrame(u"rolesTable"_s, *m_list))
    , m_commands(new RoleCommands(store, prompt, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_frame);
    setFocusProxy(m_frame);
    dressTable();
    listen();
    retranslate();
    PageMemory::keepText(&m_frame->search(), u"roles/text"_s);
}

QString RolesPage::title() const
{
    return tr("Roles");
}

void RolesPage::dressTable()
{
    TableView &table = m_frame->table();
    table.setDefaultWidths({150, 260, 96, 0, 72, 72});
    table.setStretchColumn(RoleList::PermissionsColumn);
    table.makeSortable();
    table.setRowActions(
        [this](const QModelIndexList &rows) { return m_commands->offers(itemsOf(rows)); });
    connect(&table, &TableView::actionTriggered, this,
            [this](const QString &action, const QModelIndexList &rows) {
                m_commands->run(action, itemsOf(rows));
            });
    connect(&table, &TableView::opened, this, [this](const QModelIndex &index) {
        emit addressRequested(u"roles/"_s + m_list->itemAt(index.row()).id.toString());
    });
    connect(&table, &TableView::pointerRests, m_list, [this](bool over) { m_list->setHeld(over); });
    connect(&table, &TableView::selectionChangedByPerson, this, &RolesPage::showSelection);
}

void RolesPage::listen()
{
    connect(m_frame, &ListFrame::createRequested, this,
            [this] { emit addressRequested(u"roles/new"_s); });
    connect(m_frame, &ListFrame::exportRequested, this, [this] {
        SaveFile::askPath(this, u"roles.csv"_s, [this](const QString &path) {
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
            emit addressRequested(u"roles/new"_s);
    });
    connect(m_commands, &RoleCommands::changed, this, &PeoplePage::refresh);
    connect(m_commands, &RoleCommands::addressRequested, this, &Page::addressRequested);
    connect(&m_frame->selection(), &SelectionBar::actionTriggered, this,
            [this](const QString &action) {
                m_commands->run(action, itemsOf(m_frame->table().selectedRows()));
            });
}

void RolesPage::retranslate()
{
    m_frame->setTitle(tr("Roles"));
    m_frame->setCreateText(tr("Create Role"));
    m_frame->search().setPurpose(tr("Search by name or permission"));
    m_frame->retranslate();
    m_list->retranslate();
    showState();
    showSelection();
}

void RolesPage::read()
{
    whenDone(store().api().call(api::listRoles), this, [this](const Items &roles) { take(roles); });
}

void RolesPage::take(const Items &items)
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

void RolesPage::showState()
{
    const int shown = m_list->rowCount();
    PageStates &states = m_frame->states();
    m_frame->setCount(m_isLoaded && shown > 0 ? tr("%n roles", nullptr, shown) : QString());
    m_frame->exportButton().setEnabled(shown > 0);
    if (m_problem)
        return states.showError(tr("The roles could not be loaded."), ErrorText::of(*m_problem));
    if (!m_isLoaded)
        return states.showLoading();
    if (shown > 0)
        return states.showContent();
    if (m_list->allCount() > 0)
        return states.showEmpty(tr("No role is like this."), tr("Clear the filter"), Icon::Search);
    states.showEmpty(tr("There are no roles yet."), tr("Create Role"), Icon::Shield);
}

QList<model::Role> RolesPage::itemsOf(const QModelIndexList &rows) const
{
    QList<model::Role> items;
    for (const QModelIndex &row : rows)
        items << m_list->itemAt(row.row());
    return items;
}

void RolesPage::showSelection()
{
    const auto selected = itemsOf(m_frame->table().selectedRows());
    m_frame->selection().setSelection(int(selected.size()), m_commands->offers(selected));
}

bool RolesPage::exportTo(const QString &path) const
{
    QList<model::Role> shown;
    for (int row = 0; row < m_list->rowCount(); ++row)
        shown << m_list->itemAt(row);
    return SaveFile::write(path, PeopleCsv::of(shown));
}
