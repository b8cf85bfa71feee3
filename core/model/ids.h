// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

namespace model {

using JobId = Id<struct JobTag, QUuid>;
using UserId = Id<struct UserTag, int>; // from 30001: also the Linux uid and gid inside containers
using GroupId = Id<struct GroupTag, int>;
using RoleId = Id<struct RoleTag, int>;
using VcName = Id<struct VcTag>; // a virtual cluster; its name is unique and never changes
using NodeName = Id<struct NodeTag>;
using DeviceType = Id<struct DeviceTypeTag>; // an opaque word such as "huawei_npu_arm64"

} // namespace model
