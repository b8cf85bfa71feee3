// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/vcsharelist.h"

#include "app/models/cells.h"

#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {

using Row = ListedVc;

// A cell of one line for each device type.
Column<Row> lines(QString (*title)(), QString (*line)(const model::VcQuota &))
{
    Column<Row> column;
    column.title = title;
    column.display = [line](const Row &row) { return row.lines(line).join(u'\n'); };
    column.other = [line](const Row &row, int role) {
        return role == CopyCell ? QVariant(row.lines(line).join(u", "_s)) : QVariant();
    };
    return column;
}

Column<Row> numbers(QString (*title)(), int model::VcQuota::*value,
                    QString (*line)(const model::VcQuota &))
{
    Column<Row> column = lines(title, line);
    column.number = [value](const Row &row) {
        qint64 sum = 0;
        for (const model::VcQuota &quota : row.quotas)
            sum += quota.*value;
        return sum;
    };
    column.alignment = Qt::AlignRight | Qt::AlignVCenter;
    return column;
}

QString usersOf(const Row &row)
{
    const auto more = row.vc.userNumber - row.vc.users.size();
    const QString users = row.vc.users.join(u", "_s);
    return row.vc.users.isEmpty() ? Format::none() : more > 0 ? users + u", …"_s : users;
}

Column<Row> users(QString (*title)())
{
    auto column = cells::text<Row>(title, usersOf);
    column.other = [](const Row &row, int role) {
        return role == Qt::ToolTipRole && !row.vc.users.isEmpty()
                   ? QVariant(cells::literal({usersOf(row)}))
                   : QVariant();
    };
    return column;
}

// Every type that the cluster or a VC has, none of them.
std::map<QString, model::VcQuota> typesOf(const model::VcShares &shares)
{
    std::map<QString, model::VcQuota> types;
    const auto add = [&types](const model::DeviceType &type) {
        types.emplace(type.toString(), model::VcQuota{type, 0, 0});
    };
    for (const model::DeviceShare &device : shares.devices)
        add(device.deviceType);
    for (const model::VcShare &vc : shares.vcs) {
        for (const model::VcQuota &quota : vc.quotas)
            add(quota.deviceType);
    }
    return types;
}

Row rowOf(const model::VcShare &vc, std::map<QString, model::VcQuota> types)
{
    QString words = vc.name.toString() + u'\n' + vc.users.join(u'\n');
    for (const model::VcQuota &quota : vc.quotas) {
        types[quota.deviceType.toString()] = quota;
        words += u'\n' + quota.deviceType.toString();
    }
    Row row{.vc = vc, .quotas = {}, .words = cells::folded(words)};
    for (const auto &[name, quota] : types)
        row.quotas.append(quota);
    return row;
}

} // namespace

QStringList ListedVc::lines(QString (*line)(const model::VcQuota &)) const
{
    QStringList lines;
    for (const model::VcQuota &quota : quotas)
        lines.append(line(quota));
    return lines.isEmpty() ? QStringList{Format::none()} : lines;
}

VcShareList::VcShareList(const Clock &clock, QObject *parent)
    : TableModel(columns(), parent)
    , m_clock(clock)
{ }

QList<Column<ListedVc>> VcShareList::columns()
{
    return {cells::text<Row>([] { return tr("VcName"); },
                             [](const Row &row) { return row.vc.name.toString(); }),
            lines([] { return tr("DeviceType"); },
                  [](const model::VcQuota &quota) { return quota.deviceType.toString(); }),
            numbers([] { return tr("DeviceNumber"); }, &model::VcQuota::deviceNumber,
                    [](const model::VcQuota &quota) { return Format::count(quota.deviceNumber); }),
            numbers([] { return tr("MaxAvailable"); }, &model::VcQuota::maxAvailable,
                    [](const model::VcQuota &quota) { return Format::count(quota.maxAvailable); }),
            cells::number<Row>([] { return tr("UserNumber"); },
                               [](const Row &row) { return row.vc.userNumber; }),
            users([] { return tr("Users"); })};
}

void VcShareList::setShares(const model::VcShares &shares)
{
    const auto types = typesOf(shares);
    QSet<QString> keys;
    QList<ListedVc> rows;
    for (const model::VcShare &vc : shares.vcs) {
        rows.append(rowOf(vc, types));
        keys.insert(vc.name.toString());
    }
    const QSet<QString> before = std::exchange(m_keys, keys);
    if (before.isEmpty() || std::exchange(m_types, int(types.size())) != int(types.size())) {
        m_types = int(types.size());
        return setRows(rows);
    }
    for (const QString &gone : before - keys)
        remove(gone);
    for (ListedVc row : rows) {
        const ListedVc *known = find(keyOf(row));
        if (known && known->vc == row.vc && known->quotas == row.quotas)
            continue;
        row.changedAt = m_clock.now().toMSecsSinceEpoch();
        upsert(row);
    }
}

void VcShareList::setText(const QString &text)
{
    const QByteArray folded = cells::folded(text.trimmed());
    if (std::exchange(m_text, folded) != folded)
        refilter();
}

QVariant VcShareList::rowData(const ListedVc &row, int role) const
{
    return role == GlowCell ? QVariant(row.changedAt) : QVariant();
}

bool VcShareList::precedes(const ListedVc &a, const ListedVc &b) const
{
    return a.vc.name < b.vc.name;
}
