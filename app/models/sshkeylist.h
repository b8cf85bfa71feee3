// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "core/base/clock.h"
#include "core/model/profile.h"

#include <QCoreApplication>

// A person's public keys as rows, the newest first.
class SshKeyList final : public TableModel<model::SshKey, QString>
{
    Q_DECLARE_TR_FUNCTIONS(SshKeyList)

public:
    enum ColumnIndex { NameColumn, TypeColumn, FingerprintColumn, AddedColumn };

    explicit SshKeyList(const Clock &clock, QObject *parent = nullptr);

protected:
    QString keyOf(const model::SshKey &row) const override { return row.id; }
    bool accepts(const model::SshKey &) const override { return true; }
    QVariant rowData(const model::SshKey &, int) const override { return {}; }
    qint64 rankOf(const model::SshKey &row) const override;
    bool precedes(const model::SshKey &a, const model::SshKey &b) const override;

private:
    static QList<Column<model::SshKey>> columns(const Clock &clock);
};
