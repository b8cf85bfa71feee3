// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/auditlist.h"

#include "app/models/cells.h"
#include "app/text/audittext.h"

using namespace Qt::Literals::StringLiterals;

using Row = model::AuditEntry;

AuditList::AuditList(QObject *parent)
    : PagedModel(columns(), parent)
{ }

QList<Column<Row>> AuditList::columns()
{
    auto time = cells::text<Row>([] { return tr("Time"); },
                                 [](const Row &row) { return Format::exact(row.at); });
    time.other = [](const Row &row, int role) -> QVariant {
        if (role == CopyCell)
            return row.at.toUTC().toString(Qt::ISODate);
        return role == MutedCell ? QVariant(true) : QVariant();
    };
    auto change =
        //: A column: what is different since
        cells::text<Row>([] { return tr("Change"); },
                         [](const Row &row) {
                             const QStringList changes = AuditText::changes(row);
                             return changes.isEmpty() ? Format::none() : changes.join(u" · "_s);
                         });
    change.other = [](const Row &row, int role) {
        return role == Qt::ToolTipRole ? QVariant(cells::literal(AuditText::changes(row)))
                                       : QVariant();
    };
    return {time,
            //: A column: who did it
            cells::link(cells::text<Row>([] { return tr("Who"); },
                                         [](const Row &row) { return AuditText::actor(row); })),
            //: A column: the network address somebody came from
            cells::text<Row>([] { return tr("From"); },
                             [](const Row &row) { return cells::orNone(row.address); }),
            //: A column: what was done
            cells::text<Row>([] { return tr("What"); },
                             [](const Row &row) { return AuditText::action(row.action); }),
            //: A column: what kind of thing it was done to
            cells::text<Row>([] { return tr("Type"); },
                             [](const Row &row) { return AuditText::subject(row.subject); }),
            //: A column: the person or thing it was done to
            cells::text<Row>([] { return tr("On"); },
                             [](const Row &row) { return cells::orNone(row.subjectName); }),
            change};
}
