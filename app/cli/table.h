// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// Rows in aligned columns, two spaces apart. Columns whose title ends with '>' are set to the right.
class Table
{
public:
    explicit Table(const QStringList &titles);

    void add(const QStringList &cells);
    QStringList lines() const; // the titles first; no space at a line's end

private:
    QList<QStringList> m_rows;
    QList<bool> m_right;
};
