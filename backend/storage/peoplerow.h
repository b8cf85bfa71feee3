// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/database.h"
#include "core/model/ids.h"

// What the tables of people, groups and roles have in common. All of it within a commit.
namespace storage {

// A number that nothing of the kind ("account", "role", "people_group") ever had.
Result<int> nextId(Database &database, const QString &kind);

// Writes anew what a list of people searches; after every change of what it is made of.
Result<> refreshSearch(Database &database, model::UserId id);

// Which columns of which table join two kinds.
struct Pairing
{
    QString table;
    QString owner;
    QString item;
    QString field; // of a request, for errors
};

// The items that belong to the owner from now on. InvalidInput names the first that does not exist.
Result<> setItems(Database &database, const Pairing &pairing, const QVariant &owner,
                  const QVariantList &items);
Result<> addItem(Database &database, const Pairing &pairing, const QVariant &owner,
                 const QVariant &item);
Result<> removeItem(Database &database, const Pairing &pairing, const QVariant &owner,
                    const QVariant &item);

// Whether another one of the table has the name, in any case.
Result<bool> isNameTaken(Database &database, const QString &table, const QString &name,
                         int exceptId);

// "?, ?, …" for lists of one length, so that few statements serve lists of every length.
inline constexpr qsizetype kChunk = 100;
QString chunkMarks();
// The ids from the place on, filled up with one that nothing has.
QVariantList chunkOf(const QList<int> &ids, qsizetype from);

} // namespace storage
