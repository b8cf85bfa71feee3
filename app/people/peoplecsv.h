// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"
#include "core/model/user.h"

#include <QByteArray>

// People, groups, roles and the audit log as CSV by RFC 4180 in UTF-8, with the wire's words and
// times in UTC, for spreadsheets and scripts.
namespace peoplecsv {

QByteArray of(const QList<model::UserSummary> &users);
QByteArray of(const QList<model::GroupSummary> &groups);
QByteArray of(const QList<model::Role> &roles);
QByteArray of(const QList<model::AuditEntry> &entries);
QByteArray of(const QList<model::NewPassword> &passwords);

} // namespace peoplecsv
