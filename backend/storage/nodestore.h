// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditlog.h"
#include "core/base/async.h"
#include "core/model/nodelife.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace storage {

class Committer;
class Database;

// What people did with nodes: every step is kept, the newest of each node says how it stands. A
// node is named here also when the engine does not report it.
class NodeStore : public QObject
{
    Q_OBJECT

public:
    // The references outlive the store.
    static Result<std::unique_ptr<NodeStore>> open(Database &database, Committer &committer);
    ~NodeStore() override; // commits what is waiting

    const QHash<model::NodeName, model::NodeCordon> &cordons() const { return m_cordons; }

    // Newest first, at most kMostSteps.
    static constexpr int kMostSteps = 1000;
    Result<QList<model::NodeStep>> history(const model::NodeName &name) const;

    // Asks `check` with the node's cordon as it is when the step's turn comes; stores the step, or
    // refuses with its error. `check` is called once, from the event loop, and must only compute.
    // The entry goes into the audit log with the step.
    using Check = std::function<Result<>(const std::optional<model::NodeCordon> &cordon)>;
    QFuture<Result<>> take(const model::NodeName &name, const model::NodeStep &step,
                           const Check &check, const std::optional<model::AuditEntry> &audit = {});

signals:
    void cordonsChanged(); // after a commit

private:
    NodeStore(Database &database, Committer &committer);
    Result<> reload();
    Result<std::optional<model::NodeCordon>> cordonOf(const model::NodeName &name) const;
    Result<> append(const model::NodeName &name, const model::NodeStep &step);

    Database &m_database;
    Committer &m_committer;
    QHash<model::NodeName, model::NodeCordon> m_cordons;
};

} // namespace storage
