// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/rowaction.h"
#include "core/base/result.h"
#include "core/model/group.h"
#include "core/rules/peopleactions.h"

#include <QObject>

class LiveStore;
class Prompt;
class QWidget;
class RightsPicker;

// What is done with roles: what is offered, and doing it.
class RoleCommands : public QObject
{
    Q_OBJECT

public:
    RoleCommands(LiveStore &store, Prompt &prompt, QWidget *over);

    // "users", "groups", "edit" of one role, "delete"; grey with the reason when not possible.
    QList<RowAction> offers(const QList<model::Role> &roles) const;
    void run(const QString &action, const QList<model::Role> &roles);
    QString whyNot(rules::RoleAction action, const model::Role &role) const;

signals:
    void changed();
    void deleted(const QList<model::RoleId> &roles);
    void addressRequested(const QString &address);

private:
    void editUsers(const model::Role &role, const model::RoleHolders &holders);
    void editGroups(const model::Role &role, const model::RoleHolders &holders);
    void askDelete(const QList<model::Role> &roles);
    void erase(const QList<model::Role> &roles);
    void fail(const Error &error) const;

    LiveStore &m_store;
    Prompt &m_prompt;
    QWidget *m_over;
    RightsPicker *m_picker;
};
