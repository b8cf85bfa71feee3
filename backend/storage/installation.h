// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QUuid>

namespace storage {

class Database;

// What tells this installation from every other one, and single settings by name.
struct Installation
{
    QUuid id; // labels the containers
    QString epoch; // begins anew when the database no longer continues what clients saw

    // Made at the first call.
    static Result<Installation> of(Database &database);
};

Result<std::optional<QString>> setting(Database &database, const QString &name);
Result<> setSetting(Database &database, const QString &name, const QString &value);

} // namespace storage
