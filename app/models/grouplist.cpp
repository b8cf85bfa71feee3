// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/grouplist.h"

#include "app/text/peopletext.h"

GroupList::GroupList(const Clock &clock, QObject *parent)
    : NamedList(columns(clock), clock, parent)
{ }

QList<Column<GroupList::Row>> GroupList::columns(const Clock &clock)
{
    return {cells::link(cells::text<Row>([] { return tr("Group Name"); },
                                         [](const Row &row) { return row.item.name; })),
            cells::text<Row>([] { return tr("Description"); },
                             [](const Row &row) { return row.item.description; }),
            cells::text<Row>(
                [] { return tr("Roles"); },
                [](const Row &row) { return cells::orNone(PeopleText::namesOf(row.item.roles)); }),
            cells::text<Row>(
                [] { return tr("Virtual Clusters"); },
                [](const Row &row) { return cells::orNone(PeopleText::namesOf(row.item.vcs)); }),
            cells::number<Row>([] { return tr("Members"); },
                               [](const Row &row) { return row.item.members; }),
            cells::time<Row>([] { return tr("Create Time"); }, clock,
                             [](const Row &row) { return row.item.createdAt; })};
}

QByteArray GroupList::wordsOf(const model::GroupSummary &group) const
{
    return cells::folded(group.name + u'\n' + group.description + u'\n'
                         + PeopleText::namesOf(group.roles) + u'\n'
                         + PeopleText::namesOf(group.vcs));
}
