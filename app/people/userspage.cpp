// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/userspage.h"

#include "app/dialogs/prompt.h"
#include "app/pages/pagememory.h"
#include "app/pages/savefile.h"
#include "app/pages/selectionbar.h"
#include "app/people/listframe.h"
#include "app/people/readall.h"
#include "app/people/usercommands.h"
#include "app/text/errortext.h"
#include "app/widgets/tableview.h"
#include "app/widgets/toast.h"
#include "core/api/people.h"

#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

UsersPage::UsersPage(LiveStore &store, Prompt &prompt, QWidget *parent)
    : PeoplePage(store, parent)
    , m_list(new UserList(m_clock, this))
    , m_frame(new ListFrame(u"usersTable"_s, *m_list))
    , m_role(new QComboBox)
    , m_group(new QComboBox)
    , m_commands(new UserCommands(store, prompt, this))
    , m_read(new PagedRead<model::UserQuery, model::UserSummary>(store, api::listUsers, this))
{
    m_role->setObjectName(u"roleComboBox"_s);
    m_group->setObjectName(u"groupComboBox"_s);
    for (QComboBox *box : {m_role, m_group}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(200);
        m_frame->addFilter(box);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_frame);
    setFocusProxy(m_frame);
    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    m_list->setSorter([this](int column, Qt::SortOrder order) { sortBy(column, order); });
    m_list->setFetch([this] { m_read->more(); });
    retranslate();
    pagememory::keepText(&m_frame->search(), u"users/text"_s);
    dressTable();
    listen();
}

QString UsersPage::title() const
{
    return tr("Users");
}

void UsersPage::dressTable()
{
    TableView &table = m_frame->table();
    table.setDefaultWidths({124, 128, 112, 176, 0, 120, 96, 92});
    table.setStretchColumn(UserList::RolesColumn);
    table.makeSortable();
    table.setRowActions(
        [this](const QModelIndexList &rows) { return m_commands->offers(usersOf(rows)); });
    connect(&table, &TableView::actionTriggered, this,
            [this](const QString &action, const QModelIndexList &rows) {
                m_commands->run(action, usersOf(rows));
            });
    connect(&table, &TableView::opened, this,
            [this](const QModelIndex &index) { openUser(index.row()); });
    connect(&table, &TableView::pointerRests, m_list,
            [list = m_list](bool over) { list->setHeld(over); });
    connect(&table, &TableView::selectionChangedByPerson, this, &UsersPage::showSelection);
}

void UsersPage::listen()
{
    connect(m_frame, &ListFrame::createRequested, this,
            [this] { emit addressRequested(u"users/new"_s); });
    connect(m_frame, &ListFrame::exportRequested, this, [this] {
        SaveFile::askPath(this, u"users.csv"_s, [this](const QString &path) { exportTo(path); });
    });
    connect(&m_frame->search(), &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &UsersPage::follow);
    for (QComboBox *box : {m_role, m_group})
        connect(box, &QComboBox::currentIndexChanged, this, &UsersPage::follow);
    connect(&m_frame->states(), &PageStates::retryRequested, this, &PeoplePage::refresh);
    connect(&m_frame->states(), &PageStates::emptyActionRequested, this, [this] {
        m_frame->search().clear();
        m_role->setCurrentIndex(0);
        m_group->setCurrentIndex(0);
    });
    connect(m_read, &PagedReading::rowsReset, this, [this] { showRows(true); });
    connect(m_read, &PagedReading::rowsChanged, this, [this] { showRows(false); });
    connect(m_read, &PagedReading::loadingChanged, this, &UsersPage::showState);
    connect(m_read, &PagedReading::failed, this,
            [this](const Error &error) { Toast::say(this, ErrorText::of(error)); });
    connect(m_commands, &UserCommands::changed, this, &PeoplePage::refresh);
    connect(m_commands, &UserCommands::addressRequested, this, &Page::addressRequested);
    connect(&m_frame->selection(), &SelectionBar::actionTriggered, this,
            [this](const QString &action) {
                m_commands->run(action, usersOf(m_frame->table().selectedRows()));
            });
}

