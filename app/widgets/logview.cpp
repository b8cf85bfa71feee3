// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/logview.h"

#include "app/theme/colors.h"
#include "app/theme/looks.h"
#include "app/widgets/logtext.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostAtOnce = 2000; // lines written in one frame
constexpr int kMarkWidth = 3;

} // namespace

int LogView::stateOf(bool isError, qsizetype prefix)
{
    return int(prefix) * 2 + int(isError);
}

bool LogView::isErrorBlock(const QTextBlock &block)
{
    return block.userState() > 0 && block.userState() % 2 == 1;
}

int LogView::prefixLength(const QTextBlock &block)
{
    return std::max(0, block.userState()) / 2;
}

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
    setFormats();
    m_frame.setSingleShot(true);
    m_frame.setInterval(16ms);
    connect(&m_frame, &QTimer::timeout, this, [this] { flush(kMostAtOnce); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::noteScroll);
}

void LogView::setFormats()
{
    const Colors &colors = Colors::of(palette());
    m_prefixFormat.setForeground(colors.secondary);
    m_textFormat.setForeground(colors.text);
    m_errorBlock.setBackground(colors.tone(Tone::Danger).soft);
}

void LogView::append(const QList<Line> &lines)
{
    if (lines.isEmpty())
        return;
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    while (m_lines.size() > size_t(kMostLines))
        m_lines.pop_front();
    m_unshown = std::min(m_unshown + int(lines.size()), lineCount());
    noteTasks(lines);
    if (!m_frame.isActive())
        m_frame.start();
}

void LogView::noteTasks(const QList<Line> &lines)
{
    const qsizetype known = m_tasks.size();
    const qsizetype width = m_taskWidth;
    for (const Line &line : lines) {
        if (line.task.isEmpty() || m_tasks.contains(line.task))
            continue;
        m_tasks << line.task;
        m_taskWidth = std::max(m_taskWidth, line.task.size());
    }
    if (m_taskWidth != width && !m_isEmpty)
        rebuild();
    if (m_tasks.size() != known)
        emit tasksChanged();
}

void LogView::setLines(const QList<Line> &lines)
{
    m_lines.clear();
    m_tasks.clear();
    m_taskWidth = 0;
    append(lines);
    rebuild();
    emit tasksChanged();
}

bool LogView::isShown(const Line &line) const
{
    return m_task.isEmpty() || line.task == m_task;
}

QString LogView::prefixOf(const Line &line) const
{
    QString prefix;
    if (m_timesShown)
        prefix = line.at.toLocalTime().toString(u"HH:mm:ss  "_s);
    if (m_task.isEmpty() && m_taskWidth > 0)
        prefix += line.task.leftJustified(m_taskWidth) + u"  "_s;
    return prefix;
}

void LogView::writeLine(QTextCursor &cursor, const Line &line)
{
    const QTextBlockFormat &format = line.isError ? m_errorBlock : m_plainBlock;
    if (std::exchange(m_isEmpty, false))
        cursor.setBlockFormat(format);
    else
        cursor.insertBlock(format);
    const QString prefix = prefixOf(line);
    cursor.block().setUserState(stateOf(line.isError, prefix.size()));
    cursor.insertText(prefix, m_prefixFormat);
    cursor.insertText(shownLogText(line.text), m_textFormat);
}

// Writes the next lines that wait and returns how many of them are shown.
int LogView::write(int count)
{
    int written = 0;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    const int begin = lineCount() - m_unshown;
    for (int i = begin; i < begin + count; ++i) {
        const Line &line = m_lines[size_t(i)];
        if (!isShown(line))
            continue;
        writeLine(cursor, line);
        ++written;
    }
    cursor.endEditBlock();
    m_unshown -= count;
    return written;
}

// Shows lines that wait, at most so many, and leaves the person where they read.
void LogView::flush(int most)
{
    const QScopedValueRollback changing(m_changing, true);
    const qint64 top = m_first + firstVisibleBlock().blockNumber();
    const bool atNewestHit = currentHit() == hits() - 1;
    const int before = m_isEmpty ? 0 : blockCount();
    const int written = write(std::min(most, m_unshown));
    const int dropped = m_isEmpty ? 0 : before + written - blockCount();
    m_first += dropped;
    m_hits.dropBefore(m_first);
    searchFrom(blockCount() - std::min(written, blockCount()));
    if (atNewestHit)
        m_hits.setCurrent(hits() - 1);
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    else if (dropped > 0)
        scrollTo(int(std::max<qint64>(0, top - m_first)));
    markVisible();
    if (m_unshown > 0)
        m_frame.start();
    emit linesChanged();
}

void LogView::scrollTo(int block)
{
    verticalScrollBar()->setValue(document()->findBlockByNumber(block).firstLineNumber());
}

// Everything anew: with another filter, other columns or other colours.
void LogView::rebuild()
{
    const QScopedValueRollback changing(m_changing, true);
    const int top = firstVisibleBlock().blockNumber();
    clear();
    m_isEmpty = true;
    m_first = 0;
    m_hits.clear();
    m_unshown = lineCount();
    flush(m_unshown);
    m_hits.setCurrent(hits() - 1);
    if (!m_following)
        scrollTo(std::min(top, blockCount() - 1));
    markVisible();
    emit hitsChanged();
}

QString LogView::allText()
{
    flush(m_unshown);
    return m_isEmpty ? QString() : toPlainText() + u'\n';
}

void LogView::setTask(const QString &task)
{
    if (std::exchange(m_task, task) != task)
        rebuild();
}

void LogView::setTimesShown(bool shown)
{
    if (std::exchange(m_timesShown, shown) != shown)
        rebuild();
}

void LogView::setWrapped(bool wrapped)
{
    const QScopedValueRollback changing(m_changing, true);
    const int top = firstVisibleBlock().blockNumber();
    setLineWrapMode(wrapped ? WidgetWidth : NoWrap);
    scrollTo(top);
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    markVisible();
}

void LogView::noteScroll()
{
    if (m_changing)
        return;
    markVisible();
    const bool bottom = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
    if (std::exchange(m_following, bottom) != bottom)
        emit followingChanged(bottom);
    if (verticalScrollBar()->value() <= verticalScrollBar()->pageStep() && !m_following)
        emit beginningReached();
}

void LogView::followNewest()
{
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    noteScroll();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    const QScopedValueRollback changing(m_changing, true);
    QPlainTextEdit::resizeEvent(event);
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    markVisible();
}

void LogView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    setFormats();
    if (!m_isEmpty)
        rebuild();
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
        if (isErrorBlock(block))
            painter.fillRect(QRectF(0, rect.top(), kMarkWidth, rect.height()), color);
    }
}
