// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/rolelist.h"

#include "app/text/peopletext.h"

RoleList::RoleList(const Clock &clock, QObject *parent)
    : NamedList(columns(), clock, parent)
{ }

QList<Column<RoleList::Row>> RoleList::columns()
{
    return {cells::link(cells::text<Row>([] { return tr("Role Name"); },
                                         [](const Row &row) { return row.item.name; })),
            cells::text<Row>([] { return tr("Description"); },
                             [](const Row &row) { return PeopleText::description(row.item); }),
            //: A column: whether a role is preset or custom
            cells::text<Row>([] { return tr("Type"); },
                             [](const Row &row) { return PeopleText::type(row.item); }),
            cells::text<Row>(
                [] { return tr("Permissions"); },
                [](const Row &row) { return PeopleText::permissions(row.item.permissions); }),
            cells::number<Row>([] { return tr("Users"); },
                               [](const Row &row) { return row.item.users; }),
            cells::number<Row>([] { return tr("Groups"); },
                               [](const Row &row) { return row.item.groups; })};
}

QByteArray RoleList::wordsOf(const model::Role &role) const
{
    return cells::folded(role.name + u'\n' + PeopleText::description(role) + u'\n'
                         + PeopleText::permissions(role.permissions));
}
