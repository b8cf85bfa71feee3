// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/rights.h"

using namespace Qt::Literals::StringLiterals;

namespace storage::rights {

Result<QList<model::Permission>> permissions(Database &database, model::UserId id)
{
    TRY_ASSIGN(const auto words,
               database.all<QString>(
                   u"SELECT DISTINCT permission FROM role_permission WHERE role IN "
                   "(SELECT role FROM account_role WHERE account = ? UNION SELECT role FROM "
                   "group_member JOIN group_role ON group_role.people_group = "
                   "group_member.people_group WHERE account = ?)"_s,
                   {id.value(), id.value()}, [](const Row &row) { return row.text(0); }));
    return permissionsOf(words);
}

Result<bool> isSystemAdmin(Database &database, model::UserId id)
{
    TRY_ASSIGN(const auto found,
               database.first<int>(
                   u"SELECT 1 FROM account_role WHERE account = ? AND role = ? UNION SELECT 1 FROM "
                   "group_member JOIN group_role ON group_role.people_group = "
                   "group_member.people_group WHERE account = ? AND role = ?"_s,
                   {id.value(), model::kSystemAdminRole.value(), id.value(),
                    model::kSystemAdminRole.value()},
                   [](const Row &row) { return row.integer(0); }));
    return found.has_value();
}

Result<QList<model::VcName>> vcs(Database &database, model::UserId id)
{
    const auto read = [](const Row &row) { return model::VcName(row.text(0)); };
    TRY_ASSIGN(const bool isAdmin, isSystemAdmin(database, id));
    if (isAdmin)
        return database.all<model::VcName>(u"SELECT name FROM vc ORDER BY name"_s, {}, read);
    return database.all<model::VcName>(
        u"SELECT vc FROM account_vc WHERE account = ? UNION SELECT vc FROM group_member JOIN "
        "group_vc ON group_vc.people_group = group_member.people_group WHERE account = ? "
        "ORDER BY 1"_s,
        {id.value(), id.value()}, read);
}

Result<QList<model::UserId>> systemAdmins(Database &database)
{
    return database.all<model::UserId>(
        u"SELECT id FROM account JOIN account_role ON account = id WHERE role = ? AND disabled = 0 "
        "ORDER BY id"_s,
        {model::kSystemAdminRole.value()},
        [](const Row &row) { return model::UserId(row.integer(0)); });
}

QList<model::Permission> permissionsOf(const QStringList &words)
{
    QList<model::Permission> permissions;
    for (const auto &[permission, word] : json::EnumNames<model::Permission>::table) {
        if (words.contains(word))
            permissions.append(permission);
    }
    return permissions;
}

} // namespace storage::rights