void UsersPage::retranslate()
{
    m_frame->setTitle(tr("Users"));
    m_frame->setCreateText(tr("Create User"));
    m_frame->search().setPurpose(tr("Search by name, phone or email"));
    m_role->setAccessibleName(tr("Role"));
    m_group->setAccessibleName(tr("Group"));
    if (m_role->count() > 0)
        m_role->setItemText(0, tr("Every role"));
    if (m_group->count() > 0)
        m_group->setItemText(0, tr("Every group"));
    m_frame->retranslate();
    m_list->retranslate();
    showState();
    showSelection();
}

void UsersPage::read()
{
    readFilters();
    if (m_read->loading() == Loading::Idle)
        follow();
    else
        m_read->reload();
}

void UsersPage::readFilters()
{
    using Roles = Result<model::Items<model::Role>>;
    using Groups = Result<model::Items<model::GroupSummary>>;
    whenDone(store().api().call(api::listRoles), this, [this](const Roles &roles) {
        if (roles)
            fill(m_role, tr("Every role"), roles->items);
    });
    whenDone(store().api().call(api::listGroups), this, [this](const Groups &groups) {
        if (groups)
            fill(m_group, tr("Every group"), groups->items);
    });
}

// Keeps the choice where it still exists.
template <typename Named>
void UsersPage::fill(QComboBox *box, const QString &all, const QList<Named> &names)
{
    const QVariant chosen = box->currentData();
    {
        const QSignalBlocker blocker(box);
        box->clear();
        box->addItem(all);
        for (const Named &each : names)
            box->addItem(each.name, each.id.value());
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    }
    if (box->currentData() != chosen)
        follow();
}

void UsersPage::follow()
{
    m_typing.stop();
    m_query.text = m_frame->search().text().trimmed();
    m_query.role.reset();
    m_query.group.reset();
    if (const QVariant role = m_role->currentData(); role.isValid())
        m_query.role = model::RoleId(role.toInt());
    if (const QVariant group = m_group->currentData(); group.isValid())
        m_query.group = model::GroupId(group.toInt());
    m_read->setQuery(m_query);
}

void UsersPage::sortBy(int column, Qt::SortOrder order)
{
    m_query.order = UserList::orderOf(column).value_or(model::UserOrder::Username);
    m_query.descending = column >= 0 && order == Qt::DescendingOrder;
    if (m_read->loading() != Loading::Idle)
        m_read->setQuery(m_query);
}

void UsersPage::showRows(bool isOther)
{
    m_list->setHasMore(m_read->hasMore());
    if (isOther) {
        m_list->setRows(m_read->rows());
        m_frame->table().scrollToTop();
    } else {
        m_list->updateRows(m_read->rows());
    }
    showState();
    showSelection();
}

bool UsersPage::isFiltered() const
{
    return !m_query.text.isEmpty() || m_query.role || m_query.group;
}

void UsersPage::showState()
{
    PageStates &states = m_frame->states();
    const auto total = m_read->total();
    m_frame->setCount(total > 0 ? tr("%n users", nullptr, int(total)) : QString());
    m_frame->exportButton().setEnabled(total > 0);
    if (m_read->loading() == Loading::Failed)
        return states.showError(tr("The users could not be loaded."),
                                ErrorText::of(m_read->problem()));
    if (m_read->loading() != Loading::Ready)
        return states.showLoading();
    if (!m_read->rows().isEmpty())
        return states.showContent();
    states.showEmpty(tr("Nobody is like this."), isFiltered() ? tr("Clear the filter") : QString(),
                     Icon::Search);
}

QList<model::UserSummary> UsersPage::usersOf(const QModelIndexList &rows) const
{
    QList<model::UserSummary> users;
    for (const QModelIndex &row : rows)
        users << m_list->at(row.row());
    return users;
}

void UsersPage::showSelection()
{
    const auto selected = usersOf(m_frame->table().selectedRows());
    m_frame->selection().setSelection(int(selected.size()), m_commands->offers(selected));
}

void UsersPage::openUser(int row)
{
    emit addressRequested(u"users/"_s + m_list->at(row).id.toString());
}

void UsersPage::exportTo(const QString &path)
{
    exportAll(this, store().api(), api::listUsers, m_query, path,
              [this](bool done) { emit exported(done); });
}
