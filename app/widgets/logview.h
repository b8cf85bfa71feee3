// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/loghits.h"

#include <QDateTime>
#include <QPlainTextEdit>
#include <QTextCharFormat>
#include <QTimer>

#include <deque>

// A log in a fixed-width font, of at most kMostLines lines: older ones go. It follows what is
// written while it stands at the bottom; scrolling up stops that until followNewest(). Lines of
// stderr are tinted and marked at the margin. Text is shown literally, as shownLogText() says.
class LogView : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int kMostLines = 100000;

    struct Line
    {
        QDateTime at;
        QString task; // empty: the only one
        QString text;
        bool isError = false; // stderr
    };

    explicit LogView(QWidget *parent = nullptr);

    // Shown with the next frame, many of them over several.
    void append(const QList<Line> &lines);
    void setLines(const QList<Line> &lines); // in place of all
    // Before all others; what is read stays where it is. No more than there is room for.
    void prepend(const QList<Line> &lines);
    bool isFull() const { return m_lines.size() >= size_t(kMostLines); }
    int lineCount() const { return int(m_lines.size()); } // of every task
    QString allText(); // of what is shown

    // Those that have written, in the order of their first line.
    const QStringList &tasks() const { return m_tasks; }
    void setTask(const QString &task); // only its lines; empty: of all, with a column of names
    void setTimesShown(bool shown);
    void setWrapped(bool wrapped);
    bool isFollowing() const { return m_following; }

    // Marks every place, in any case, and goes to the newest. Empty: no search.
    void setSearch(const QString &text);
    int hits() const { return m_hits.count(); }
    int currentHit() const { return m_hits.current(); } // from 0; -1: none
    void nextHit(int step); // 1 towards the newest, -1 towards the oldest

public slots:
    void followNewest();

signals:
    void followingChanged(bool following);
    void hitsChanged();
    void tasksChanged();
    void linesChanged(); // what was appended is shown
    void beginningReached(); // the person scrolls to the oldest line

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    // What a block remembers of its line: whether it is of stderr, and where the text begins.
    static int stateOf(bool isError, qsizetype prefix);
    static bool isErrorBlock(const QTextBlock &block);
    static int prefixLength(const QTextBlock &block);

    bool isShown(const Line &line) const;
    void noteTasks(const QList<Line> &lines);
    void flush(int most);
    void writeAbove(const QList<Line> &lines);
    void searchAnew();
    int write(int count);
    void writeLine(QTextCursor &cursor, const Line &line);
    QString prefixOf(const Line &line) const;
    void rebuild();
    void searchFrom(int block);
    void scrollTo(int block);
    void noteScroll();
    void markVisible();
    void goToHit();
    void setFormats();

    std::deque<Line> m_lines; // all that is kept
    int m_unshown = 0; // the newest of them wait for the next frame
    qint64 m_first = 0; // number of the first block; they only grow
    bool m_isEmpty = true; // the document has one block even without lines
    LogHits m_hits;
    QStringList m_tasks;
    qsizetype m_taskWidth = 0;
    QString m_task;
    bool m_timesShown = true;
    bool m_following = true;
    bool m_changing = false; // it is not the person who scrolls
    QTimer m_frame;
    QTextCharFormat m_prefixFormat;
    QTextCharFormat m_textFormat;
    QTextBlockFormat m_plainBlock;
    QTextBlockFormat m_errorBlock;
};
