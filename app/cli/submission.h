// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/account.h"
#include "core/model/cluster.h"
#include "core/model/jobspec.h"
#include "core/model/page.h"
#include "core/model/vc.h"

// What a specification is completed with and held against: all as the server tells it now.
struct Surroundings
{
    model::Account account;
    model::Cluster cluster;
    QList<model::VcStatus> vcs;
};

// The VC of the name or, without one, the only one, or the first with devices; `notes` gets a line
// when there were others. InvalidInput for one that the person may not use.
Result<model::VcStatus> chooseVc(const model::VcName &wanted, const Surroundings &surroundings,
                                 QStringList &notes);

// Fills in what was left open (the VC: the only one, or the first with devices; the device type:
// the VC's only one) and checks the whole. `notes` gets a line for each choice that was made.
Result<model::JobSpec> complete(model::JobSpec spec, const Surroundings &surroundings,
                                QStringList &notes);
