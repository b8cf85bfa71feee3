// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/groups.h"

#include "backend/storage/peoplerow.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

const Pairing kRoles{u"group_role"_s, u"people_group"_s, u"role"_s, u"roles"_s};
const Pairing kVcs{u"group_vc"_s, u"people_group"_s, u"vc"_s, u"vcs"_s};
const Pairing kMembers{u"group_member"_s, u"people_group"_s, u"account"_s, u"add"_s};

template <typename List>
QVariantList valuesOf(const List &ids)
{
    QVariantList values;
    for (const auto &id : ids)
        values.append(id.value());
    return values;
}

} // namespace

Result<QList<model::GroupSummary>> Groups::all() const
{
    TRY_ASSIGN(auto groups, read({}, {}));
    std::sort(groups.begin(), groups.end(), [](const auto &a, const auto &b) {
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return groups;
}

Result<QList<model::GroupSummary>> Groups::read(const QString &where,
                                                const QVariantList &values) const
{
    QHash<int, qsizetype> places;
    QList<model::GroupSummary> groups;
    TRY_VOID(m_database.forEach(
        u"SELECT id, name, description, created_at, (SELECT count(*) FROM group_member WHERE "
        "people_group = people_group.id) FROM people_group "_s
            % where % u" ORDER BY id",
        values, [&](const Row &row) {
            places.insert(row.integer(0), groups.size());
            groups.append({.id = model::GroupId(row.integer(0)),
                           .name = row.text(1),
                           .description = row.text(2),
                           .createdAt = row.time(3),
                           .members = row.integer(4),
                           .roles = {},
                           .vcs = {}});
        }));
    const auto groupOf = [&](const Row &row) -> model::GroupSummary & {
        return groups[places.value(row.integer(0))];
    };
    TRY_VOID(m_database.forEach(
        u"SELECT people_group.id, role.id, role.name FROM people_group JOIN group_role ON "
        "group_role.people_group = people_group.id JOIN role ON role.id = group_role.role "_s
            % where % u" ORDER BY role.id",
        values, [&](const Row &row) {
            groupOf(row).roles.append({model::RoleId(row.integer(1)), row.text(2)});
        }));
    TRY_VOID(m_database.forEach(
        u"SELECT people_group.id, vc FROM people_group JOIN group_vc ON group_vc.people_group = "
        "people_group.id "_s
            % where % u" ORDER BY vc",
        values, [&](const Row &row) { groupOf(row).vcs.append(model::VcName(row.text(1))); }));
    return groups;
}

Result<model::Group> Groups::find(model::GroupId id) const
{
    TRY_ASSIGN(const auto found, read(u"WHERE people_group.id = ?"_s, {id.value()}));
    if (found.isEmpty())
        return Error{ErrorCode::NotFound, u"no such group"_s, u"id"_s};
    model::Group group{found.first(), {}};
    TRY_ASSIGN(group.members,
               m_database.all<model::UserName>(
                   u"SELECT id, username, nickname FROM account JOIN group_member ON account = id "
                   "WHERE people_group = ? ORDER BY username_lower"_s,
                   {id.value()}, [](const Row &row) {
                       return model::UserName{model::UserId(row.integer(0)), row.text(1),
                                              row.text(2)};
                   }));
    return group;
}

Result<> Groups::checkName(const QString &name, int exceptId) const
{
    TRY_ASSIGN(const bool isTaken, isNameTaken(m_database, u"people_group"_s, name, exceptId));
    return isTaken ? Result<>(Error{ErrorCode::Conflict, u"the name is taken"_s, u"name"_s})
                   : Result<>();
}

Result<model::GroupId> Groups::insert(const model::NewGroup &group, const QDateTime &at)
{
    TRY_VOID(checkName(group.name, 0));
    TRY_ASSIGN(const int id, nextId(m_database, u"people_group"_s));
    TRY_VOID(m_database.run(
        u"INSERT INTO people_group (id, name, description, created_at) VALUES (?, ?, ?, ?)"_s,
        {id, group.name, group.description, toSql(at)}));
    TRY_VOID(setItems(m_database, kRoles, id, valuesOf(group.roles)));
    return model::GroupId(id);
}

Result<> Groups::update(model::GroupId id, const model::GroupChange &change)
{
    TRY_VOID(checkName(change.name, id.value()));
    TRY_VOID(m_database.run(u"UPDATE people_group SET name = ?, description = ? WHERE id = ?"_s,
                            {change.name, change.description, id.value()}));
    return {};
}

Result<> Groups::setRoles(model::GroupId id, const QList<model::RoleId> &roles)
{
    return setItems(m_database, kRoles, id.value(), valuesOf(roles));
}

Result<> Groups::setVcs(model::GroupId id, const QList<model::VcName> &vcs)
{
    return setItems(m_database, kVcs, id.value(), valuesOf(vcs));
}

Result<> Groups::addMember(model::GroupId id, model::UserId user)
{
    return addItem(m_database, kMembers, id.value(), user.value());
}

Result<> Groups::removeMember(model::GroupId id, model::UserId user)
{
    return removeItem(m_database, kMembers, id.value(), user.value());
}

Result<> Groups::remove(model::GroupId id)
{
    TRY_VOID(m_database.run(u"DELETE FROM people_group WHERE id = ?"_s, {id.value()}));
    return {};
}

} // namespace storage
