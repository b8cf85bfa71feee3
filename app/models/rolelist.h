// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/namedlist.h"
#include "core/model/role.h"

#include <QCoreApplication>

// Roles as rows.
class RoleList final : public NamedList<model::Role>
{
    Q_DECLARE_TR_FUNCTIONS(RoleList)

public:
    enum ColumnIndex {
        NameColumn,
        DescriptionColumn,
        TypeColumn,
        PermissionsColumn,
        UsersColumn,
        GroupsColumn,
    };

    explicit RoleList(const Clock &clock, QObject *parent = nullptr);

protected:
    QByteArray wordsOf(const model::Role &role) const override;

private:
    static QList<Column<Row>> columns();
};
