// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/logframes.h"

#include "backend/engines/container/dockerjson.h"

#include <QtEndian>

namespace engines {

namespace {

constexpr qsizetype kHead = 8;
constexpr char kStderr = 2;

} // namespace

void StreamFrames::feed(const QByteArray &bytes, const Take &take)
{
    m_unread.append(bytes);
    qsizetype at = 0;
    while (m_unread.size() - at >= kHead) {
        const auto length = qsizetype(qFromBigEndian<quint32>(m_unread.constData() + at + 4));
        if (m_unread.size() - at - kHead < length)
            break;
        const auto stream =
            m_unread.at(at) == kStderr ? model::LogStream::Stderr : model::LogStream::Stdout;
        take(stream, m_unread.mid(at + kHead, length));
        at += kHead + length;
    }
    m_unread.remove(0, at);
}

void LogFrames::feed(const QByteArray &bytes, QList<model::LogLine> &lines)
{
    m_frames.feed(bytes, [&](model::LogStream stream, const QByteArray &frame) {
        takeFrame(stream, frame, lines);
    });
}

void LogFrames::takeFrame(model::LogStream stream, QByteArray frame, QList<model::LogLine> &lines)
{
    const QByteArray time = frame.left(frame.indexOf(' '));
    const auto at = parseTime(QString::fromLatin1(time));
    if (at)
        frame.remove(0, time.size() + 1);
    const bool last = frame.endsWith('\n');
    if (m_repeats == Repeats::Dropped && isRepeated(stream, time, !last))
        return;
    if (last)
        frame.chop(1);
    m_joiner.add(stream, at.value_or(QDateTime()), frame,
                 last ? LineJoiner::Part::Last : LineJoiner::Part::Unfinished, lines);
}

bool LogFrames::isRepeated(model::LogStream stream, const QByteArray &time, bool isPart)
{
    constexpr qsizetype kNanoseconds = 30; // else many lines may have one time
    Latest &latest = m_latest.at(stream == model::LogStream::Stderr ? 1 : 0);
    if (time.size() == kNanoseconds
        && (time < latest.time || (time == latest.time && !latest.isPart)))
        return true;
    latest = {time, isPart};
    return false;
}

void LogRecords::feed(const QByteArray &bytes, QList<model::LogLine> &lines)
{
    m_unread.append(bytes);
    qsizetype from = 0;
    for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n', from)) {
        const QByteArray record = m_unread.mid(from, end - from);
        from = end + 1;
        const qsizetype stream = record.indexOf(' ') + 1;
        const qsizetype tag = record.indexOf(' ', stream) + 1;
        const qsizetype text = record.indexOf(' ', tag) + 1;
        const auto at = parseTime(QString::fromLatin1(record.left(stream - 1)));
        if (stream == 0 || tag == 0 || text == 0 || !at)
            continue;
        m_joiner.add(record.mid(stream).startsWith("stderr") ? model::LogStream::Stderr
                                                             : model::LogStream::Stdout,
                     *at, record.mid(text),
                     record.at(tag) == 'P' ? LineJoiner::Part::Unfinished : LineJoiner::Part::Last,
                     lines);
    }
    m_unread.remove(0, from);
}

} // namespace engines
