// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/ask.h"
#include "backend/scheduling/reservation.h"
#include "backend/scheduling/tenants.h"

#include <vector>

namespace scheduling {

// Whom a job evicts: those of its pool that may be, as few device-seconds of work lost as possible,
// then as few jobs, then the smaller ids. Enough for the room the job asks for and to give
// up `missing` devices of the VC's quota; none of them could be spared. Empty when not even all of
// them are enough. For one task the choice is the best there is; so it is for a gang while few jobs
// may be evicted, beyond that its nodes are chosen one by one.
std::vector<model::JobId> chooseVictims(const Ask &ask, int missing, const Tenants &tenants,
                                        const Reservations &reservations);

} // namespace scheduling
