// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/vcstore.h"

#include "backend/storage/changelog.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "core/base/log.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace storage {

Result<std::unique_ptr<VcStore>> VcStore::open(Database &database, Committer &committer)
{
    std::unique_ptr<VcStore> store(new VcStore(database, committer));
    TRY_VOID(store->reload());
    return store;
}

VcStore::VcStore(Database &database, Committer &committer)
    : m_database(database)
    , m_committer(committer)
{ }

VcStore::~VcStore()
{
    m_committer.flush();
}

const model::VirtualCluster *VcStore::find(const model::VcName &name) const
{
    const auto it =
        std::find_if(m_vcs.begin(), m_vcs.end(), [&](const auto &vc) { return vc.name == name; });
    return it == m_vcs.end() ? nullptr : &*it;
}

bool VcStore::followsCluster(const model::VcName &name) const
{
    return m_following.contains(name);
}

QFuture<Result<>> VcStore::add(const model::VirtualCluster &vc)
{
    return write(vc.name, [=, this]() -> Result<> {
        const auto added = m_database.run(u"INSERT INTO vc (name, follows_cluster) VALUES (?, 0)"_s,
                                          {vc.name.value()});
        if (!added && added.error().code == ErrorCode::Conflict)
            return Error{ErrorCode::Conflict, u"the name is taken"_s, u"name"_s};
        if (!added)
            return added.error();
        return writeQuotas(vc.name, vc.quotas);
    });
}

QFuture<Result<>> VcStore::setQuotas(const model::VcName &name, const QList<model::VcQuota> &quotas)
{
    return write(name, [=, this]() -> Result<> {
        TRY_ASSIGN(
            const int rows,
            m_database.run(u"UPDATE vc SET follows_cluster = 0 WHERE name = ?"_s, {name.value()}));
        if (rows != 1)
            return Error{ErrorCode::NotFound, u"no virtual cluster "_s % name.value(), u"name"_s};
        return writeQuotas(name, quotas);
    });
}

QFuture<Result<>> VcStore::followCluster(const model::VcName &name,
                                         const QList<model::VcQuota> &quotas)
{
    return write(name, [=, this]() -> Result<> {
        TRY_ASSIGN(const auto follows,
                   m_database.first<bool>(u"SELECT follows_cluster FROM vc WHERE name = ?"_s,
                                          {name.value()},
                                          [](const Row &row) { return row.flag(0); }));
        return follows.value_or(false) ? writeQuotas(name, quotas) : Result<>();
    });
}

QFuture<Result<>> VcStore::write(const model::VcName &name, std::function<Result<>()> work)
{
    const auto logged = [this, name, work = std::move(work)]() -> Result<> {
        TRY_VOID(work());
        return ChangeLog(m_database).append(u"vc"_s, name.value());
    };
    return m_committer.write(logged, [this, name] {
        if (const auto read = reload(); !read)
            qCCritical(logStorage).noquote() << "VCs cannot be read:" << read.error().detail;
        emit vcChanged(name);
    });
}

Result<> VcStore::writeQuotas(const model::VcName &name, const QList<model::VcQuota> &quotas)
{
    TRY_VOID(m_database.run(u"DELETE FROM vc_quota WHERE vc = ?"_s, {name.value()}));
    for (const model::VcQuota &quota : quotas) {
        TRY_VOID(m_database.run(
            u"INSERT INTO vc_quota (vc, device_type, device_number, max_available) "
            "VALUES (?, ?, ?, ?)"_s,
            {name.value(), quota.deviceType.value(), quota.deviceNumber, quota.maxAvailable}));
    }
    return {};
}

Result<> VcStore::reload()
{
    QList<model::VcName> following;
    TRY_ASSIGN(auto vcs, m_database.all<model::VirtualCluster>(
                             u"SELECT name, follows_cluster FROM vc ORDER BY name"_s, {},
                             [&](const Row &row) {
                                 const model::VcName name(row.text(0));
                                 if (row.flag(1))
                                     following.append(name);
                                 return model::VirtualCluster{name, {}};
                             }));
    for (model::VirtualCluster &vc : vcs) {
        TRY_ASSIGN(vc.quotas, m_database.all<model::VcQuota>(
                                  u"SELECT device_type, device_number, max_available FROM vc_quota "
                                  "WHERE vc = ? ORDER BY device_type"_s,
                                  {vc.name.value()}, [](const Row &row) {
                                      return model::VcQuota{model::DeviceType(row.text(0)),
                                                            row.integer(1), row.integer(2)};
                                  }));
    }
    m_vcs = std::move(vcs);
    m_following = std::move(following);
    return {};
}

} // namespace storage
