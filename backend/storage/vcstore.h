// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/committer.h"
#include "core/model/vc.h"

#include <QHash>
#include <QObject>

namespace storage {

class Database;

// The virtual clusters and their quotas: all in memory, in the order of their names.
class VcStore : public QObject
{
    Q_OBJECT

public:
    // Reads them. The references outlive the store.
    static Result<std::unique_ptr<VcStore>> open(Database &database, Committer &committer);
    ~VcStore() override; // commits what is waiting

    const QList<model::VirtualCluster> &all() const { return m_vcs; }
    const model::VirtualCluster *find(const model::VcName &name) const; // valid until a change

    // Whether the VC holds all devices because nobody has said otherwise yet.
    bool followsCluster(const model::VcName &name) const;

    // Conflict when the name is taken.
    QFuture<Result<>> add(const model::VirtualCluster &vc);
    // A person's wish: from now on the VC does not follow the cluster. NotFound.
    QFuture<Result<>> setQuotas(const model::VcName &name, const QList<model::VcQuota> &quotas);
    // What the cluster has, for a VC that follows it; others are left alone.
    QFuture<Result<>> followCluster(const model::VcName &name, const QList<model::VcQuota> &quotas);

    // One transaction of somebody who changes the VC and perhaps more; told of after its commit.
    // `after` is called then, before vcChanged().
    template <typename T>
    QFuture<Result<T>> write(const model::VcName &name, const std::function<Result<T>()> &work,
                             const std::function<void()> &after = {})
    {
        return m_committer.write<T>(work, [this, name, after](const T &) {
            if (after)
                after();
            publish(name);
        });
    }
    // Within a commit.
    Result<QList<model::VirtualCluster>> stored() const; // as the commit will leave them
    Result<> insert(const model::VirtualCluster &vc); // Conflict when the name is taken
    Result<> replace(const model::VcName &name, const QList<model::VcQuota> &quotas);
    Result<> remove(const model::VcName &name); // takes it from everybody who could use it

    // Who may use the VC because it was given to them or to a group of theirs: how many, and the
    // first `most` usernames.
    struct Members
    {
        int count = 0;
        QStringList first;
    };
    Result<Members> members(const model::VcName &name, int most) const;
    Result<QHash<model::VcName, Members>> allMembers(int most) const; // of VCs that have some

signals:
    void vcChanged(const model::VcName &name); // after a commit

private:
    VcStore(Database &database, Committer &committer);
    Result<> reload();
    Result<> writeQuotas(const model::VcName &name, const QList<model::VcQuota> &quotas);
    Result<> log(const model::VcName &name);
    void publish(const model::VcName &name);
    QFuture<Result<>> writeOne(const model::VcName &name, const std::function<Result<>()> &work);

    Database &m_database;
    Committer &m_committer;
    QList<model::VirtualCluster> m_vcs;
    QList<model::VcName> m_following;
};

} // namespace storage
