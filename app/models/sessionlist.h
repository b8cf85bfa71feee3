// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "core/base/clock.h"
#include "core/model/profile.h"

#include <QCoreApplication>

// Where a person is signed in, as rows: this session, then those used last.
class SessionList final : public TableModel<model::OpenSession, QString>
{
    Q_DECLARE_TR_FUNCTIONS(SessionList)

public:
    enum ColumnIndex { ClientColumn, MarkColumn, AddressColumn, CreatedColumn, UsedColumn };

    explicit SessionList(const Clock &clock, QObject *parent = nullptr);

protected:
    QString keyOf(const model::OpenSession &row) const override { return row.id; }
    bool accepts(const model::OpenSession &) const override { return true; }
    QVariant rowData(const model::OpenSession &, int) const override { return {}; }
    qint64 rankOf(const model::OpenSession &row) const override;
    bool precedes(const model::OpenSession &a, const model::OpenSession &b) const override;

private:
    static QList<Column<model::OpenSession>> columns(const Clock &clock);
};
