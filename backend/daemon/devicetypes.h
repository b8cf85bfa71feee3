// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/daemon/yamlsection.h"
#include "core/model/cluster.h"

namespace berthd {

// The key device-types, when it is there.
void readDeviceTypes(YamlSection &root, QList<model::DeviceTypeInfo> &types);

} // namespace berthd
