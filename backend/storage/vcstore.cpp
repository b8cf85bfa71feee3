// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/vcstore.h"

#include "backend/storage/changelog.h"
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
    return writeOne(vc.name, [=, this] { return insert(vc); });
}

Result<> VcStore::insert(const model::VirtualCluster &vc)
{
    const auto added = m_database.run(u"INSERT INTO vc (name, follows_cluster) VALUES (?, 0)"_s,
                                      {vc.name.value()});
    if (!added && added.error().code == ErrorCode::Conflict)
        return Error{ErrorCode::Conflict, u"the name is taken"_s, u"name"_s};
    if (!added)
        return added.error();
    TRY_VOID(writeQuotas(vc.name, vc.quotas));
    return log(vc.name);
}

QFuture<Result<>> VcStore::setQuotas(const model::VcName &name, const QList<model::VcQuota> &quotas)
{
    return writeOne(name, [=, this] { return replace(name, quotas); });
}

Result<> VcStore::replace(const model::VcName &name, const QList<model::VcQuota> &quotas)
{
    TRY_ASSIGN(const int rows, m_database.run(u"UPDATE vc SET follows_cluster = 0 WHERE name = ?"_s,
                                              {name.value()}));
    if (rows != 1)
        return Error{ErrorCode::NotFound, u"no virtual cluster "_s % name.value(), u"name"_s};
    TRY_VOID(writeQuotas(name, quotas));
    return log(name);
}

Result<> VcStore::remove(const model::VcName &name)
{
    TRY_VOID(m_database.run(u"DELETE FROM vc WHERE name = ?"_s, {name.value()}));
    return log(name);
}

QFuture<Result<>> VcStore::followCluster(const model::VcName &name,
                                         const QList<model::VcQuota> &quotas)
{
    return writeOne(name, [=, this]() -> Result<> {
        TRY_ASSIGN(const auto follows,
                   m_database.first<bool>(u"SELECT follows_cluster FROM vc WHERE name = ?"_s,
                                          {name.value()},
                                          [](const Row &row) { return row.flag(0); }));
        TRY_VOID(follows.value_or(false) ? writeQuotas(name, quotas) : Result<>());
        return log(name);
    });
}

QFuture<Result<>> VcStore::writeOne(const model::VcName &name,
                                    const std::function<Result<>()> &work)
{
    return m_committer.write(work, [this, name] { publish(name); });
}

Result<> VcStore::log(const model::VcName &name)
{
    return ChangeLog(m_database).append(u"vc"_s, name.value());
}

void VcStore::publish(const model::VcName &name)
{
    if (const auto read = reload(); !read)
        qCCritical(logStorage).noquote() << "VCs cannot be read:" << read.error().detail;
    emit vcChanged(name);
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
    TRY_ASSIGN(auto vcs, stored());
    TRY_ASSIGN(auto following, m_database.all<model::VcName>(
                                   u"SELECT name FROM vc WHERE follows_cluster = 1"_s, {},
                                   [](const Row &row) { return model::VcName(row.text(0)); }));
    m_vcs = std::move(vcs);
    m_following = std::move(following);
    return {};
}

Result<QList<model::VirtualCluster>> VcStore::stored() const
{
    QList<model::VirtualCluster> vcs;
    TRY_VOID(m_database.forEach(
        u"SELECT name, device_type, device_number, max_available FROM vc LEFT JOIN vc_quota ON "
        "vc = name ORDER BY name, device_type"_s,
        {}, [&](const Row &row) {
            const model::VcName name(row.text(0));
            if (vcs.isEmpty() || vcs.last().name != name)
                vcs.append({name, {}});
            if (!row.isNull(1)) {
                vcs.last().quotas.append(
                    {model::DeviceType(row.text(1)), row.integer(2), row.integer(3)});
            }
        }));
    return vcs;
}

Result<VcStore::Members> VcStore::members(const model::VcName &name, int most) const
{
    const QString who = u"FROM account WHERE id IN (SELECT account FROM account_vc WHERE vc = ? "
                        "UNION SELECT account FROM group_vc JOIN group_member ON "
                        "group_member.people_group = group_vc.people_group WHERE vc = ?)"_s;
    const QString vc = name.value();
    Members members;
    TRY_ASSIGN(const auto count,
               m_database.first<int>(QString(u"SELECT count(*) "_s % who), {vc, vc},
                                     [](const Row &row) { return row.integer(0); }));
    members.count = count.value_or(0);
    TRY_ASSIGN(members.first,
               m_database.all<QString>(
                   QString(u"SELECT username "_s % who % u" ORDER BY username_lower LIMIT ?"),
                   {vc, vc, most}, [](const Row &row) { return row.text(0); }));
    return members;
}

} // namespace storage
