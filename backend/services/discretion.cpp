// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/discretion.h"

#include "core/rules/jobactions.h"

namespace services {

namespace {

// The subject of such a reason is a job.
bool namesJob(model::ReasonCode code)
{
    return code == model::ReasonCode::HeldForEarlierJob || code == model::ReasonCode::Preempted;
}

} // namespace

Discretion::Discretion(const storage::JobStore &jobs, const model::Account &account)
    : m_jobs(jobs)
    , m_account(account)
{ }

bool Discretion::maySee(const model::JobId &id) const
{
    if (rules::maySeeAll(m_account))
        return true;
    const auto job = m_jobs.find(id);
    return job && rules::maySee(m_account, *job);
}

void Discretion::tidy(std::optional<model::Reason> &reason) const
{
    if (!reason || !namesJob(reason->code))
        return;
    const auto named = model::JobId::fromString(reason->subject);
    if (named && !maySee(*named))
        reason->subject.clear();
}

model::JobSummary Discretion::of(model::JobSummary job) const
{
    tidy(job.reason);
    return job;
}

model::Job Discretion::of(model::Job job) const
{
    tidy(job.reason);
    tidy(job.withdrawn);
    if (job.madeRoomFor && !maySee(*job.madeRoomFor))
        job.madeRoomFor.reset();
    return job;
}

model::TimelineEntry Discretion::of(model::TimelineEntry step) const
{
    tidy(step.reason);
    return step;
}

model::Verdict Discretion::of(model::Verdict verdict) const
{
    tidy(verdict.reason);
    verdict.evicted.removeIf([this](const auto &evicted) { return !maySee(evicted.id); });
    return verdict;
}

} // namespace services
