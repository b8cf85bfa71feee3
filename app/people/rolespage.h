// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rolelist.h"
#include "app/people/peoplepage.h"
#include "core/base/result.h"
#include "core/model/page.h"

class ListFrame;
class Prompt;
class RoleCommands;

// All roles.
class RolesPage final : public PeoplePage
{
    Q_OBJECT

public:
    RolesPage(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    QString title() const override;
    // Writes what is shown; false when the file cannot be written.
    bool exportTo(const QString &path) const;

protected:
    void retranslate() override;
    void read() override;

private:
    using Items = Result<model::Items<model::Role>>;

    void listen();
    void dressTable();
    void take(const Items &items);
    void showState();
    void showSelection();
    QList<model::Role> itemsOf(const QModelIndexList &rows) const;

    SystemClock m_clock;
    RoleList *m_list;
    ListFrame *m_frame;
    RoleCommands *m_commands;
    std::optional<Error> m_problem; // why loading failed
    bool m_isLoaded = false;
};
