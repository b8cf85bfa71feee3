// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/people/factseditor.h"
#include "app/people/peoplepage.h"
#include "core/base/result.h"
#include "core/model/job.h"
#include "core/model/user.h"

class DetailHead;
class PageStates;
class Prompt;
class UserCommands;
class UserRights;

// One person: what is known, with fields to change it, and the rights.
class UserPage final : public PeoplePage
{
    Q_OBJECT

public:
    UserPage(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    QString title() const override;
    void open(const QStringList &path) override; // the person's id
    bool hasUnsavedInput() const override;
    void discardInput() override;

protected:
    void retranslate() override;
    void read() override;

private:
    void take(const Result<model::User> &user);
    void showUser();
    void showFacts();
    void save(const FactsEditor::Values &values);
    QList<FieldError> check(const FactsEditor::Values &values) const;
    model::UserChange changeOf(const FactsEditor::Values &values) const;
    void act(const QString &action);

    UserCommands *m_commands;
    PageStates *m_states;
    DetailHead *m_head;
    FactsEditor *m_facts;
    UserRights *m_rights;
    model::UserId m_id;
    std::optional<model::User> m_user;
};
