// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/linejoiner.h"

namespace engines {

namespace {

constexpr qsizetype kLongestCharacter = 4; // in UTF-8

// Where the text may be cut, near to the wanted place, without cutting a character in two.
qsizetype characterBorder(const QByteArray &text, qsizetype wanted)
{
    for (qsizetype at = wanted; at > wanted - kLongestCharacter; --at) {
        if ((uchar(text.at(at)) & 0xC0) != 0x80)
            return at;
    }
    return wanted;
}

} // namespace

void LineJoiner::add(model::LogStream stream, const QDateTime &at, const QByteArray &text,
                     Part part, QList<model::LogLine> &lines)
{
    Unfinished &line = m_unfinished.at(std::size_t(stream));
    if (!std::exchange(line.isOpen, true))
        line.at = at;
    line.text += text;
    while (line.text.size() > kLongestLine) {
        const qsizetype border = characterBorder(line.text, kLongestLine);
        tell(stream, line.text.left(border), lines);
        line.text.remove(0, border);
    }
    if (part == Part::Unfinished)
        return;
    tell(stream, std::exchange(line.text, {}), lines);
    line.isOpen = false;
}

void LineJoiner::end(QList<model::LogLine> &lines)
{
    for (const auto stream : {model::LogStream::Stdout, model::LogStream::Stderr}) {
        Unfinished &line = m_unfinished.at(std::size_t(stream));
        if (!line.text.isEmpty())
            tell(stream, std::exchange(line.text, {}), lines);
        line.isOpen = false;
    }
}

void LineJoiner::tell(model::LogStream stream, QByteArray text, QList<model::LogLine> &lines)
{
    if (text.endsWith('\r'))
        text.chop(1);
    lines.append(
        {m_unfinished.at(std::size_t(stream)).at, m_task, stream, QString::fromUtf8(text)});
}

} // namespace engines
