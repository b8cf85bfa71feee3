// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/userspage.h"

#include "app/pages/selectionbar.h"
#include "app/people/usercommands.h"
#include "core/api/people.h"

#include <QComboBox>

using namespace Qt::Literals::StringLiterals;

UsersPage::UsersPage(LiveStore &store, Prompt &prompt)
    : PagedListPage(u"users"_s, Icon::Users, api::listUsers, store)
    , m_role(new QComboBox)
    , m_group(new QComboBox)
    , m_commands(new UserCommands(store, prompt, this))
{
    m_role->setObjectName(u"roleComboBox"_s);
    m_group->setObjectName(u"groupComboBox"_s);
    for (QComboBox *box : {m_role, m_group}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        box->setMaximumWidth(200);
        frame().addFilter(box);
    }
    list().setSorter([this](int column, Qt::SortOrder order) { sortBy(column, order); });
    dressTable();
    listen();
    begin();
}

QString UsersPage::title() const
{
    return tr("Users");
}

void UsersPage::dressTable()
{
    table().setDefaultWidths({124, 128, 112, 176, 0, 120, 96, 92});
    table().setStretchColumn(UserList::RolesColumn);
    table().makeSortable();
    table().setRowActions(
        [this](const QModelIndexList &rows) { return m_commands->offers(usersOf(rows)); });
    connect(&table(), &TableView::actionTriggered, this,
            [this](const QString &action, const QModelIndexList &rows) {
                m_commands->run(action, usersOf(rows));
            });
    connect(&table(), &TableView::opened, this, [this](const QModelIndex &index) {
        emit addressRequested(u"users/"_s + list().at(index.row()).id.toString());
    });
    connect(&table(), &TableView::selectionChangedByPerson, this, &UsersPage::showSelection);
}

void UsersPage::listen()
{
    connect(&frame(), &ListFrame::createRequested, this,
            [this] { emit addressRequested(u"users/new"_s); });
    for (QComboBox *box : {m_role, m_group})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { follow(); });
    connect(m_commands, &UserCommands::changed, this, &PeoplePage::refresh);
    connect(m_commands, &UserCommands::addressRequested, this, &Page::addressRequested);
    connect(&frame().selection(), &SelectionBar::actionTriggered, this,
            [this](const QString &action) {
                m_commands->run(action, usersOf(table().selectedRows()));
            });
}

void UsersPage::retranslate()
{
    frame().setCreateText(tr("Create User"));
    m_role->setAccessibleName(tr("Role"));
    m_group->setAccessibleName(tr("Group"));
    if (m_role->count() > 0)
        m_role->setItemText(0, tr("Every role"));
    if (m_group->count() > 0)
        m_group->setItemText(0, tr("Every group"));
    PagedListPage::retranslate();
}

UsersPage::Words UsersPage::words(int total) const
{
    const QString nobody = tr("Nobody is like this.");
    return {tr("Search by name, phone or email"),
            tr("%n users", nullptr, total),
            tr("The users could not be loaded."),
            nobody,
            tr("Clear the filter"),
            nobody};
}

void UsersPage::read()
{
    readFilters();
    PagedListPage::read();
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

void UsersPage::fill(model::UserQuery &query) const
{
    if (const QVariant role = m_role->currentData(); role.isValid())
        query.role = model::RoleId(role.toInt());
    if (const QVariant group = m_group->currentData(); group.isValid())
        query.group = model::GroupId(group.toInt());
    query.order = m_order;
    query.descending = m_isDescending;
}

bool UsersPage::isFiltered() const
{
    return m_role->currentIndex() > 0 || m_group->currentIndex() > 0;
}

void UsersPage::clearFilters()
{
    m_role->setCurrentIndex(0);
    m_group->setCurrentIndex(0);
}

void UsersPage::sortBy(int column, Qt::SortOrder order)
{
    m_order = UserList::orderOf(column).value_or(model::UserOrder::Username);
    m_isDescending = column >= 0 && order == Qt::DescendingOrder;
    if (isAsked())
        follow();
}

QList<model::UserSummary> UsersPage::usersOf(const QModelIndexList &rows) const
{
    QList<model::UserSummary> users;
    for (const QModelIndex &row : rows)
        users << list().at(row.row());
    return users;
}

void UsersPage::showSelection()
{
    const auto selected = usersOf(table().selectedRows());
    frame().selection().setSelection(int(selected.size()), m_commands->offers(selected));
}
