// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/logframes.h"

#include "backend/engines/container/dockerjson.h"

#include <QtEndian>

namespace engines {

namespace {

constexpr qsizetype kHead = 8;
constexpr char kStderr = 2;

// How much of the text may be told without cutting a character in two.
qsizetype wholeCharacters(const QByteArray &text, qsizetype most)
{
    qsizetype end = most;
    while (end > most - 4 && end > 0 && (uchar(text.at(end)) & 0xC0) == 0x80)
        --end;
    return end > most - 4 ? end : most;
}

} // namespace

void LogFrames::feed(const QByteArray &bytes, QList<model::LogLine> &lines)
{
    m_unread.append(bytes);
    qsizetype at = 0;
    while (m_unread.size() - at >= kHead) {
        const auto length = qsizetype(qFromBigEndian<quint32>(m_unread.constData() + at + 4));
        if (m_unread.size() - at - kHead < length)
            break;
        const auto stream =
            m_unread.at(at) == kStderr ? model::LogStream::Stderr : model::LogStream::Stdout;
        takeFrame(stream, m_unread.mid(at + kHead, length), lines);
        at += kHead + length;
    }
    m_unread.remove(0, at);
}

void LogFrames::end(QList<model::LogLine> &lines)
{
    for (const auto stream : {model::LogStream::Stdout, model::LogStream::Stderr}) {
        if (!m_unfinished.at(std::size_t(stream)).text.isEmpty())
            tell(stream, lines);
    }
}

void LogFrames::takeFrame(model::LogStream stream, const QByteArray &frame,
                          QList<model::LogLine> &lines)
{
    Unfinished &line = m_unfinished.at(std::size_t(stream));
    const qsizetype space = frame.indexOf(' ');
    const auto at = parseTime(QString::fromLatin1(frame.left(space)));
    if (line.text.isEmpty() && at)
        line.at = *at;
    line.text += at ? frame.mid(space + 1) : frame;
    const bool complete = line.text.endsWith('\n');
    if (complete)
        line.text.chop(1);
    while (line.text.size() > kLongestLine) {
        const QByteArray rest = line.text.mid(wholeCharacters(line.text, kLongestLine));
        line.text.chop(rest.size());
        const QDateTime when = line.at;
        tell(stream, lines);
        line = {when, rest};
    }
    if (complete)
        tell(stream, lines);
}

void LogFrames::tell(model::LogStream stream, QList<model::LogLine> &lines)
{
    Unfinished &line = m_unfinished.at(std::size_t(stream));
    if (line.text.endsWith('\r'))
        line.text.chop(1);
    lines.append({line.at, m_task, stream, QString::fromUtf8(line.text)});
    line.text.clear();
}

} // namespace engines
