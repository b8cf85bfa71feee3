// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/column.h"
#include "app/text/format.h"
#include "app/theme/cellrole.h"
#include "core/base/clock.h"

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

// The text, or the sign of an empty cell.
inline QString orNone(const QString &text)
{
    return text.isEmpty() ? Format::none() : text;
}

// A click on it opens the row.
template <typename Row>
Column<Row> link(Column<Row> column)
{
    column.other = [other = column.other](const Row &row, int role) {
        return role == LinkCell ? QVariant(true) : other ? other(row, role) : QVariant();
    };
    return column;
}

// How long ago; the exact time in the tool tip, and in UTC when it is copied.
template <typename Row>
Column<Row> time(QString (*title)(), const Clock &clock, QDateTime (*value)(const Row &))
{
    Column<Row> column;
    column.title = title;
    column.display = [value, &clock](const Row &row) {
        return Format::relative(value(row), clock.now());
    };
    column.number = [value](const Row &row) {
        return value(row).isValid() ? value(row).toMSecsSinceEpoch() : 0;
    };
    column.other = [value](const Row &row, int role) -> QVariant {
        if (role == Qt::ToolTipRole && value(row).isValid())
            return Format::exact(value(row));
        if (role == CopyCell)
            return value(row).isValid() ? value(row).toUTC().toString(Qt::ISODate) : QString();
        return role == MutedCell ? QVariant(true) : QVariant();
    };
    column.alignment = Qt::AlignRight | Qt::AlignVCenter;
    return column;
}

} // namespace cells
