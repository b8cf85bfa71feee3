// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/storageservice.h"

#include "core/base/async.h"

namespace services {

QFuture<Result<StorageService::Mounts>> StorageService::mine(const model::Account &account) const
{
    if (!m_volumes)
        return ready<Mounts>(Mounts{});
    return m_volumes->measure({account.id, account.username});
}

Result<StorageService::Mounts> StorageService::ofJob(const model::Account &account,
                                                     const QString &id) const
{
    TRY_ASSIGN(const model::Job job, m_jobs.get(account, id));
    if (!m_volumes)
        return Mounts{};
    TRY_ASSIGN(const auto mounts, m_volumes->mounts(volumes::ownerOf(job), job.id));
    return Mounts{mounts};
}

} // namespace services
