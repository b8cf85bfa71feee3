// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/column.h"
#include "app/theme/cellrole.h"

#include <QAbstractTableModel>

// The cells of a table by its columns: titles, texts and looks. Which rows there are, others say.
template <typename Row>
class ColumnModel : public QAbstractTableModel
{
public:
    ColumnModel(QList<Column<Row>> columns, QObject *parent)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
    { }

    virtual const Row &at(int shown) const = 0;

    int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }

    QVariant data(const QModelIndex &index, int role) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Column<Row> &column = m_columns[index.column()];
        if (role == Qt::TextAlignmentRole)
            return int(column.alignment);
        const Row &row = at(index.row());
        if (role == Qt::DisplayRole)
            return column.display(row);
        if (role == IdCell)
            return idOf(row);
        const QVariant own = column.other ? column.other(row, role) : QVariant();
        return own.isValid() ? own : rowData(row, role);
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role) const final
    {
        if (orientation != Qt::Horizontal)
            return {};
        const Column<Row> &column = m_columns[section];
        return role == Qt::DisplayRole         ? QVariant(column.title())
               : role == Qt::TextAlignmentRole ? QVariant(int(column.alignment))
                                               : QVariant();
    }

    // All titles and texts anew, in another language.
    void retranslate()
    {
        if (rowCount() > 0)
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                             {Qt::DisplayRole});
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }

protected:
    virtual QVariant idOf(const Row &row) const = 0;
    virtual QVariant rowData(const Row &row, int role) const = 0; // what all cells of a row share
    const Column<Row> &columnAt(int place) const { return m_columns[place]; }

private:
    const QList<Column<Row>> m_columns;
};
