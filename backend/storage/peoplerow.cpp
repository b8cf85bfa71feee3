// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/peoplerow.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace storage {

Result<int> nextId(Database &database, const QString &kind)
{
    TRY_VOID(database.run(u"UPDATE newest_id SET id = id + 1 WHERE kind = ?"_s, {kind}));
    TRY_ASSIGN(const auto id,
               database.first<int>(u"SELECT id FROM newest_id WHERE kind = ?"_s, {kind},
                                   [](const Row &row) { return row.integer(0); }));
    if (!id)
        return Error{ErrorCode::Internal, u"no numbers for "_s % kind, {}};
    return *id;
}

Result<> refreshSearch(Database &database, model::UserId id)
{
    TRY_ASSIGN(const auto text,
               database.first<QString>(
                   u"SELECT username, nickname, phone, email FROM account WHERE id = ?"_s,
                   {id.value()}, [](const Row &row) -> QString {
                       return row.text(0) % u'\n' % row.text(1) % u'\n' % row.text(2) % u'\n'
                              % row.text(3);
                   }));
    TRY_VOID(database.run(u"UPDATE account SET search = ? WHERE id = ?"_s,
                          {text.value_or(QString()).toLower(), id.value()}));
    return {};
}

Result<> addItem(Database &database, const Pairing &pairing, const QVariant &owner,
                 const QVariant &item)
{
    const auto added =
        database.run(u"INSERT INTO %1 (%2, %3) VALUES (?, ?) ON CONFLICT DO NOTHING"_s.arg(
                         pairing.table, pairing.owner, pairing.item),
                     {owner, item});
    if (!added && added.error().code == ErrorCode::Conflict) {
        return Error{ErrorCode::InvalidInput, pairing.field % u": there is no " % item.toString(),
                     pairing.field};
    }
    return added ? Result<>() : added.error();
}

Result<> removeItem(Database &database, const Pairing &pairing, const QVariant &owner,
                    const QVariant &item)
{
    TRY_VOID(database.run(
        u"DELETE FROM %1 WHERE %2 = ? AND %3 = ?"_s.arg(pairing.table, pairing.owner, pairing.item),
        {owner, item}));
    return {};
}

Result<> setItems(Database &database, const Pairing &pairing, const QVariant &owner,
                  const QVariantList &items)
{
    TRY_VOID(
        database.run(u"DELETE FROM %1 WHERE %2 = ?"_s.arg(pairing.table, pairing.owner), {owner}));
    for (const QVariant &item : items)
        TRY_VOID(addItem(database, pairing, owner, item));
    return {};
}

Result<bool> isNameTaken(Database &database, const QString &table, const QString &name,
                         int exceptId)
{
    bool isTaken = false;
    TRY_VOID(database.forEach(u"SELECT id, name FROM "_s + table, {}, [&](const Row &row) {
        isTaken |=
            row.integer(0) != exceptId && row.text(1).compare(name, Qt::CaseInsensitive) == 0;
    }));
    return isTaken;
}

QString chunkMarks()
{
    static const QString kMarks = QStringList(kChunk, u"?"_s).join(u", "_s);
    return kMarks;
}

QVariantList chunkOf(const QList<int> &ids, qsizetype from)
{
    QVariantList values;
    for (qsizetype i = from; i < std::min(from + kChunk, ids.size()); ++i)
        values.append(ids.at(i));
    while (values.size() < kChunk)
        values.append(-1);
    return values;
}

} // namespace storage
