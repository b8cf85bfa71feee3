// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/pagedmodel.h"
#include "core/model/audit.h"

#include <QCoreApplication>

// The audit log as rows, newest first.
class AuditList final : public PagedModel<model::AuditEntry, qint64>
{
    Q_DECLARE_TR_FUNCTIONS(AuditList)

public:
    enum ColumnIndex {
        TimeColumn,
        ActorColumn,
        AddressColumn,
        ActionColumn,
        TypeColumn,
        SubjectColumn,
        ChangeColumn,
    };

    explicit AuditList(QObject *parent = nullptr);

protected:
    qint64 keyOf(const model::AuditEntry &row) const override { return row.sequence; }
    bool isOrdered(int) const override { return false; }

private:
    static QList<Column<model::AuditEntry>> columns();
};
