// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditlog.h"
#include "core/model/account.h"

namespace services {

// Who did what, for those who look after people. Nobody writes here: every change writes its own
// entry in its own transaction.
class AuditService
{
public:
    explicit AuditService(storage::AuditLog &log) // outlives the service
        : m_log(log)
    { }

    Result<model::Page<model::AuditEntry>> list(const model::Account &account,
                                                const model::AuditQuery &query) const;

private:
    storage::AuditLog &m_log;
};

} // namespace services
