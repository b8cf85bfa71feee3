// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/jobstore.h"

namespace storage {

model::Job JobStore::compact(model::Job job)
{
    const auto share = [this](auto &id) {
        QString text = id.value();
        m_pool.share(text);
        id = std::remove_cvref_t<decltype(id)>(text);
    };
    share(job.vc);
    m_pool.share(job.ownerName);
    share(job.spec.vc);
    if (job.spec.name == job.name)
        job.spec.name = job.name;
    if (job.deviceType)
        share(*job.deviceType);
    if (job.spec.deviceType)
        share(*job.spec.deviceType);
    m_pool.share(job.spec.image);
    m_pool.share(job.spec.command);
    for (auto &variable : job.spec.environment) {
        m_pool.share(variable.name);
        m_pool.share(variable.value);
    }
    for (auto &place : job.placement) {
        m_pool.share(place.task);
        share(place.node);
    }
    return job;
}

} // namespace storage
