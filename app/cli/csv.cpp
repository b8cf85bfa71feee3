// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/csv.h"

using namespace Qt::Literals::StringLiterals;

QString csvLine(const QStringList &cells)
{
    static const QString kFormula = u"=+-@\t\r"_s;
    QStringList quoted;
    for (QString cell : cells) {
        if (!cell.isEmpty() && kFormula.contains(cell.front()))
            cell.prepend(u'\'');
        const bool isPlain = !cell.contains(u',') && !cell.contains(u'"') && !cell.contains(u'\n')
                             && !cell.contains(u'\r');
        quoted.append(isPlain ? cell : QString(u'"' % cell.replace(u'"', u"\"\""_s) % u'"'));
    }
    return quoted.join(u',');
}
