// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cluster.h"
#include "core/model/vc.h"
#include "core/rules/jobrules.h"

// The cluster and the VC that a job is written for, as they are now.
struct JobSurroundings
{
    model::Cluster cluster;
    model::VcStatus vc;

    rules::JobLimits limits() const;
    const model::DeviceTypeInfo *findType(const model::DeviceType &type) const;
    const model::VcUsage *findUsage(const model::DeviceType &type) const;

    bool operator==(const JobSurroundings &) const = default;
};
