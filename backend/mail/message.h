// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace mail {

struct Mailbox
{
    QString address; // "ada@example.org"
    QString name = {}; // shown with it, may be empty
};

struct Message
{
    Mailbox from;
    QStringList to; // addresses
    std::optional<Mailbox> replyTo;
    QString subject;
    QString body; // plain text, lines end with \n
    QDateTime date;
    QString id; // unique, before the @: letters, digits and -
};

// Whether it is an address that a mail can be sent to: ASCII, without quotes or comments.
bool isAddress(const QString &text);

// The message as it travels, in ASCII, its lines ended by CR LF.
// Subject, names and body may hold anything: what they say shows up as text and nowhere else.
// InvalidInput for an address that is none, for nobody to send it to and for an id that is none.
Result<QByteArray> compose(const Message &message);

} // namespace mail
