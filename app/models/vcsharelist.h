// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "core/base/clock.h"
#include "core/model/vc.h"

#include <QCoreApplication>

// A VC and what it has of each device type that any has.
struct ListedVc
{
    model::VcShare vc;
    QList<model::VcQuota> quotas; // the same types in every row, in the same order
    QByteArray words; // what the text filter searches, folded
    qint64 changedAt = 0; // ms since the epoch; 0: not since the list was loaded

    QStringList lines(QString (*line)(const model::VcQuota &)) const;
};

// Virtual clusters as rows, with one line for each device type in them.
class VcShareList final : public TableModel<ListedVc, QString>
{
    Q_DECLARE_TR_FUNCTIONS(VcShareList)

public:
    enum ColumnIndex {
        NameColumn,
        TypeColumn,
        DevicesColumn,
        MaxColumn,
        UserNumberColumn,
        UsersColumn,
    };

    explicit VcShareList(const Clock &clock, QObject *parent = nullptr);

    // In place of all; those that changed glow.
    void setShares(const model::VcShares &shares);
    void setText(const QString &text); // part of a name, device type or user, in any case
    int allCount() const { return int(m_keys.size()); }
    int lineCount() const { return std::max(1, m_types); } // in each row

protected:
    QString keyOf(const ListedVc &row) const override { return row.vc.name.toString(); }
    bool accepts(const ListedVc &row) const override { return row.words.contains(m_text); }
    QVariant rowData(const ListedVc &row, int role) const override;
    qint64 rankOf(const ListedVc &) const override { return 0; }
    bool precedes(const ListedVc &a, const ListedVc &b) const override;

private:
    static QList<Column<ListedVc>> columns();

    const Clock &m_clock;
    QByteArray m_text;
    QSet<QString> m_keys; // of all rows
    int m_types = 0;
};
