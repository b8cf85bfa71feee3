// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/pagedmodel.h"
#include "core/base/clock.h"
#include "core/model/user.h"

#include <QCoreApplication>

// People as rows, in the server's order.
class UserList final : public PagedModel<model::UserSummary, int>
{
    Q_DECLARE_TR_FUNCTIONS(UserList)

public:
    enum ColumnIndex {
        UsernameColumn,
        NicknameColumn,
        PhoneColumn,
        EmailColumn,
        RolesColumn,
        GroupsColumn,
        StatusColumn,
        CreatedColumn,
    };

    explicit UserList(const Clock &clock, QObject *parent = nullptr);

    // What the server sorts by for a column; absent where it cannot.
    static std::optional<model::UserOrder> orderOf(int column);

protected:
    int keyOf(const model::UserSummary &row) const override { return row.id.value(); }
    bool isOrdered(int column) const override { return orderOf(column).has_value(); }

private:
    static QList<Column<model::UserSummary>> columns(const Clock &clock);
};
