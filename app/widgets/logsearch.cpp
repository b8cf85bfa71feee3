// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/colors.h"
#include "app/widgets/logview.h"

#include <QTextBlock>

// The search of LogView.

void LogView::setSearch(const QString &text)
{
    if (!m_hits.setText(text))
        return;
    searchFrom(0);
    m_hits.setCurrent(hits() - 1);
    goToHit();
}

void LogView::nextHit(int step)
{
    m_hits.move(step);
    goToHit();
}

void LogView::goToHit()
{
    if (currentHit() >= 0) {
        const LogHits::Hit &hit = m_hits.at(currentHit());
        const QTextBlock block = document()->findBlockByNumber(int(hit.line - m_first));
        QTextCursor cursor(block);
        cursor.setPosition(block.position() + hit.column);
        setTextCursor(cursor);
        ensureCursorVisible();
    }
    markVisible();
    emit hitsChanged();
}

void LogView::searchFrom(int block)
{
    if (m_hits.text().isEmpty() || m_isEmpty)
        return;
    const int known = hits();
    for (QTextBlock at = document()->findBlockByNumber(block); at.isValid(); at = at.next())
        m_hits.search(m_first + at.blockNumber(), at.text(), prefixLength(at));
    if (hits() != known)
        emit hitsChanged();
}

// Only what can be seen is marked: a word may occur a hundred thousand times.
void LogView::markVisible()
{
    const Colors &colors = Colors::of(palette());
    const ToneColors &tone = colors.tone(Tone::Warning);
    QList<QTextEdit::ExtraSelection> marks;
    QTextBlock block = firstVisibleBlock();
    int index = m_hits.firstFrom(m_first + block.blockNumber());
    const int mostLines = viewport()->height() / fontMetrics().height() + 2;
    const qint64 end = m_first + block.blockNumber() + mostLines;
    for (; index < hits() && m_hits.at(index).line < end; ++index) {
        const LogHits::Hit &hit = m_hits.at(index);
        block = document()->findBlockByNumber(int(hit.line - m_first));
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(block);
        mark.cursor.setPosition(block.position() + hit.column);
        mark.cursor.setPosition(block.position() + hit.column + int(m_hits.text().size()),
                                QTextCursor::KeepAnchor);
        mark.format.setBackground(index == currentHit() ? tone.fill : tone.soft);
        mark.format.setForeground(index == currentHit() ? colors.onFill : tone.text);
        marks << mark;
    }
    if (!marks.isEmpty() || !extraSelections().isEmpty())
        setExtraSelections(marks);
}
