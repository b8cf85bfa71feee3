// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/people/factseditor.h"
#include "app/people/peoplepage.h"
#include "core/base/result.h"
#include "core/model/group.h"
#include "core/model/page.h"

#include <QModelIndex>

class DetailHead;
class DetailSection;
class GroupCommands;
class MemberList;
class PageStates;
class Prompt;
class SearchField;
class TableView;

// One group: what it is, with fields to change it, its roles, virtual clusters and members.
class GroupPage final : public PeoplePage
{
    Q_OBJECT

public:
    GroupPage(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    QString title() const override;
    void open(const QStringList &path) override; // the group's id
    bool hasUnsavedInput() const override;
    void discardInput() override;

protected:
    void retranslate() override;
    void read() override;

private:
    QWidget *makeContent();
    QWidget *makeMembers();
    void listen();
    void take(const Result<model::Group> &group);
    void showGroup();
    void save(const FactsEditor::Values &values);
    void act(const QString &action);
    void removeMembers(const QModelIndexList &rows);

    GroupCommands *m_commands;
    PageStates *m_states;
    DetailHead *m_head;
    FactsEditor *m_facts;
    QLabel *m_roles;
    QLabel *m_vcs;
    SearchField *m_search;
    MemberList *m_members;
    TableView *m_table;
    DetailSection *m_roleSection;
    DetailSection *m_vcSection;
    DetailSection *m_memberSection;
    model::GroupId m_id;
    std::optional<model::Group> m_group;
};
