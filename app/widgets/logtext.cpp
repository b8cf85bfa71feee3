// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/logtext.h"

#include <algorithm>

namespace {

constexpr char16_t kEscape = 0x1b;
constexpr char16_t kBell = 0x07;
constexpr char16_t kControlPictures = 0x2400; // a picture of each control character
constexpr char16_t kDeletePicture = 0x2421;

bool isPlain(QChar c)
{
    const char16_t code = c.unicode();
    return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0x2028) || code > 0x2069
           || code == u'\t';
}

bool turnsDirection(char16_t code)
{
    return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}

// The end of an ECMA-48 sequence that begins at `at` with ESC: colours, titles, links.
qsizetype endOfSequence(const QString &text, qsizetype at)
{
    const auto code = [&text](qsizetype i) { return text[i].unicode(); };
    qsizetype i = at + 1;
    if (i >= text.size())
        return i;
    if (code(i) == u'[') {
        ++i;
        while (i < text.size() && code(i) >= 0x20 && code(i) < 0x40)
            ++i;
        return std::min(i + 1, text.size());
    }
    if (code(i) == u']' || code(i) == u'P') {
        while (i < text.size() && code(i) != kBell && code(i) != kEscape)
            ++i;
        return std::min(i + (i < text.size() && code(i) == kEscape ? 2 : 1), text.size());
    }
    while (i < text.size() && code(i) >= 0x20 && code(i) < 0x30)
        ++i;
    return std::min(i + 1, text.size());
}

QString withoutSequences(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        if (text[i].unicode() == kEscape)
            i = endOfSequence(text, i);
        else
            result += text[i++];
    }
    return result;
}

// What a terminal shows of a line that begins anew with each carriage return.
QString lastWriting(const QString &text)
{
    qsizetype end = text.size();
    while (end > 0 && text[end - 1] == u'\r')
        --end;
    const qsizetype begin = end > 0 ? text.lastIndexOf(u'\r', end - 1) + 1 : 0;
    return text.mid(begin, end - begin);
}

QChar visible(QChar c)
{
    const char16_t code = c.unicode();
    if (isPlain(c))
        return c;
    if (code < 0x20 && code != u'\n')
        return QChar(char16_t(kControlPictures + code));
    if (code == 0x7f)
        return QChar(kDeletePicture);
    if (turnsDirection(code) || (code >= 0x80 && code < 0xa0))
        return QChar(QChar::ReplacementCharacter);
    return code == u'\n' || code == 0x2028 || code == 0x2029 ? QChar(u' ') : c;
}

} // namespace

QString shownLogText(const QString &written)
{
    QString text = written;
    if (!std::ranges::all_of(text, isPlain)) {
        text = lastWriting(withoutSequences(text));
        std::ranges::transform(text, text.begin(), visible);
    }
    if (text.size() <= kMostShown)
        return text;
    const bool splits = text[kMostShown - 1].isHighSurrogate();
    return text.left(splits ? kMostShown - 1 : kMostShown) + u'\u2026';
}
