// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/jobstore.h"

namespace storage::joblist {

// The page that the query asks for, as it stands on disk. InvalidInput for a limit out of range
// and for a cursor that was not made by this very query.
Result<model::Page<model::JobSummary>> read(Database &database, const JobFilter &filter,
                                            const model::JobQuery &query);

} // namespace storage::joblist
