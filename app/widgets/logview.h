// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QPlainTextEdit>

// A log in a fixed-width font, of at most kMostLines lines: older ones go. It follows what is
// written while it stands at the bottom; scrolling up stops that until followNewest(). Lines of
// stderr are tinted and marked at the margin. Text is shown literally.
class LogView : public QPlainTextEdit
{
    Q_OBJECT

public:
    static constexpr int kMostLines = 100000;

    struct Line
    {
        QDateTime at;
        QString task; // shown before the text when it is not empty
        QString text;
        bool isError = false; // stderr
    };

    explicit LogView(QWidget *parent = nullptr);

    void append(const QList<Line> &lines);
    void setLines(const QList<Line> &lines); // in place of all
    int lineCount() const { return m_lines; }
    QString allText() const;

    bool isFollowing() const { return m_following; }
    void setWrapped(bool wrapped);

    // Marks every place, in any case, and goes to the newest. Empty: no search.
    void setSearch(const QString &text);
    int hits() const { return int(m_hits.size()); }
    int currentHit() const { return m_current; } // from 0; -1: none
    void nextHit(int step); // 1 towards the newest, -1 towards the oldest

public slots:
    void followNewest();

signals:
    void followingChanged(bool following);
    void hitsChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void noteScroll();
    void findFrom(int block);
    void showHits();
    void goToHit();
    QTextBlockFormat formatOf(bool isError) const;
    void recolour();

    QString m_search;
    QList<QTextCursor> m_hits;
    int m_current = -1;
    int m_lines = 0;
    bool m_following = true;
    bool m_appending = false;
};
