// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"

#include "app/cli/terminal.h"

using namespace Qt::Literals::StringLiterals;

Table::Table(const QStringList &titles)
{
    QStringList row;
    for (QString title : titles) {
        m_right.append(title.endsWith(u'>'));
        row.append(title.remove(u'>'));
    }
    m_rows.append(row);
}

void Table::add(const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_right.size());
    QStringList row;
    for (const QString &cell : cells)
        row.append(literal(cell).replace(u'\n', u' '));
    m_rows.append(row);
}

QStringList Table::lines() const
{
    QList<qsizetype> widths(m_right.size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row.at(i).size());
    }
    QStringList lines;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const QString &cell = row.at(i);
            line += m_right.at(i) ? cell.rightJustified(widths.at(i))
                                  : cell.leftJustified(widths.at(i));
            line += u"  "_s;
        }
        while (line.endsWith(u' '))
            line.chop(1);
        lines.append(line);
    }
    return lines;
}
