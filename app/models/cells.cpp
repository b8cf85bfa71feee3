// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/cells.h"

#include "app/theme/tooltip.h"

using namespace Qt::Literals::StringLiterals;

QByteArray cells::folded(const QString &text)
{
    return text.toCaseFolded().toUtf8();
}

QString cells::literal(const QStringList &lines)
{
    return toolTipOf(lines.join(u'\n'));
}
