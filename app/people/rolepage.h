// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/people/peoplepage.h"
#include "core/base/result.h"
#include "core/model/page.h"
#include "core/model/role.h"

class DetailHead;
class PageStates;
class Prompt;
class QPushButton;
class RoleCommands;
class RoleEditor;

// A role: name, description, permissions. The address "roles/new" makes one, "roles/<id>" shows and
// changes it.
class RolePage final : public PeoplePage
{
    Q_OBJECT

public:
    RolePage(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    QString title() const override;
    void open(const QStringList &path) override;
    bool hasUnsavedInput() const override;
    Question leavingQuestion() const override;
    void discardInput() override;

protected:
    void retranslate() override;
    void read() override;

private:
    QWidget *makeContent();
    bool isNew() const { return m_id.isEmpty(); }
    void take(const Result<model::Items<model::Role>> &roles);
    void showRole();
    void save();
    void finish(const Result<model::Role> &role);
    void back();
    void leave(); // where nothing is left to be saved

    RoleCommands *m_commands;
    PageStates *m_states;
    DetailHead *m_head;
    RoleEditor *m_editor;
    QPushButton *m_save;
    QPushButton *m_cancel;
    model::RoleId m_id; // empty: a new one
    std::optional<model::Role> m_role;
};
