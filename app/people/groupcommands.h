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

// What is done with groups, from the list or from a group's page: what is offered, and doing it.
class GroupCommands : public QObject
{
    Q_OBJECT

public:
    GroupCommands(LiveStore &store, Prompt &prompt, QWidget *over);

    // All roles of the platform: what a group gives decides who may touch it.
    void setRoles(const QList<model::Role> &roles) { m_roles = roles; }

    // "members", "roles", "vcs" of one group, "delete"; grey with the reason when not possible.
    QList<RowAction> offers(const QList<model::GroupSummary> &groups) const;
    void run(const QString &action, const QList<model::GroupSummary> &groups);
    QString whyNot(rules::GroupAction action, const model::GroupSummary &group) const;

signals:
    void changed();
    void deleted(const QList<model::GroupId> &groups);

private:
    void editMembers(const model::GroupSummary &group);
    void editRoles(const model::GroupSummary &group);
    void editVcs(const model::GroupSummary &group);
    void askDelete(const QList<model::GroupSummary> &groups);
    void erase(const QList<model::GroupSummary> &groups);
    void fail(const Error &error) const;

    LiveStore &m_store;
    Prompt &m_prompt;
    QWidget *m_over;
    RightsPicker *m_picker;
    QList<model::Role> m_roles;
};
