// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/committer.h"
#include "core/model/jobtemplate.h"

namespace storage {

class Database;

// Which template: a user's by whose it is, a team's by its VC.
struct TemplateAddress
{
    model::TemplateKey key;
    model::UserId user;
    model::VcName vc;

    bool isTeam() const { return key.scope == model::TemplateScope::Team; }
    bool operator==(const TemplateAddress &) const = default;
};

// Templates of jobs. Reads come from disk, writes go through the group commit. A user's go with the
// account, a team's with the VC: the database sees to it.
class TemplateStore : public QObject
{
    Q_OBJECT

public:
    TemplateStore(Database &database, Committer &committer);
    ~TemplateStore() override; // commits what is waiting

    // The user's and the team's, by name, the user's first. Who may change them is not known here.
    Result<QList<model::JobTemplate>> list(model::UserId user, const model::VcName &vc) const;
    Result<std::optional<model::JobTemplate>> find(const TemplateAddress &address) const;
    Result<int> count(const TemplateAddress &address) const; // of the same user or team
    // The registry password as it was put, or nothing.
    Result<std::optional<QByteArray>> sealedPassword(const TemplateAddress &address) const;

    // One transaction of somebody who changes the template and perhaps more; told of after its
    // commit.
    template <typename T>
    QFuture<Result<T>> write(const TemplateAddress &address, const std::function<Result<T>()> &work)
    {
        return m_committer.write<T>(work,
                                    [this, address](const T &) { emit templateChanged(address); });
    }
    // Within a commit. One that is there is replaced with its password, but keeps its author.
    Result<> put(const TemplateAddress &address, const model::JobTemplate &kept,
                 const QByteArray &sealedPassword);
    Result<> remove(const TemplateAddress &address); // NotFound
    // After a commit of somebody else that took it away.
    void publish(const TemplateAddress &address) { emit templateChanged(address); }

signals:
    void templateChanged(const storage::TemplateAddress &address); // after a commit

private:
    Result<> keepPassword(const TemplateAddress &address, const QByteArray &sealed);

    Database &m_database;
    Committer &m_committer;
};

} // namespace storage
