// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sessionlist.h"

#include "app/models/cells.h"
#include "app/theme/chip.h"

#include <limits>

using Row = model::OpenSession;

SessionList::SessionList(const Clock &clock, QObject *parent)
    : TableModel(columns(clock), parent)
{ }

QList<Column<Row>> SessionList::columns(const Clock &clock)
{
    Column<Row> mark;
    //: A column: whether it is the session the person looks from
    mark.title = [] { return tr("Session"); };
    //: A chip: the session the person looks from
    mark.display = [](const Row &row) { return row.isCurrent ? tr("This one") : QString(); };
    mark.other = [](const Row &row, int role) {
        return role == ChipCell && row.isCurrent
                   ? QVariant::fromValue(Chip{tr("This one"), Tone::Accent, Icon::Check, false})
                   : QVariant();
    };
    return {
        cells::text<Row>(
            //: A column: the program that signed in
            [] { return tr("Client"); },
            [](const Row &row) {
                return row.client.isEmpty() ? tr("Unknown program") : row.client;
            }),
        mark,
        cells::text<Row>(
            //: A column: of the computer that signed in
            [] { return tr("Address"); },
            [](const Row &row) { return cells::orNone(row.address); }),
        cells::time<Row>(
            //: A column: when
            [] { return tr("Signed in"); }, clock, [](const Row &row) { return row.createdAt; }),
        cells::time<Row>(
            //: A column: when
            [] { return tr("Last used"); }, clock, [](const Row &row) { return row.usedAt; })};
}

qint64 SessionList::rankOf(const Row &row) const
{
    return row.isCurrent ? std::numeric_limits<qint64>::min() : -row.usedAt.toMSecsSinceEpoch();
}

bool SessionList::precedes(const Row &a, const Row &b) const
{
    return a.id < b.id;
}
