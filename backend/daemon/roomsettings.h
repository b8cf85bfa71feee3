// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/daemon/config.h"
#include "backend/reconcile/reconciler.h"
#include "backend/services/clusterservice.h"

// What the rooms are told of the configuration.
namespace berthd {

engines::DockerEngineSettings engineSettings(const Config &config, const QString &installation);
services::ClusterSettings clusterSettings(const Config &config);
reconcile::Settings loopSettings(const Config &config);

} // namespace berthd
