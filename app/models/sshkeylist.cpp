// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sshkeylist.h"

#include "app/models/cells.h"

using Row = model::SshKey;

SshKeyList::SshKeyList(const Clock &clock, QObject *parent)
    : TableModel(columns(clock), parent)
{ }

QList<Column<Row>> SshKeyList::columns(const Clock &clock)
{
    auto fingerprint = cells::text<Row>([] { return tr("Fingerprint"); },
                                        [](const Row &row) { return row.fingerprint; });
    fingerprint.other = [](const Row &row, int role) -> QVariant {
        return role == MonospaceCell     ? QVariant(true)
               : role == Qt::ToolTipRole ? QVariant(row.fingerprint)
                                         : QVariant();
    };
    return {cells::text<Row>([] { return tr("Name"); },
                             [](const Row &row) { return cells::orNone(row.name); }),
            //: A column: of a key
            cells::text<Row>([] { return tr("Type"); }, [](const Row &row) { return row.type; }),
            fingerprint,
            cells::time<Row>(
                //: A column: when
                [] { return tr("Added"); }, clock, [](const Row &row) { return row.addedAt; })};
}

qint64 SshKeyList::rankOf(const Row &row) const
{
    return -row.addedAt.toMSecsSinceEpoch();
}

bool SshKeyList::precedes(const Row &a, const Row &b) const
{
    return a.id < b.id;
}
