// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"

#include <QCoreApplication>

// Entries of the audit log in words.
class AuditText
{
    Q_DECLARE_TR_FUNCTIONS(AuditText)

public:
    static QString action(model::AuditAction action);
    static QString subject(model::AuditSubject subject);
    // What changed and how, one line for each: "Nickname: Ada → Ada L.".
    static QStringList changes(const model::AuditEntry &entry);
    static QString actor(const model::AuditEntry &entry); // a name, or the operator

    static QString field(const QString &key); // a word for what stands in before and after
    static QString value(const QJsonValue &value);

private:
    static QString ofPerson(model::AuditAction action);
    static QString ofRights(model::AuditAction action);
    static QString ofJob(model::AuditAction action);
    static QString ofCluster(model::AuditAction action);
};
