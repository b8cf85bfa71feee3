// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/nodelist.h"

#include "app/models/cells.h"
#include "app/text/nodeactiontext.h"
#include "app/text/nodetext.h"

using namespace Qt::Literals::StringLiterals;

using model::NodeState;

namespace {

using Row = ListedNode;

std::optional<model::DeviceFamily> familyOf(const model::Node &node,
                                            const QList<model::DeviceTypeInfo> &types)
{
    for (const model::DeviceTypeInfo &type : types) {
        if (node.deviceType == type.name)
            return type.family;
    }
    return std::nullopt;
}

void count(Row &row, const model::Device &device)
{
    if (!device.holder) {
        row.available += int(device.healthy && row.node.state == NodeState::Ready);
        return;
    }
    ++(device.holder->preemptible ? row.preemptibleUsed : row.used);
    const auto known = std::ranges::find_if(
        row.jobs, [&](const NodeJob &job) { return job.holder.job == device.holder->job; });
    if (known == row.jobs.end())
        row.jobs.append({*device.holder, 1, {}});
    else
        ++known->devices;
}

Row rowOf(const model::Node &node, const QList<model::DeviceTypeInfo> &types)
{
    Row row;
    row.node = node;
    for (const model::Device &device : node.devices)
        count(row, device);
    for (const model::DeviceHolder &guest : node.guests)
        row.jobs.append({guest, 0, {}});
    QStringList words{node.name.toString(), node.address,
                      node.cordon ? node.cordon->reason : QString(),
                      node.deviceType ? node.deviceType->toString() : QString()};
    for (NodeJob &job : row.jobs) {
        job.words = NodeText::holder(job.holder, job.devices, familyOf(node, types));
        words << job.words;
    }
    row.words = cells::folded(words.join(u'\n'));
    return row;
}

Column<Row> jobsColumn(QString (*title)())
{
    const auto words = [](const Row &row) {
        QStringList result;
        for (const NodeJob &job : row.jobs)
            result << u'[' + job.words + u']';
        return result;
    };
    Column<Row> jobs;
    jobs.title = title;
    jobs.display = [words](const Row &row) {
        return row.jobs.isEmpty() ? Format::none() : words(row).join(u' ');
    };
    jobs.number = [](const Row &row) { return row.jobs.size(); };
    jobs.other = [words](const Row &row, int role) -> QVariant {
        if (role == LinkCell)
            return !row.jobs.isEmpty();
        if (role == PartsCell)
            return words(row);
        return role == Qt::ToolTipRole ? QVariant(cells::literal(words(row))) : QVariant();
    };
    return jobs;
}

// Why a node takes no work: its engine's words, and who cordoned it when and why.
QStringList explanation(const model::Node &node, const QDateTime &now)
{
    QStringList lines;
    const bool isCordonReason = node.cordon && node.detail == node.cordon->reason;
    if (!node.detail.isEmpty() && !isCordonReason)
        lines << node.detail;
    if (node.cordon)
        lines << NodeActionText::cordon(*node.cordon, now);
    return lines;
}

Column<Row> statusColumn(QString (*title)(), const Clock &clock)
{
    Column<Row> status;
    status.title = title;
    status.display = [](const Row &row) { return NodeText::state(row.node); };
    status.number = [](const Row &row) { return qint64(row.node.state); };
    status.other = [&clock](const Row &row, int role) -> QVariant {
        if (role == ChipCell)
            return QVariant::fromValue(chipOf(row.node));
        if (role != Qt::ToolTipRole && role != Qt::AccessibleDescriptionRole)
            return {};
        const QStringList lines = explanation(row.node, clock.now());
        if (lines.isEmpty())
            return {};
        return role == Qt::ToolTipRole ? cells::literal(lines) : lines.join(u' ');
    };
    return status;
}

} // namespace

Chip chipOf(const model::Node &node)
{
    const QString text = NodeText::state(node);
    switch (node.state) {
    case NodeState::Ready:
        return {text, Tone::Success, Icon::Check};
    case NodeState::Cordoned:
        if (text == NodeText::state(node.state))
            return {text, Tone::Muted, Icon::Lock};
        return NodeText::isEmpty(node) ? Chip{text, Tone::Muted, Icon::Lock, true}
                                       : Chip{text, Tone::Warning, Icon::SignOut};
    case NodeState::Unhealthy:
        return {text, Tone::Warning, Icon::Warning};
    case NodeState::Lost:
        return {text, Tone::Danger, Icon::Error};
    }
    Q_UNREACHABLE();
}

NodeList::NodeList(const Clock &clock, QObject *parent)
    : TableModel(columns(clock), parent)
    , m_clock(clock)
{ }

QList<Column<ListedNode>> NodeList::columns(const Clock &clock)
{
    return {cells::text<Row>([] { return tr("Node Name"); },
                             [](const Row &row) { return row.node.name.toString(); }),
            cells::text<Row>([] { return tr("Node IP"); },
                             [](const Row &row) { return row.node.address; }),
            cells::text<Row>([] { return tr("Device Type"); },
                             [](const Row &row) {
                                 return row.node.deviceType ? row.node.deviceType->toString()
                                                            : Format::none();
                             }),
            cells::number<Row>([] { return tr("Number of Device"); },
                               [](const Row &row) { return int(row.node.devices.size()); }),
            cells::number<Row>(
                //: A column: devices held by jobs that are not preemptible
                [] { return tr("Used"); }, [](const Row &row) { return row.used; }),
            cells::number<Row>([] { return tr("Preemptible Used"); },
                               [](const Row &row) { return row.preemptibleUsed; }),
            cells::number<Row>(
                //: A column: devices nobody holds
                [] { return tr("Available"); }, [](const Row &row) { return row.available; }),
            statusColumn([] { return tr("Status"); }, clock),
            jobsColumn(
                //: A column: what runs on a node
                [] { return tr("Pods"); })};
}

void NodeList::setNodes(const QList<model::Node> &nodes, const QList<model::DeviceTypeInfo> &types)
{
    QSet<QString> names;
    for (const model::Node &node : nodes)
        names.insert(node.name.toString());
    const QSet<QString> before = std::exchange(m_names, names);
    // Another type changes the words of every job.
    const bool sameTypes = std::exchange(m_types, types) == types;
    if (before.isEmpty() || !sameTypes) {
        QList<ListedNode> rows;
        for (const model::Node &node : nodes)
            rows << rowOf(node, types);
        return setRows(rows);
    }
    for (const QString &gone : before - names)
        remove(gone);
    for (const model::Node &node : nodes) {
        const ListedNode *known = find(node.name.toString());
        if (known && known->node == node)
            continue;
        ListedNode row = rowOf(node, types);
        row.changedAt = m_clock.now().toMSecsSinceEpoch();
        upsert(row);
    }
}

void NodeList::setText(const QString &text)
{
    const QByteArray folded = cells::folded(text.trimmed());
    if (std::exchange(m_text, folded) != folded)
        refilter();
}

QVariant NodeList::rowData(const ListedNode &row, int role) const
{
    return role == GlowCell ? QVariant(row.changedAt) : QVariant();
}

// As the cluster names them, also where the chosen column is equal.
qint64 NodeList::rankOf(const ListedNode &row) const
{
    Q_UNUSED(row)
    return 0;
}

bool NodeList::precedes(const ListedNode &a, const ListedNode &b) const
{
    return a.node.name < b.node.name;
}
