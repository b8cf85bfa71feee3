// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/tablecsv.h"

#include "app/theme/cellrole.h"

#include <QAbstractItemModel>

using namespace Qt::Literals::StringLiterals;

QString csvCell(const QString &text)
{
    QString safe = text;
    if (!safe.isEmpty() && u"=+-@\t\r"_s.contains(safe.front()))
        safe.prepend(u'\'');
    const bool quoted =
        safe.contains(u',') || safe.contains(u'"') || safe.contains(u'\n') || safe.contains(u'\r');
    return quoted ? u'"' + safe.replace(u"\""_s, u"\"\""_s) + u'"' : safe;
}

QByteArray tableCsv(const QAbstractItemModel &model)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << csvCell(model.headerData(column, Qt::Horizontal).toString());
    QByteArray csv = cells.join(u',').toUtf8() + "\r\n";
    for (int row = 0; row < model.rowCount(); ++row) {
        cells.clear();
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            const QVariant copied = index.data(CopyCell);
            cells << csvCell(copied.isValid() ? copied.toString() : index.data().toString());
        }
        csv += cells.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}
