// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/yaml/yamlwriter.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace yaml {

namespace {

// Without quotes nobody takes it for something else than a text.
bool isPlain(const QString &text)
{
    static const QRegularExpression kPlain(
        u"\\A[A-Za-z/][A-Za-z0-9_./@+=,-]*([ :][A-Za-z0-9_./@+=,-]+)*\\z"_s);
    static const QSet<QString> kWords{u"true"_s, u"false"_s, u"yes"_s, u"no"_s,
                                      u"on"_s,   u"off"_s,   u"null"_s};
    return kPlain.match(text).hasMatch() && !kWords.contains(text.toLower());
}

// A block cannot say everything: no character that would be escaped or taken for a line's end,
// and a first line that is not indented itself.
bool isBlock(const QString &text)
{
    static const QRegularExpression kUnsafe(
        u"[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\x{2028}\\x{2029}\\x{feff}]|\\A\\s"_s);
    return text.contains(u'\n') && !kUnsafe.match(text).hasMatch();
}

QByteArray block(const QString &text, int indent)
{
    const QByteArray margin(indent, ' ');
    const bool isClosed = text.endsWith(u'\n');
    QByteArray written = !isClosed ? "|-" : text.endsWith(u"\n\n"_s) ? "|+" : "|";
    const QStringList lines = (isClosed ? text.chopped(1) : text).split(u'\n');
    for (const QString &line : lines)
        written += '\n' + (line.isEmpty() ? QByteArray() : margin) + line.toUtf8();
    return written;
}

} // namespace

QByteArray scalar(const QString &text, int indent)
{
    if (isPlain(text))
        return text.toUtf8();
    // A text of JSON is one of YAML.
    return isBlock(text) ? block(text, indent)
                         : json::toText(QJsonArray{text}).sliced(1).chopped(1);
}

} // namespace yaml
