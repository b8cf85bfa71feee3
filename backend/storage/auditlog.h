// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/audit.h"
#include "core/model/page.h"

namespace storage {

class Database;

// Who does something, from where and when. The initial value is the operator on the machine.
struct Actor
{
    model::UserId id;
    QString name;
    QString address = {};
    QDateTime at = QDateTime::currentDateTimeUtc();
};

// To whom or what it is done.
struct Subject
{
    model::AuditSubject kind = model::AuditSubject::User;
    QString id;
    QString name;
};

// An entry to be appended; what changed is added to `before` and `after` by whoever makes it.
model::AuditEntry entry(const Actor &actor, model::AuditAction action, const Subject &subject);

// Who did what to whom. Entries are only ever added: the database itself refuses to change or
// delete them.
class AuditLog
{
public:
    explicit AuditLog(Database &database);

    // Within the commit of what it describes, so that neither is there without the other. The
    // sequence is given here. What is the same before and after is left out; an entry of which
    // nothing remains is not added. Secrets must not be in it.
    Result<> append(model::AuditEntry entry);

    // Newest first. InvalidInput for a limit out of range and for a cursor that was not made by
    // this very query.
    Result<model::Page<model::AuditEntry>> list(const model::AuditQuery &query) const;

private:
    Database &m_database;
};

} // namespace storage
