// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/jobservice.h"
#include "backend/volumes/volumes.h"
#include "core/model/page.h"

namespace services {

// Which directories jobs see. There are none where nothing really runs.
class StorageService
{
public:
    using Mounts = model::Items<model::StorageMount>;

    // Both outlive it; without volumes there are no directories.
    StorageService(const JobService &jobs, volumes::Volumes *volumes)
        : m_jobs(jobs)
        , m_volumes(volumes)
    { }

    // Those of a person's jobs, with the room on their disks.
    QFuture<Result<Mounts>> mine(const model::Account &account) const;

    // Those of a job that one may see.
    Result<Mounts> ofJob(const model::Account &account, const QString &id) const;

private:
    const JobService &m_jobs;
    volumes::Volumes *m_volumes;
};

} // namespace services
