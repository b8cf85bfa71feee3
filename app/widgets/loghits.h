// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <deque>

// Where a text occurs in a log that grows at its end and loses its oldest lines. Lines have
// numbers that only grow; memory and time go with the number of hits, not with what is shown.
class LogHits
{
public:
    struct Hit
    {
        qint64 line = 0;
        int column = 0;
        bool operator==(const Hit &) const = default;
    };

    // Forgets every hit. True when it is another text.
    bool setText(const QString &text);
    const QString &text() const { return m_text; }
    void clear();

    // Looks for the text, in any case, from the column on; lines come in their order.
    void search(qint64 line, const QString &text, int from);
    void dropBefore(qint64 line);

    int count() const { return int(m_hits.size()); }
    int current() const { return m_current; } // from 0; -1: none
    void setCurrent(int index) { m_current = index; }
    void move(int step); // around the ends
    const Hit &at(int index) const { return m_hits[size_t(index)]; }
    int firstFrom(qint64 line) const; // the first hit in or after the line; count(): none

private:
    QString m_text;
    std::deque<Hit> m_hits;
    int m_current = -1;
};
