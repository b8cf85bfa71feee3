// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"

#include <QDialog>

// One entry of the audit log: all of it, with what was and what is side by side.
class AuditDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AuditDialog(const model::AuditEntry &entry, QWidget *parent = nullptr);

private:
    static QWidget *makeChanges(const model::AuditEntry &entry);
};
