// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/mail/message.h"

#include "core/rules/accountrules.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace mail {

namespace {

constexpr qsizetype kMostSubject = 60; // characters that stand on the line as they are
constexpr qsizetype kWordBytes = 45; // of an encoded word, which may have 75 characters
constexpr qsizetype kLine = 76; // of base64

// On one line, without anything that is no character to be read.
QString readable(QString text)
{
    for (QChar &each : text) {
        if (each.category() == QChar::Other_Control || each.category() == QChar::Separator_Line
            || each.category() == QChar::Separator_Paragraph)
            each = u' ';
    }
    return text.simplified();
}

// The longest beginning that does not cut a character in two.
QByteArray wordOf(const QByteArray &bytes)
{
    qsizetype length = std::min(bytes.size(), kWordBytes);
    while (length > 0 && length < bytes.size() && (uchar(bytes.at(length)) & 0xc0U) == 0x80U)
        --length;
    return bytes.left(length);
}

// RFC 2047: words of base64, each on a line of its own.
QByteArray encodedWords(const QString &text)
{
    QByteArray rest = text.toUtf8();
    QByteArrayList words;
    while (!rest.isEmpty()) {
        const QByteArray word = wordOf(rest);
        words.append("=?UTF-8?B?" + word.toBase64() + "?=");
        rest.remove(0, word.size());
    }
    return words.join("\r\n ");
}

QByteArray subjectOf(const QString &text)
{
    static const QRegularExpression kAscii(u"\\A[ -~]*\\z"_s);
    const QString subject = readable(text);
    const bool isPlain = subject.size() <= kMostSubject && kAscii.match(subject).hasMatch()
                         && !subject.contains("=?"_L1);
    return isPlain ? subject.toLatin1() : encodedWords(subject);
}

QByteArray mailboxOf(const Mailbox &mailbox)
{
    static const QRegularExpression kAtoms(u"\\A[A-Za-z0-9 ]{1,40}\\z"_s);
    const QString name = readable(mailbox.name);
    QByteArray address = '<' + mailbox.address.toLatin1() + '>';
    if (name.isEmpty())
        return address;
    return (kAtoms.match(name).hasMatch() ? name.toLatin1() : encodedWords(name)) + "\r\n "
           + address;
}

QByteArray bodyOf(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\n', u"\r\n"_s);
    const QByteArray encoded = text.toUtf8().toBase64();
    QByteArray lines;
    for (qsizetype i = 0; i < encoded.size(); i += kLine)
        lines += encoded.mid(i, kLine) + "\r\n";
    return lines;
}

Result<> check(const Message &message)
{
    static const QRegularExpression kId(u"\\A[A-Za-z0-9-]{1,64}\\z"_s);
    QStringList addresses = message.to;
    addresses.append(message.from.address);
    if (message.replyTo)
        addresses.append(message.replyTo->address);
    for (const QString &address : std::as_const(addresses)) {
        if (!isAddress(address))
            return Error{ErrorCode::InvalidInput, u"not a mail address: "_s % address, {}};
    }
    if (message.to.isEmpty() || !kId.match(message.id).hasMatch())
        return Error{ErrorCode::InvalidInput, u"a mail needs a receiver and an id"_s, {}};
    return {};
}

} // namespace

bool isAddress(const QString &text)
{
    return !text.isEmpty() && !rules::checkEmail(text);
}

Result<QByteArray> compose(const Message &message)
{
    TRY_VOID(check(message));
    QByteArrayList receivers;
    for (const QString &address : message.to)
        receivers.append('<' + address.toLatin1() + '>');
    const QString domain = message.from.address.section(u'@', -1);
    QByteArray text = "Date: " + message.date.toUTC().toString(Qt::RFC2822Date).toLatin1() + "\r\n";
    text += "From: " + mailboxOf(message.from) + "\r\n";
    text += "To: " + receivers.join(",\r\n ") + "\r\n";
    if (message.replyTo)
        text += "Reply-To: " + mailboxOf(*message.replyTo) + "\r\n";
    text += "Subject: " + subjectOf(message.subject) + "\r\n";
    text += "Message-ID: <" + message.id.toLatin1() + '@' + domain.toLatin1() + ">\r\n";
    text += "MIME-Version: 1.0\r\n"
            "Content-Type: text/plain; charset=utf-8\r\n"
            "Content-Transfer-Encoding: base64\r\n"
            "\r\n";
    return text + bodyOf(message.body);
}

} // namespace mail
