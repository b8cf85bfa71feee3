// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QPromise>

#include <memory>

// Calls slot(value) when the future finishes; never after the receiver is gone, never when the
// future was cancelled. The call comes from the event loop, also when the future is finished
// already. Must be called in the receiver's thread. QFuture::then(context, …) is not used
// anywhere: on Qt 6.4 it aborts when the context dies first.
template <typename T, typename Slot>
void whenDone(const QFuture<T> &future, QObject *receiver, Slot slot)
{
    auto *watcher = new QFutureWatcher<T>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, slot = std::move(slot)]() mutable {
                         watcher->deleteLater();
                         if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
                             slot(watcher->result());
                     });
    watcher->setFuture(future);
}

// The writing end of a QFuture<Result<T>>, to be copied into callbacks. The first finish() wins;
// when the last copy goes without one, the future is cancelled and nobody is called.
template <typename T = void>
class Promise
{
public:
    Promise()
        : m_promise(std::make_shared<QPromise<Result<T>>>())
    {
        m_promise->start();
    }

    QFuture<Result<T>> future() const { return m_promise->future(); }
    bool isFinished() const { return m_promise->future().isFinished(); }
    void finish(Result<T> result) const
    {
        if (isFinished())
            return;
        m_promise->addResult(std::move(result));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

// A future that is finished already.
template <typename T = void>
QFuture<Result<T>> ready(Result<T> result)
{
    Promise<T> promise;
    promise.finish(std::move(result));
    return promise.future();
}
