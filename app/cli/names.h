// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/model/user.h"

// People, groups and roles by the names that people know them by, in any case. NotFound names the
// one that does not exist.
Result<model::UserId> userNamed(const Call &call, const QString &name);
Result<QList<model::UserId>> usersNamed(const Call &call, const QStringList &names);
Result<model::GroupId> groupNamed(const Call &call, const QString &name);
Result<QList<model::RoleId>> rolesNamed(const Call &call, const QStringList &names);

// "a, b" of things that have names.
template <typename List>
QString joined(const List &list)
{
    QStringList names;
    for (const auto &each : list) {
        if constexpr (requires { each.username; })
            names.append(each.username);
        else if constexpr (requires { each.name; })
            names.append(each.name);
        else
            names.append(each.value());
    }
    return names.isEmpty() ? QStringLiteral("-") : names.join(QStringLiteral(", "));
}
