// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/errortext.h"

QString ErrorText::of(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return error.detail.isEmpty()
                   ? tr("The server did not accept this. Check what you entered.")
                   : tr("The server did not accept this: %1").arg(error.detail);
    case ErrorCode::Unauthenticated:
        return tr("Your session has ended. Sign in again.");
    case ErrorCode::Forbidden:
        return tr("You do not have the right to do this. Ask an administrator for it.");
    case ErrorCode::NotFound:
        return tr("This does not exist, or not any more.");
    case ErrorCode::Conflict:
        return tr("This is not possible now: something has changed in the meantime.");
    case ErrorCode::TooLarge:
        return tr("This is larger than the server accepts.");
    case ErrorCode::TooMany:
        return tr("Too many attempts. Wait a moment, then try again.");
    case ErrorCode::Unavailable:
        return tr("The server does not answer. Check the connection, then try again.");
    case ErrorCode::TimedOut:
        return tr("The server took too long to answer. Try again.");
    case ErrorCode::Internal:
        return tr("The server ran into a fault of its own. Try again; if it stays, tell support.");
    }
    Q_UNREACHABLE();
}

bool ErrorText::mayPass(ErrorCode code)
{
    return code == ErrorCode::TooMany || code == ErrorCode::Unavailable
           || code == ErrorCode::TimedOut || code == ErrorCode::Internal
           || code == ErrorCode::Conflict;
}
