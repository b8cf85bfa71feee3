// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/installation.h"

#include "backend/storage/database.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace storage {

Result<Installation> Installation::of(Database &database)
{
    // Only the first writer's values stay, so two that begin at once agree.
    const QString insert =
        u"INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"_s;
    TRY_ASSIGN(const auto known, setting(database, u"installation.epoch"_s));
    if (!known) {
        TRY_VOID(database.run(
            insert, {u"installation.id"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}));
        TRY_VOID(
            database.run(insert, {u"installation.epoch"_s,
                                  QString::number(QRandomGenerator::system()->generate64(), 36)}));
    }
    TRY_ASSIGN(const auto id, setting(database, u"installation.id"_s));
    TRY_ASSIGN(const auto epoch, setting(database, u"installation.epoch"_s));
    return Installation{QUuid::fromString(id.value_or(QString())), epoch.value_or(QString())};
}

Result<std::optional<QString>> setting(Database &database, const QString &name)
{
    return database.first<QString>(u"SELECT value FROM setting WHERE name = ?"_s, {name},
                                   [](const Row &row) { return row.text(0); });
}

Result<> setSetting(Database &database, const QString &name, const QString &value)
{
    TRY_VOID(database.run(u"INSERT INTO setting (name, value) VALUES (?, ?) "
                          "ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                          {name, value}));
    return {};
}

} // namespace storage
