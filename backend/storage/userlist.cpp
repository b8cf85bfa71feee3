// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/listquery.h"
#include "backend/storage/peoplerow.h"
#include "backend/storage/users.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

QString orderExpression(model::UserOrder order)
{
    switch (order) {
    case model::UserOrder::Username:
        return u"username_lower"_s;
    case model::UserOrder::Nickname:
        return u"lower(nickname)"_s;
    case model::UserOrder::Phone:
        return u"phone"_s;
    case model::UserOrder::Email:
        return u"lower(email)"_s;
    case model::UserOrder::CreatedAt:
        return u"created_at"_s;
    }
    Q_UNREACHABLE();
}

Condition conditionOf(const model::UserQuery &query)
{
    Condition condition;
    if (!query.text.isEmpty())
        condition.add(u"search LIKE ? ESCAPE '\\'"_s, {containing(query.text.toLower())});
    if (query.group) {
        condition.add(u"id IN (SELECT account FROM group_member WHERE people_group = ?)"_s,
                      {query.group->value()});
    }
    if (query.role)
        condition.add(u"id IN (SELECT account FROM account_role WHERE role = ?)"_s,
                      {query.role->value()});
    return condition;
}

void addCursor(Condition &condition, const Cursor &cursor, const model::UserQuery &query)
{
    const bool isTime = query.order == model::UserOrder::CreatedAt;
    const QVariant value = isTime ? QVariant(cursor.value.toLongLong()) : QVariant(cursor.value);
    condition.add(u"(%1, id) %2 (?, ?)"_s.arg(orderExpression(query.order),
                                              query.descending ? u"<"_s : u">"_s),
                  {value, cursor.id.toLongLong()});
}

QString printOf(model::UserQuery query)
{
    query.cursor.clear();
    query.limit = 0;
    return fingerprint(json::encodeText(query));
}

model::UserSummary summaryOf(const Row &row)
{
    return {.id = model::UserId(row.integer(0)),
            .username = row.text(1),
            .nickname = row.text(2),
            .phone = row.text(3),
            .email = row.text(4),
            .disabled = row.flag(5),
            .createdAt = row.time(6),
            .roles = {},
            .groups = {}};
}

} // namespace

Result<model::Page<model::UserSummary>> Users::page(const model::UserQuery &query) const
{
    TRY_VOID(checkLimit(query.limit, model::UserQuery::kMaxLimit));
    const QString print = printOf(query);
    Condition condition = conditionOf(query);
    model::Page<model::UserSummary> page;
    TRY_ASSIGN(
        const auto total,
        m_database.first<qint64>(QString(u"SELECT count(*) FROM account WHERE "_s % condition.sql),
                                 condition.values, [](const Row &row) { return row.number(0); }));
    page.total = total.value_or(0);
    if (!query.cursor.isEmpty()) {
        TRY_ASSIGN(const Cursor cursor, readCursor(query.cursor, print));
        addCursor(condition, cursor, query);
    }
    const QString order = orderExpression(query.order);
    const QString direction = query.descending ? u"DESC"_s : u"ASC"_s;
    const QString sql = u"SELECT id, username, nickname, phone, email, disabled, created_at, "_s
                        % order % u" FROM account WHERE " % condition.sql % u" ORDER BY " % order
                        % u' ' % direction % u", id " % direction % u" LIMIT ?";
    condition.values.append(query.limit + 1); // one more tells whether there is a next page
    QStringList values; // what each is ordered by
    TRY_VOID(m_database.forEach(sql, condition.values, [&](const Row &row) {
        page.items.append(summaryOf(row));
        values.append(row.text(7));
    }));
    if (page.items.size() > query.limit) {
        page.items.removeLast();
        page.next =
            write(Cursor{print, values.at(page.items.size() - 1), page.items.last().id.toString()});
    }
    TRY_VOID(attach(page.items));
    return page;
}

Result<> Users::attach(QList<model::UserSummary> &users) const
{
    QList<int> ids;
    QHash<int, model::UserSummary *> byId;
    for (model::UserSummary &user : users) {
        ids.append(user.id.value());
        byId.insert(user.id.value(), &user);
    }
    const QString marks = u"WHERE account IN ("_s % chunkMarks() % u')';
    for (qsizetype from = 0; from < ids.size(); from += kChunk) {
        const QVariantList chunk = chunkOf(ids, from);
        TRY_VOID(m_database.forEach(
            u"SELECT account, role.id, role.name FROM account_role JOIN role ON role.id = "
            "account_role.role "_s
                % marks % u" ORDER BY role.id",
            chunk, [&](const Row &row) {
                model::UserSummary *user = byId.value(row.integer(0));
                user->roles.append({model::RoleId(row.integer(1)), row.text(2)});
                user->systemAdmin |= user->roles.last().id == model::kSystemAdminRole;
            }));
        TRY_VOID(m_database.forEach(
            u"SELECT account, id, name, EXISTS (SELECT 1 FROM group_role WHERE "
            "group_role.people_group = id AND role = ?) FROM group_member JOIN people_group ON id "
            "= group_member.people_group "_s
                % marks % u" ORDER BY name",
            QVariantList{model::kSystemAdminRole.value()} + chunk, [&](const Row &row) {
                model::UserSummary *user = byId.value(row.integer(0));
                user->groups.append({model::GroupId(row.integer(1)), row.text(2)});
                user->systemAdmin |= row.flag(3);
            }));
    }
    return {};
}

Result<model::User> Users::find(model::UserId id) const
{
    TRY_ASSIGN(auto found,
               m_database.first<model::User>(
                   u"SELECT id, username, nickname, phone, email, disabled, created_at, note, "
                   "signed_in_at FROM account WHERE id = ?"_s,
                   {id.value()}, [](const Row &row) {
                       model::User user;
                       user.summary = summaryOf(row);
                       user.note = row.text(7);
                       user.signedInAt = row.optionalTime(8);
                       return user;
                   }));
    if (!found)
        return Error{ErrorCode::NotFound, u"no such user"_s, u"id"_s};
    QList<model::UserSummary> one{found->summary};
    TRY_VOID(attach(one));
    found->summary = one.first();
    TRY_VOID(attachRights(*found));
    return *std::move(found);
}

} // namespace storage
