// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/table.h"
#include "core/model/reason.h"

#include <map>
#include <tuple>

namespace scheduling {

// Why a job can never start with the cluster and the quotas as they are; absent when it can.
std::optional<model::Reason> neverStarts(const Ask &ask, const Quotas &quotas);

// Why jobs wait, once it is settled who starts and what is kept for whom. The table's reservations
// are lifted for that.
class Reasons
{
public:
    explicit Reasons(Table &table);

    model::Reason of(qsizetype job);

private:
    std::optional<model::Reason> ofQuota(const Ask &ask) const;
    std::optional<model::Reason> ofEarlierJob(qsizetype job, const Ask &ask) const;
    std::optional<model::Reason> ofRoom(qsizetype job, const Ask &ask);
    model::Reason heldFor(qsizetype job, const Ask &ask) const;
    // Whose devices are those that the job lacks; absent when nobody's.
    std::optional<qsizetype> keeper(qsizetype job, const Ask &ask);

    struct Kept
    {
        qsizetype job;
        std::vector<Spot> spots;
    };

    Table &m_table;
    std::vector<Kept> m_kept; // in the order of the queue
    std::map<std::tuple<Room *, int, int>, std::optional<qsizetype>> m_keepers;
};

} // namespace scheduling
