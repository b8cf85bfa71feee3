// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"
#include "backend/reconcile/taskbook.h"
#include "backend/volumes/volumes.h"
#include "core/model/cluster.h"

#include <QHash>

#include <functional>

namespace engines {
class NodeBook;
}

namespace reconcile {

// What lies ready for the tasks of an attempt: the job's directories before the first of them
// starts, and, once all of a distributed job are up, what they need to know of each other. Each step
// is begun by asking for it and is over when a later question says so; it may be asked for at any
// time. Without volumes there is nothing to do.
class Preparation : public QObject
{
    Q_OBJECT

public:
    // Files that others want in the runtime directory of the attempt that is about to start.
    using RuntimeFiles = std::function<QList<volumes::RuntimeFile>(const model::Job &job)>;
    using Addresses = QList<std::pair<QString, QString>>; // of each task: its name and address

    static constexpr int kMostTries = TaskBook::kMostTries; // as of a start

    // Volumes, which may be null, and nodes outlive it.
    Preparation(volumes::Volumes *volumes, const engines::NodeBook &nodes,
                QList<model::DeviceTypeInfo> deviceTypes, QObject *parent = nullptr);

    void setRuntimeFiles(const RuntimeFiles &files) { m_files = files; }

    // Begins: clears away what earlier attempts have left, all but these.
    void start(const QSet<volumes::Attempt> &attempts);

    // Whether the job's tasks may start. Asked again after they were introduced, it begins anew:
    // what is started now must not follow what others were told.
    bool prepare(const model::Job &job);

    // Whether the job's tasks know of each other; then they go on. Those of a regular job always do.
    // An engine that does not tell an address has some time for it since all are up.
    bool introduce(const model::Job &job, const Addresses &addresses,
                   std::chrono::milliseconds upFor);

    // Why a step of this attempt failed for good, with the name of the directory. What may pass by
    // itself is tried kMostTries times before.
    std::optional<QString> problem(const model::Job &job) const;
    // While it is tried again: how often that was in vain, and why.
    struct Trouble
    {
        int tries = 0;
        QString detail;
    };
    Trouble trouble(const model::Job &job) const;

    QList<engines::Mount> mounts(const model::Job &job) const;

    // The attempt is over.
    void forget(const model::JobId &job, int attempt);

signals:
    void changed(const model::JobId &job); // a step of it is over
    void started();

private:
    enum class Step { Due, Preparing, Prepared, Introducing, Introduced, Waiting, Failed };
    struct Progress
    {
        int attempt = 0;
        Step step = Step::Due;
        QString problem = {}; // of the latest try
        int tries = 0; // in vain, since the last step that was done
    };

    void fail(const model::Job &job, const QString &problem);
    void follow(const model::Job &job, const QFuture<Result<>> &work, Step done);
    void tryLater(const model::JobId &job, const Error &error, Step again);
    Progress *find(const model::JobId &job, int attempt);
    bool isNpuJob(const model::Job &job) const;
    QList<volumes::RuntimeFile> tables(const model::Job &job) const;

    volumes::Volumes *m_volumes;
    const engines::NodeBook &m_nodes;
    const QList<model::DeviceTypeInfo> m_deviceTypes;
    RuntimeFiles m_files;
    QHash<model::JobId, Progress> m_progress;
    bool m_started = false;
};

} // namespace reconcile
