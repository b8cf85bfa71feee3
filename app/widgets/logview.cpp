// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/logview.h"

#include "app/theme/colors.h"
#include "app/theme/looks.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kErrorState = 1; // of a block that holds a line of stderr
constexpr int kMostMarked = 2000; // highlights at once; more would only slow the painting

QString textOf(const LogView::Line &line)
{
    QString text = line.at.toLocalTime().toString(u"HH:mm:ss  "_s);
    if (!line.task.isEmpty())
        text += line.task + u"  "_s;
    // Control characters would break the line or the terminal's colours would read as noise.
    QString plain = line.text;
    plain.replace(u'\n', u' ').replace(u'\r', u' ').replace(QChar::ParagraphSeparator, u' ');
    return text + plain;
}

} // namespace

LogView::LogView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(u"logView"_s);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setMaximumBlockCount(kMostLines);
    setLineWrapMode(NoWrap);
    setFont(monospace(kSmallSize));
    setCenterOnScroll(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::noteScroll);
}

QTextBlockFormat LogView::formatOf(bool isError) const
{
    QTextBlockFormat format;
    if (isError)
        format.setBackground(Colors::of(palette()).tone(Tone::Danger).soft);
    return format;
}

void LogView::append(const QList<Line> &lines)
{
    if (lines.isEmpty())
        return;
    m_appending = true;
    const int firstNew = m_lines == 0 ? 0 : document()->blockCount();
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    // What the document would drop at once is not written.
    const qsizetype skipped = std::max<qsizetype>(0, lines.size() - kMostLines);
    for (qsizetype i = skipped; i < lines.size(); ++i) {
        const Line &line = lines[i];
        if (m_lines > 0)
            cursor.insertBlock(formatOf(line.isError));
        else
            cursor.setBlockFormat(formatOf(line.isError));
        cursor.insertText(textOf(line));
        cursor.block().setUserState(line.isError ? kErrorState : 0);
        m_lines = std::min(m_lines + 1, kMostLines);
    }
    cursor.endEditBlock();
    m_appending = false;
    if (!m_search.isEmpty())
        findFrom(std::max(0, std::min(firstNew, document()->blockCount() - int(lines.size()))));
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::setLines(const QList<Line> &lines)
{
    m_appending = true;
    clear();
    m_appending = false;
    m_lines = 0;
    m_hits.clear();
    m_current = -1;
    append(lines);
    showHits();
}

QString LogView::allText() const
{
    return m_lines == 0 ? QString() : toPlainText() + u'\n';
}

void LogView::setWrapped(bool wrapped)
{
    setLineWrapMode(wrapped ? WidgetWidth : NoWrap);
    if (m_following)
        followNewest();
}

void LogView::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    m_hits.clear();
    m_current = -1;
    if (!text.isEmpty())
        findFrom(0);
    m_current = int(m_hits.size()) - 1;
    goToHit();
}

void LogView::findFrom(int block)
{
    const bool atNewest = m_current == int(m_hits.size()) - 1;
    QTextCursor found(document()->findBlockByNumber(block));
    while (true) {
        found = document()->find(m_search, found);
        if (found.isNull())
            break;
        m_hits << found;
    }
    // Lines that went away took their hits with them.
    m_hits.removeIf([](const QTextCursor &hit) { return !hit.hasSelection(); });
    m_current = atNewest ? int(m_hits.size()) - 1 : std::min(m_current, int(m_hits.size()) - 1);
    showHits();
}

void LogView::nextHit(int step)
{
    if (m_hits.isEmpty())
        return;
    const int count = int(m_hits.size());
    m_current = (m_current + step + count) % count;
    goToHit();
}

void LogView::goToHit()
{
    if (m_current >= 0) {
        QTextCursor at = m_hits[m_current];
        at.setPosition(at.selectionStart());
        setTextCursor(at);
        ensureCursorVisible();
    }
    showHits();
}

void LogView::showHits()
{
    const Colors &colors = Colors::of(palette());
    QList<QTextEdit::ExtraSelection> marks;
    const int first = std::max(0, m_current - kMostMarked / 2);
    const int end = std::min(int(m_hits.size()), first + kMostMarked);
    for (int i = first; i < end; ++i) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = m_hits[i];
        const ToneColors &tone = colors.tone(Tone::Warning);
        mark.format.setBackground(i == m_current ? tone.fill : tone.soft);
        mark.format.setForeground(i == m_current ? colors.onFill : tone.text);
        marks << mark;
    }
    setExtraSelections(marks);
    emit hitsChanged();
}

void LogView::noteScroll()
{
    if (m_appending)
        return;
    const bool bottom = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    if (std::exchange(m_following, bottom) != bottom)
        emit followingChanged(bottom);
}

void LogView::followNewest()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    noteScroll();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    m_appending = true;
    QPlainTextEdit::resizeEvent(event);
    m_appending = false;
    if (m_following)
        followNewest();
}

void LogView::recolour()
{
    m_appending = true;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.userState() == kErrorState)
            QTextCursor(block).setBlockFormat(formatOf(true));
    }
    m_appending = false;
    showHits();
}

void LogView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_lines > 0)
        recolour();
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    const QColor color = Colors::of(palette()).tone(Tone::Danger).text;
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
        if (rect.top() > event->rect().bottom())
            break;
        if (block.userState() == kErrorState)
            painter.fillRect(QRectF(0, rect.top(), 3, rect.height()), color);
    }
}
