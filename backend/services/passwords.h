// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QObject>
#include <QThreadPool>

namespace services {

// Argon2id, off the event loop: each hash takes 64 MiB and about 0.1 s of a core, so only a few are
// made at a time and only so many may wait.
class Passwords : public QObject
{
    Q_OBJECT

public:
    explicit Passwords(QObject *parent = nullptr);
    ~Passwords() override;

    static constexpr int kMostWaiting = 64;

    // Whether the hash is of this password. Takes as long for an empty hash, and says no.
    // TooMany when too many wait already.
    QFuture<Result<bool>> matches(const QString &password, const QString &hash);
    QFuture<Result<QString>> hash(const QString &password);

    static Result<QString> hashNow(const QString &password);
    // Readable, easy to type, more than 80 bits.
    static QString random();

private:
    template <typename T>
    QFuture<Result<T>> run(std::function<Result<T>()> work);

    QThreadPool m_pool;
    int m_waiting = 0;
};

} // namespace services
