// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livestore.h"
#include "app/pages/page.h"
#include "app/theme/theme.h"
#include "core/model/profile.h"

class FactList;
class PageStates;
class Preferences;
class ProfileForm;
class Prompt;
class QLabel;
class QVBoxLayout;
class SessionsPane;
class SignInMethods;
class SshKeysPane;

// Account info: who one is, how one signs in, keys, sessions and what the console looks like.
class AccountPage final : public Page
{
    Q_OBJECT

public:
    AccountPage(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    QString title() const override;
    bool hasUnsavedInput() const override;
    void discardInput() override;
    Preferences &preferences() const { return *m_preferences; }

signals:
    void passwordChangeRequested();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    QLabel *addSection(QVBoxLayout *column, QWidget *content);
    void arrange();
    void listen();
    void load();
    void take(const Result<model::Profile> &profile);
    void showProfile();
    void save(const model::ProfileChange &change);

    LiveStore &m_store;
    PageStates *m_states;
    QLabel *m_title;
    FactList *m_facts;
    ProfileForm *m_form;
    SignInMethods *m_methods;
    SshKeysPane *m_keys;
    SessionsPane *m_sessions;
    Preferences *m_preferences;
    QList<QLabel *> m_heads; // of the sections, in their order
    std::optional<model::Profile> m_profile;
    QList<model::Provider> m_providers;
};
