// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/linejoiner.h"

#include <functional>

namespace engines {

// Takes an engine's two streams in one apart: frames of an 8-byte head (stream, length) and bytes.
class StreamFrames
{
public:
    using Take = std::function<void(model::LogStream stream, const QByteArray &bytes)>;

    // Tells each frame that is complete with these bytes.
    void feed(const QByteArray &bytes, const Take &take);

private:
    QByteArray m_unread;
};

// Turns the bytes of /containers/…/logs?timestamps=1 into lines: each frame holds a text that begins
// with a time. A text without a line's end is a part of a line and goes on in the next frame of its
// stream.
class LogFrames
{
public:
    // When a log goes on in a new file, Docker may tell those who follow it what stands there once
    // more from its beginning. Told by the time, which never goes back within one stream.
    enum class Repeats { Kept, Dropped };

    explicit LogFrames(QString task, Repeats repeats = Repeats::Kept)
        : m_joiner(std::move(task))
        , m_repeats(repeats)
    { }

    // Appends the lines that are complete with these bytes.
    void feed(const QByteArray &bytes, QList<model::LogLine> &lines);
    void end(QList<model::LogLine> &lines) { m_joiner.end(lines); }

private:
    void takeFrame(model::LogStream stream, QByteArray frame, QList<model::LogLine> &lines);

    struct Latest
    {
        QByteArray time; // as it was written
        bool isPart = false; // of a line: the next part bears the same time
    };
    bool isRepeated(model::LogStream stream, const QByteArray &time, bool isPart);

    LineJoiner m_joiner;
    StreamFrames m_frames;
    Repeats m_repeats;
    std::array<Latest, 2> m_latest; // of stdout, of stderr
};

// The same for a log file in Kubernetes' format, as Podman writes it: "<time> stdout F <text>", with
// P in place of F for a part of a line.
class LogRecords
{
public:
    explicit LogRecords(QString task)
        : m_joiner(std::move(task))
    { }

    void feed(const QByteArray &bytes, QList<model::LogLine> &lines);
    void end(QList<model::LogLine> &lines) { m_joiner.end(lines); }

private:
    LineJoiner m_joiner;
    QByteArray m_unread;
};

} // namespace engines
