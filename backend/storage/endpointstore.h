// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/model/audit.h"
#include "core/model/job.h"
#include "core/model/jobendpoint.h"

#include <QObject>

#include <functional>

namespace storage {

class Committer;
class Database;

// One endpoint of one task: what is wanted, and what came of it in one start of the job.
struct StoredEndpoint
{
    model::EndpointName name;
    QString task;
    bool isOn = true;
    qint64 wish = 0; // counts how often it was switched
    int attempt = 0; // the start of the job of which the rest but the port tells
    model::EndpointState state = model::EndpointState::Pending;
    std::optional<model::EndpointFailure> failure; // while failed
    QString detail;
    QString host; // while ready
    int port = 0; // outside, the latest; 0: it has had none

    bool operator==(const StoredEndpoint &) const = default;
};

// The ways into jobs. Those that the specification asks for are on until somebody says otherwise.
// What was ready when berthd ended is pending when it begins. Reads come from disk, writes go
// through the group commit.
class EndpointStore : public QObject
{
    Q_OBJECT

public:
    // The references outlive the store.
    static Result<std::unique_ptr<EndpointStore>> open(Database &database, Committer &committer);
    ~EndpointStore() override; // commits what is waiting

    using Endpoints = QList<StoredEndpoint>;
    // All that the job has, on or off: ssh of every task first, then the others of its main task,
    // interactive ports by number. A port that was added and switched off again is none.
    Result<Endpoints> of(const model::Job &job) const;

    // Switches an endpoint of all its tasks; those that are on and have not failed stay as they
    // are. `check` is called when its turn comes: false for nothing to do, or the refusal. The
    // record goes into the audit log with a change.
    enum class Switch { Off, On };
    using Check = std::function<Result<bool>(const Endpoints &endpoints)>;
    QFuture<Result<>> turn(Switch position, const model::Job &job, const model::EndpointName &name,
                           const Check &check, const std::optional<model::AuditEntry> &record = {});

    // What came of a wish. Left alone when it has been switched since.
    QFuture<Result<>> report(const model::Job &job, const StoredEndpoint &found);

    // The Jupyter token of the job's current attempt, encrypted; NotFound before the first is kept.
    Result<QByteArray> sealedToken(const model::Job &job) const;
    QFuture<Result<>> keepToken(const model::Job &job, const QByteArray &sealed);

signals:
    void endpointsChanged(const model::JobId &job); // after a commit

private:
    EndpointStore(Database &database, Committer &committer);
    Result<> prepare();
    Result<> write(const model::JobId &job, const StoredEndpoint &endpoint);
    Result<> apply(Switch position, const model::Job &job, StoredEndpoint endpoint);
    Result<> log(const model::JobId &job);

    Database &m_database;
    Committer &m_committer;
};

} // namespace storage
