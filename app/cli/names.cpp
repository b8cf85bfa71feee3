// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/names.h"

#include "app/cli/await.h"
#include "core/api/people.h"

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSame(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

Error unknown(const QString &what, const QString &name)
{
    return {ErrorCode::NotFound, u"there is no %1 %2"_s.arg(what, name), {}};
}

} // namespace

Result<model::UserId> userNamed(const Call &call, const QString &name)
{
    model::UserQuery query;
    query.text = name;
    query.limit = model::UserQuery::kMaxLimit;
    do {
        TRY_ASSIGN(const auto page, await(call.api.call(api::listUsers, {}, query)));
        for (const model::UserSummary &user : page.items) {
            if (isSame(user.username, name))
                return user.id;
        }
        query.cursor = page.next.value_or(QString());
    } while (!query.cursor.isEmpty());
    return unknown(u"user"_s, name);
}

Result<QList<model::UserId>> usersNamed(const Call &call, const QStringList &names)
{
    QList<model::UserId> ids;
    for (const QString &name : names) {
        TRY_ASSIGN(const auto id, userNamed(call, name));
        ids.append(id);
    }
    return ids;
}

Result<model::GroupId> groupNamed(const Call &call, const QString &name)
{
    TRY_ASSIGN(const auto groups, await(call.api.call(api::listGroups)));
    for (const model::GroupSummary &group : groups.items) {
        if (isSame(group.name, name))
            return group.id;
    }
    return unknown(u"group"_s, name);
}

Result<QList<model::RoleId>> rolesNamed(const Call &call, const QStringList &names)
{
    TRY_ASSIGN(const auto roles, await(call.api.call(api::listRoles)));
    QList<model::RoleId> ids;
    for (const QString &name : names) {
        const auto it = std::find_if(roles.items.begin(), roles.items.end(),
                                     [&](const auto &role) { return isSame(role.name, name); });
        if (it == roles.items.end())
            return unknown(u"role"_s, name);
        ids.append(it->id);
    }
    return ids;
}
