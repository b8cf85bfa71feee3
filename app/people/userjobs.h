// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/job.h"

#include <functional>

class LiveStore;
class QObject;

// The jobs of a person that have not ended, newest first; Forbidden for those who may not see
// everybody's. The slot is not called after the receiver is gone.
void readActiveJobs(LiveStore &store, const model::UserId &user, QObject *receiver,
                    const std::function<void(const Result<QList<model::JobSummary>> &)> &slot);

// Whether the person may see everybody's jobs.
bool maySeeJobs(const LiveStore &store);
