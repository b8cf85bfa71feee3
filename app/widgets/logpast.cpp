// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/logview.h"

#include <QScopedValueRollback>
#include <QTextBlock>

#include <algorithm>

// Older lines, put above those that are there.

void LogView::prepend(const QList<Line> &lines)
{
    flush(m_unshown);
    const qsizetype room = std::max<qsizetype>(0, kMostLines - lineCount());
    const QList<Line> fitting = lines.last(std::min(room, lines.size()));
    if (fitting.isEmpty())
        return;
    m_lines.insert(m_lines.begin(), fitting.begin(), fitting.end());
    QList<Line> shown;
    std::ranges::copy_if(fitting, std::back_inserter(shown),
                         [this](const Line &line) { return isShown(line); });
    const bool wasEmpty = m_isEmpty;
    const int top = firstVisibleBlock().blockNumber();
    const qsizetype width = m_taskWidth;
    noteTasks(fitting); // writes everything anew when a longer name comes
    if (wasEmpty || m_taskWidth != width) {
        if (wasEmpty)
            rebuild();
    } else {
        writeAbove(shown);
    }
    const QScopedValueRollback changing(m_changing, true);
    if (!m_following)
        scrollTo(std::min(top + int(shown.size()), blockCount() - 1));
    markVisible();
    emit linesChanged();
}

void LogView::writeAbove(const QList<Line> &lines)
{
    if (lines.isEmpty())
        return;
    const QScopedValueRollback changing(m_changing, true);
    const int state = document()->firstBlock().userState();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    cursor.insertBlock(cursor.blockFormat());
    document()->findBlockByNumber(1).setUserState(state);
    cursor.movePosition(QTextCursor::Start);
    m_isEmpty = true; // the first of them has its block already
    for (const Line &line : lines)
        writeLine(cursor, line);
    cursor.endEditBlock();
    m_first -= lines.size();
    searchAnew();
}

// The chosen place of the search stays the chosen one.
void LogView::searchAnew()
{
    if (m_hits.text().isEmpty())
        return;
    const int fromNewest = hits() - currentHit();
    m_hits.clear();
    searchFrom(0);
    m_hits.setCurrent(std::max(hits() - fromNewest, -1));
    emit hitsChanged();
}
