// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/database.h"
#include "core/model/account.h"
#include "core/model/role.h"

// What people may do, as it stands on disk: of their own roles and of the roles of their groups.
namespace storage::rights {

Result<QList<model::Permission>> permissions(Database &database, model::UserId id);
Result<bool> isSystemAdmin(Database &database, model::UserId id);

// Those that may be used: all of them for a System Admin.
Result<QList<model::VcName>> vcs(Database &database, model::UserId id);

// The people who have the role System Admin themselves and are not disabled.
Result<QList<model::UserId>> systemAdmins(Database &database);

// In the order in which the model has them; words that this program does not know are left out.
QList<model::Permission> permissionsOf(const QStringList &words);

} // namespace storage::rights
