// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/auditservice.h"

#include "core/rules/peopleactions.h"

namespace services {

Result<model::Page<model::AuditEntry>> AuditService::list(const model::Account &account,
                                                          const model::AuditQuery &query) const
{
    if (!account.has(model::Permission::Manager))
        return rules::error(rules::PeopleRefusal::NotManager);
    return m_log.list(query);
}

} // namespace services
