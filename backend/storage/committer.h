// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace storage {

class Database;

// Group commit in the event loop. Writes queue up; at the next turn all run in one transaction, in
// their order, each in a savepoint of its own, so that one that fails undoes only itself. After the
// commit their futures end, in the same order: a future that ends well means on disk. When the
// commit fails, all of them end with Unavailable and nothing of them is there.
class Committer : public QObject
{
    Q_OBJECT

public:
    explicit Committer(Database &database, QObject *parent = nullptr);
    ~Committer() override; // commits what is waiting

    // `work` reads and writes the database and gives the answer; what it changes in memory must
    // wait for `committed`, which is called after the commit and before the future ends.
    template <typename T>
    QFuture<Result<T>> write(std::function<Result<T>()> work,
                             std::function<void(const T &)> committed = {});
    QFuture<Result<>> write(std::function<Result<>()> work, std::function<void()> committed = {});

    // Commits what is waiting now, not at the next turn.
    void flush();

    bool isIdle() const { return m_waiting.empty(); }

signals:
    // After a commit, when all its futures have ended.
    void committed();
    // A commit failed: what is in memory is to be read from disk again. Before the futures end.
    void commitFailed(const Error &error);

private:
    struct Write
    {
        std::function<Result<>()> work;
        std::function<void()> succeed;
        std::function<void(const Error &)> fail;
        Result<> outcome;
    };

    void add(Write write);
    void commit();
    Result<> runAll(std::deque<Write> &batch);
    Result<> runOne(Write &write);

    Database &m_database;
    std::deque<Write> m_waiting;
    QTimer m_timer;
};

template <typename T>
QFuture<Result<T>> Committer::write(std::function<Result<T>()> work,
                                    std::function<void(const T &)> committed)
{
    const Promise<T> promise;
    const auto value = std::make_shared<std::optional<T>>();
    add({[work = std::move(work), value]() -> Result<> {
             TRY_ASSIGN(*value, work());
             return {};
         },
         [promise, value, committed = std::move(committed)] {
             if (committed)
                 committed(**value);
             promise.finish(std::move(**value));
         },
         [promise](const Error &error) { promise.finish(error); },
         {}});
    return promise.future();
}

} // namespace storage
