// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/memberlist.h"

#include "app/models/cells.h"

using Row = model::UserName;

MemberList::MemberList(QObject *parent)
    : TableModel(columns(), parent)
{ }

QList<Column<Row>> MemberList::columns()
{
    return {cells::link(cells::text<Row>([] { return tr("Username"); },
                                         [](const Row &row) { return row.username; })),
            cells::text<Row>([] { return tr("Nickname"); },
                             [](const Row &row) { return row.nickname; })};
}

void MemberList::setMembers(const QList<Row> &members)
{
    QSet<int> keys;
    for (const Row &member : members)
        keys.insert(member.id.value());
    const QSet<int> before = std::exchange(m_keys, keys);
    if (before.isEmpty())
        return setRows(members);
    for (const int gone : before - keys)
        remove(gone);
    for (const Row &member : members) {
        const Row *known = find(member.id.value());
        if (!known || *known != member)
            upsert(member);
    }
}

void MemberList::setText(const QString &text)
{
    const QByteArray folded = cells::folded(text.trimmed());
    if (std::exchange(m_text, folded) != folded)
        refilter();
}

bool MemberList::accepts(const Row &row) const
{
    return m_text.isEmpty() || cells::folded(row.username + u'\n' + row.nickname).contains(m_text);
}

bool MemberList::precedes(const Row &a, const Row &b) const
{
    return a.username == b.username ? a.id < b.id : a.username < b.username;
}
