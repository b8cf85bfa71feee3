// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/column.h"
#include "app/text/format.h"
#include "app/theme/cellrole.h"

// What columns of several lists share.
namespace cells {

// Folded for search and for sorting without regard to case.
QByteArray folded(const QString &text);

// A tool tip with words of others, shown literally, line by line.
QString literal(const QStringList &lines);

template <typename Row>
Column<Row> text(QString (*title)(), QString (*value)(const Row &))
{
    Column<Row> column;
    column.title = title;
    column.display = value;
    column.text = [value](const Row &row) { return folded(value(row)); };
    return column;
}

template <typename Row>
Column<Row> number(QString (*title)(), int (*value)(const Row &))
{
    Column<Row> column;
    column.title = title;
    column.display = [value](const Row &row) { return Format::count(value(row)); };
    column.number = [value](const Row &row) { return qint64(value(row)); };
    column.other = [value](const Row &row, int role) {
        return role == CopyCell ? QVariant(value(row)) : QVariant();
    };
    column.alignment = Qt::AlignRight | Qt::AlignVCenter;
    return column;
}

} // namespace cells
