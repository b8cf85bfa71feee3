// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log.h"

#include <QByteArray>

#include <array>

namespace engines {

// Makes lines of the parts in which an engine writes them down. Bytes that are no UTF-8 become
// U+FFFD; a line longer than kLongestLine is told in pieces.
class LineJoiner
{
public:
    static constexpr qsizetype kLongestLine = 64 * 1024;

    explicit LineJoiner(QString task)
        : m_task(std::move(task))
    { }

    enum class Part { Unfinished, Last };

    // The next part of a stream, without the line's end. Appends the lines it completes; a line has
    // the time of its first part.
    void add(model::LogStream stream, const QDateTime &at, const QByteArray &text, Part part,
             QList<model::LogLine> &lines);

    // The log is over: unfinished lines are lines as well.
    void end(QList<model::LogLine> &lines);

private:
    struct Unfinished
    {
        QDateTime at;
        QByteArray text;
        bool isOpen = false;
    };

    void tell(model::LogStream stream, QByteArray text, QList<model::LogLine> &lines);

    QString m_task;
    std::array<Unfinished, 2> m_unfinished; // of stdout, of stderr
};

} // namespace engines
