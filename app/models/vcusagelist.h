// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "core/base/clock.h"
#include "core/model/vc.h"

#include <QCoreApplication>

// What a VC has of one device type.
struct ListedUsage
{
    QString key;
    QString vc;
    model::VcUsage usage; // without a type where the VC has no devices
    int activeJobs = 0; // of the whole VC
    QByteArray words; // what the text filter searches, folded
    qint64 changedAt = 0; // ms since the epoch; 0: not since the list was loaded

    int available() const
    {
        return std::max(0, usage.deviceNumber - usage.unschedulable - usage.used
                               - usage.preemptibleUsed);
    }
};

// Virtual clusters as rows, one for each device type.
class VcUsageList final : public TableModel<ListedUsage, QString>
{
    Q_DECLARE_TR_FUNCTIONS(VcUsageList)

public:
    enum ColumnIndex {
        NameColumn,
        TypeColumn,
        DevicesColumn,
        UnschedulableColumn,
        UsedColumn,
        PreemptibleColumn,
        AvailableColumn,
        JobsColumn,
    };

    explicit VcUsageList(const Clock &clock, QObject *parent = nullptr);

    // In place of all; those that changed glow.
    void setVcs(const QList<model::VcStatus> &vcs);
    void setText(const QString &text); // part of a name or device type, in any case

protected:
    QString keyOf(const ListedUsage &row) const override { return row.key; }
    bool accepts(const ListedUsage &row) const override { return row.words.contains(m_text); }
    QVariant rowData(const ListedUsage &row, int role) const override;
    qint64 rankOf(const ListedUsage &row) const override;
    bool precedes(const ListedUsage &a, const ListedUsage &b) const override;

private:
    static QList<Column<ListedUsage>> columns();
    QList<ListedUsage> rowsOf(const QList<model::VcStatus> &vcs) const;

    const Clock &m_clock;
    QByteArray m_text;
    QSet<QString> m_keys; // of all rows
};
