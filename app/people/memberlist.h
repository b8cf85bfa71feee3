// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "core/model/role.h"

#include <QCoreApplication>

// The people of a group as rows.
class MemberList final : public TableModel<model::UserName, int>
{
    Q_DECLARE_TR_FUNCTIONS(MemberList)

public:
    enum ColumnIndex { UsernameColumn, NicknameColumn };

    explicit MemberList(QObject *parent = nullptr);

    // In place of all.
    void setMembers(const QList<model::UserName> &members);
    void setText(const QString &text); // part of a username or nickname, in any case

protected:
    int keyOf(const model::UserName &row) const override { return row.id.value(); }
    bool accepts(const model::UserName &row) const override;
    QVariant rowData(const model::UserName &, int) const override { return {}; }
    qint64 rankOf(const model::UserName &) const override { return 0; }
    bool precedes(const model::UserName &a, const model::UserName &b) const override;

private:
    static QList<Column<model::UserName>> columns();

    QByteArray m_text;
    QSet<int> m_keys; // of all rows
};
