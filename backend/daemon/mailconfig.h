// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/mailer.h"

#include <QDir>

namespace berthd {

class YamlSection;

// Through which server mails are sent. The password is read from its file with it.
struct MailConfig
{
    mail::SmtpSettings server;
    QString from; // address that mails come from
};

// Relative paths are relative to base.
void readMail(YamlSection &section, const QDir &base, MailConfig &mail);

} // namespace berthd
