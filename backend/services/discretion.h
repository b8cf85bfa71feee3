// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/jobstore.h"
#include "core/model/account.h"
#include "core/model/verdict.h"

namespace services {

// A job may name another one: that it waits for, that it gives its devices to, that it would evict.
// Whatever tells of jobs goes out to a person through here, and names only those that the person
// may see. Short-lived: store and account outlive it.
class Discretion
{
public:
    Discretion(const storage::JobStore &jobs, const model::Account &account);

    model::JobSummary of(model::JobSummary job) const;
    model::Job of(model::Job job) const;
    model::TimelineEntry of(model::TimelineEntry step) const;
    model::Verdict of(model::Verdict verdict) const;
    template <typename T>
    QList<T> of(QList<T> all) const
    {
        for (T &each : all)
            each = of(std::move(each));
        return all;
    }

private:
    bool maySee(const model::JobId &id) const;
    void tidy(std::optional<model::Reason> &reason) const;

    const storage::JobStore &m_jobs;
    const model::Account &m_account;
};

} // namespace services
