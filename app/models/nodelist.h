// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "app/theme/chip.h"
#include "core/base/clock.h"
#include "core/model/cluster.h"
#include "core/model/node.h"

#include <QCoreApplication>

// A job on a node.
struct NodeJob
{
    model::DeviceHolder holder;
    int devices = 0; // of the node; 0: it runs here without any
    QString words; // "resnet50 : alice (NPU #8)"

    bool operator==(const NodeJob &) const = default;
};

// A node as the list keeps it.
struct ListedNode
{
    model::Node node;
    QList<NodeJob> jobs; // in the order of their first device, those without last
    int used = 0; // by jobs that are not preemptible
    int preemptibleUsed = 0;
    int available = 0; // healthy and free, on a node that takes work
    QByteArray words; // what the text filter searches, folded
    qint64 changedAt = 0; // ms since the epoch; 0: not since the list was loaded
};

Chip chipOf(const model::Node &node);

// Nodes as rows.
class NodeList final : public TableModel<ListedNode, QString>
{
    Q_DECLARE_TR_FUNCTIONS(NodeList)

public:
    enum ColumnIndex {
        NameColumn,
        AddressColumn,
        TypeColumn,
        DevicesColumn,
        UsedColumn,
        PreemptibleColumn,
        AvailableColumn,
        StatusColumn,
        JobsColumn,
    };

    explicit NodeList(const Clock &clock, QObject *parent = nullptr);

    // In place of all; those that changed glow.
    void setNodes(const QList<model::Node> &nodes, const QList<model::DeviceTypeInfo> &types);
    void setText(
        const QString &text); // part of a name, address, type, job, person or reason, in any case

protected:
    QString keyOf(const ListedNode &row) const override { return row.node.name.toString(); }
    bool accepts(const ListedNode &row) const override { return row.words.contains(m_text); }
    QVariant rowData(const ListedNode &row, int role) const override;
    qint64 rankOf(const ListedNode &row) const override;
    bool precedes(const ListedNode &a, const ListedNode &b) const override;

private:
    static QList<Column<ListedNode>> columns(const Clock &clock);

    const Clock &m_clock;
    QByteArray m_text;
    QSet<QString> m_names; // of all rows
    QList<model::DeviceTypeInfo> m_types;
};
