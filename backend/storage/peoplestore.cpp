// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/peoplestore.h"

namespace storage {

namespace {

constexpr qsizetype kMany = 20; // each one named costs a walk over the open sessions

} // namespace

void PeopleStore::tell(const Concerned &concerned)
{
    if (concerned.everybody || concerned.users.size() > kMany) {
        emit m_accounts.accountChanged({});
    } else {
        for (const model::UserId &id : concerned.users)
            emit m_accounts.accountChanged(id);
    }
    for (const QString &tokenHash : concerned.endedSessions)
        emit m_accounts.sessionEnded(tokenHash);
}

} // namespace storage
