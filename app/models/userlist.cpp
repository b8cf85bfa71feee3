// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/userlist.h"

#include "app/models/cells.h"
#include "app/text/peopletext.h"
#include "app/theme/chip.h"

using Row = model::UserSummary;

UserList::UserList(const Clock &clock, QObject *parent)
    : PagedModel(columns(clock), parent)
{ }

QList<Column<Row>> UserList::columns(const Clock &clock)
{
    auto status = cells::text<Row>(
        //: A column: whether a person may sign in
        [] { return tr("Status"); },
        //: Of a person who may sign in, and who may not
        [](const Row &row) { return row.disabled ? tr("Disabled") : tr("Active"); });
    status.other = [](const Row &row, int role) -> QVariant {
        if (role == ChipCell && row.disabled)
            return QVariant::fromValue(Chip{tr("Disabled"), Tone::Warning, Icon::Lock, false});
        return role == MutedCell ? QVariant(!row.disabled) : QVariant();
    };
    return {cells::link(cells::text<Row>([] { return tr("Username"); },
                                         [](const Row &row) { return row.username; })),
            cells::link(cells::text<Row>([] { return tr("Nickname"); },
                                         [](const Row &row) { return row.nickname; })),
            cells::text<Row>([] { return tr("Phone"); },
                             [](const Row &row) { return cells::orNone(row.phone); }),
            cells::text<Row>([] { return tr("Email"); },
                             [](const Row &row) { return cells::orNone(row.email); }),
            cells::text<Row>(
                [] { return tr("Roles"); },
                [](const Row &row) { return cells::orNone(PeopleText::namesOf(row.roles)); }),
            cells::text<Row>(
                [] { return tr("Groups"); },
                [](const Row &row) { return cells::orNone(PeopleText::namesOf(row.groups)); }),
            status,
            cells::time<Row>(
                //: A column: since when the account is there
                [] { return tr("Created"); }, clock, [](const Row &row) { return row.createdAt; })};
}

std::optional<model::UserOrder> UserList::orderOf(int column)
{
    switch (column) {
    case UsernameColumn:
        return model::UserOrder::Username;
    case NicknameColumn:
        return model::UserOrder::Nickname;
    case PhoneColumn:
        return model::UserOrder::Phone;
    case EmailColumn:
        return model::UserOrder::Email;
    case CreatedColumn:
        return model::UserOrder::CreatedAt;
    default:
        return std::nullopt;
    }
}
