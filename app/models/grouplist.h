// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/namedlist.h"
#include "core/model/group.h"

#include <QCoreApplication>

// Groups as rows.
class GroupList final : public NamedList<model::GroupSummary>
{
    Q_DECLARE_TR_FUNCTIONS(GroupList)

public:
    enum ColumnIndex {
        NameColumn,
        DescriptionColumn,
        RolesColumn,
        VcsColumn,
        MembersColumn,
        CreatedColumn,
    };

    explicit GroupList(const Clock &clock, QObject *parent = nullptr);

protected:
    QByteArray wordsOf(const model::GroupSummary &group) const override;

private:
    static QList<Column<Row>> columns(const Clock &clock);
};
