// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QHash>

#include <memory>

// Calls slot(values) when all futures are finished, in their order; never after the receiver is
// gone. Called at once when there are none.
template <typename T, typename Slot>
void whenAll(const QList<QFuture<T>> &futures, QObject *receiver, Slot slot)
{
    struct State
    {
        QHash<int, T> values;
        Slot slot;
    };
    const auto state = std::make_shared<State>(State{{}, std::move(slot)});
    const int count = int(futures.size());
    const auto finish = [state, count] {
        QList<T> values;
        for (int i = 0; i < count; ++i)
            values << state->values.value(i, T(Error{}));
        state->slot(values);
    };
    if (count == 0)
        return finish();
    for (int i = 0; i < count; ++i) {
        whenDone(futures[i], receiver, [state, count, finish, i](const T &value) {
            state->values.insert(i, value);
            if (state->values.size() == count)
                finish();
        });
    }
}

// Whether it went well, without what came.
template <typename T>
QFuture<Result<>> withoutValue(const QFuture<Result<T>> &future, QObject *receiver)
{
    const Promise<> promise;
    whenDone(future, receiver, [promise](const Result<T> &answer) {
        promise.finish(answer ? Result<>() : Result<>(answer.error()));
    });
    return promise.future();
}

// The first failure of many, or success; no answer is left out.
template <typename T>
QFuture<Result<>> allOf(const QList<QFuture<Result<T>>> &futures, QObject *receiver)
{
    const Promise<> promise;
    whenAll(futures, receiver, [promise](const QList<Result<T>> &answers) {
        for (const Result<T> &answer : answers) {
            if (!answer)
                return promise.finish(answer.error());
        }
        promise.finish({});
    });
    return promise.future();
}
