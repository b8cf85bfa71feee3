// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log.h"

#include <QByteArray>

#include <array>

namespace engines {

// Turns the bytes of /containers/…/logs?timestamps=1 into lines: frames of an 8-byte head (stream,
// length) and a text that begins with a time. A text without a line's end is a part of a line and
// goes on in the next frame of its stream. Bytes that are no UTF-8 become U+FFFD; a line longer
// than kLongestLine is told in pieces.
class LogFrames
{
public:
    static constexpr qsizetype kLongestLine = 64 * 1024;

    explicit LogFrames(QString task)
        : m_task(std::move(task))
    { }

    // Appends the lines that are complete with these bytes.
    void feed(const QByteArray &bytes, QList<model::LogLine> &lines);

    // The log is over: unfinished lines are lines as well.
    void end(QList<model::LogLine> &lines);

private:
    struct Unfinished
    {
        QDateTime at;
        QByteArray text;
    };

    void takeFrame(model::LogStream stream, const QByteArray &frame, QList<model::LogLine> &lines);
    void tell(model::LogStream stream, QList<model::LogLine> &lines);

    QString m_task;
    QByteArray m_unread;
    std::array<Unfinished, 2> m_unfinished; // of stdout, of stderr
};

} // namespace engines
