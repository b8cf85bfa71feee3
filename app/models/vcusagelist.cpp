// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/vcusagelist.h"

#include "app/models/cells.h"

using namespace Qt::Literals::StringLiterals;

namespace {

using Row = ListedUsage;

bool isSame(const Row &a, const Row &b)
{
    return a.usage == b.usage && a.activeJobs == b.activeJobs;
}

} // namespace

VcUsageList::VcUsageList(const Clock &clock, QObject *parent)
    : TableModel(columns(), parent)
    , m_clock(clock)
{ }

QList<Column<ListedUsage>> VcUsageList::columns()
{
    return {cells::text<Row>([] { return tr("Name"); }, [](const Row &row) { return row.vc; }),
            cells::text<Row>([] { return tr("Device Type"); },
                             [](const Row &row) {
                                 return row.usage.deviceType.isEmpty()
                                            ? Format::none()
                                            : row.usage.deviceType.toString();
                             }),
            cells::number<Row>([] { return tr("Number of Device"); },
                               [](const Row &row) { return row.usage.deviceNumber; }),
            cells::number<Row>(
                //: A column: devices that take no work
                [] { return tr("Unschedulable"); },
                [](const Row &row) { return row.usage.unschedulable; }),
            cells::number<Row>(
                //: A column: devices held by jobs that are not preemptible
                [] { return tr("Used"); }, [](const Row &row) { return row.usage.used; }),
            cells::number<Row>([] { return tr("Preemptible Used"); },
                               [](const Row &row) { return row.usage.preemptibleUsed; }),
            cells::number<Row>(
                //: A column: devices nobody holds
                [] { return tr("Available"); }, [](const Row &row) { return row.available(); }),
            cells::number<Row>([] { return tr("Active Jobs"); },
                               [](const Row &row) { return row.activeJobs; })};
}

QList<ListedUsage> VcUsageList::rowsOf(const QList<model::VcStatus> &vcs) const
{
    QList<ListedUsage> rows;
    for (const model::VcStatus &vc : vcs) {
        const QList<model::VcUsage> usage =
            vc.usage.isEmpty() ? QList<model::VcUsage>{model::VcUsage{}} : vc.usage;
        for (const model::VcUsage &each : usage) {
            const QString key = vc.name.toString() + u'\n' + each.deviceType.toString();
            rows.append({.key = key,
                         .vc = vc.name.toString(),
                         .usage = each,
                         .activeJobs = vc.activeJobs,
                         .words = cells::folded(key)});
        }
    }
    return rows;
}

void VcUsageList::setVcs(const QList<model::VcStatus> &vcs)
{
    const QList<ListedUsage> rows = rowsOf(vcs);
    QSet<QString> keys;
    for (const ListedUsage &row : rows)
        keys.insert(row.key);
    const QSet<QString> before = std::exchange(m_keys, keys);
    if (before.isEmpty())
        return setRows(rows);
    for (const QString &gone : before - keys)
        remove(gone);
    for (ListedUsage row : rows) {
        const ListedUsage *known = find(row.key);
        if (known && isSame(*known, row))
            continue;
        row.changedAt = m_clock.now().toMSecsSinceEpoch();
        upsert(row);
    }
}

void VcUsageList::setText(const QString &text)
{
    const QByteArray folded = cells::folded(text.trimmed());
    if (std::exchange(m_text, folded) != folded)
        refilter();
}

QVariant VcUsageList::rowData(const ListedUsage &row, int role) const
{
    return role == GlowCell ? QVariant(row.changedAt) : QVariant();
}

qint64 VcUsageList::rankOf(const ListedUsage &row) const
{
    Q_UNUSED(row)
    return 0;
}

bool VcUsageList::precedes(const ListedUsage &a, const ListedUsage &b) const
{
    return a.key < b.key;
}
