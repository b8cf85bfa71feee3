// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/noderules.h"

using namespace Qt::Literals::StringLiterals;

namespace rules {

bool mayManageNodes(const model::Account &account)
{
    return account.has(model::Permission::Manager);
}

Result<> checkNodeReason(const QString &reason)
{
    const QString field = u"reason"_s;
    if (reason.trimmed().isEmpty())
        return Error{ErrorCode::InvalidInput, u"reason: must be given"_s, field};
    if (reason.size() > kMostReasonCharacters) {
        return Error{ErrorCode::InvalidInput,
                     u"reason: at most %1 characters"_s.arg(kMostReasonCharacters), field};
    }
    return {};
}

} // namespace rules
