// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QEventLoop>
#include <QTimer>

namespace support {

// The value of a future, while the event loop runs. A future that takes longer than the limit or is
// cancelled gives TimedOut.
template <typename T>
Result<T> await(const QFuture<Result<T>> &future,
                std::chrono::milliseconds limit = std::chrono::seconds(60))
{
    Result<T> result = Error{ErrorCode::TimedOut, QStringLiteral("the test's own limit"), {}};
    QEventLoop loop;
    QTimer::singleShot(limit, &loop, &QEventLoop::quit);
    whenDone(future, &loop, [&](const Result<T> &value) {
        result = value;
        loop.quit();
    });
    loop.exec();
    return result;
}

} // namespace support
