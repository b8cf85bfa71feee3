// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QEventLoop>

// Runs the event loop until the future is finished, and gives its result. A command of the command
// line does one thing after the other; no other program may wait like this.
template <typename T>
Result<T> await(const QFuture<Result<T>> &future)
{
    Result<T> outcome = Error{ErrorCode::Internal, QStringLiteral("nobody answered"), QString()};
    QEventLoop loop;
    whenDone(future, &loop, [&](const Result<T> &result) {
        outcome = result;
        loop.quit();
    });
    loop.exec();
    return outcome;
}
