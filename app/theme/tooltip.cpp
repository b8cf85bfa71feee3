// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/tooltip.h"

#include <QFont>
#include <QTextLayout>
#include <QToolTip>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal kWidest = 420;

QStringList broken(const QString &paragraph)
{
    QTextLayout layout(paragraph, QToolTip::font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere); // ids and paths have no blanks
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(kWidest);
        lines << paragraph.mid(line.textStart(), line.textLength()).trimmed().toHtmlEscaped();
    }
    layout.endLayout();
    return lines;
}

} // namespace

QString toolTipOf(const QString &words)
{
    if (words.isEmpty())
        return {};
    QStringList lines;
    for (const QString &paragraph : words.split(u'\n'))
        lines << broken(paragraph);
    return u"<p style=\"white-space: pre\">"_s + lines.join(u"<br>"_s) + u"</p>"_s;
}
