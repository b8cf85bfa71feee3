// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/cells.h"

using namespace Qt::Literals::StringLiterals;

QByteArray cells::folded(const QString &text)
{
    return text.toCaseFolded().toUtf8();
}

QString cells::literal(const QStringList &lines)
{
    QStringList escaped;
    for (const QString &line : lines)
        escaped << line.toHtmlEscaped();
    return lines.isEmpty() ? QString() : u"<qt>"_s + escaped.join(u"<br>"_s) + u"</qt>"_s;
}
