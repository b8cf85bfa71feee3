// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/mail/mailer.h"

namespace mail {

// A composed mail and who gets it.
struct Envelope
{
    QString from;
    QStringList to;
    QByteArray text;
};

void prepareDelivery(); // before the first one, while there is one thread

// Blocks until the server has taken it, or `stopping` is set. In any thread.
Result<> deliver(const SmtpSettings &settings, const Envelope &envelope,
                 const std::atomic<bool> &stopping);

} // namespace mail
