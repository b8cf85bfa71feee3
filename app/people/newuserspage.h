// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/people/peoplepage.h"
#include "core/base/result.h"
#include "core/model/page.h"
#include "core/model/user.h"

class NewUserRows;
class PasswordDisplay;
class PickList;
class QLabel;
class QPushButton;
class QStackedWidget;
class RightsPicker;
class Wizard;

// Create User: one to ten people, their roles, a look at all of it, and then their passwords, shown
// once. All of them are made or none.
class NewUsersPage final : public PeoplePage
{
    Q_OBJECT

public:
    explicit NewUsersPage(LiveStore &store, QWidget *parent = nullptr);

    QString title() const override;
    void open(const QStringList &path) override;
    bool hasUnsavedInput() const override;
    Question leavingQuestion() const override;
    void discardInput() override;

protected:
    void retranslate() override;
    void read() override;
    void hideEvent(QHideEvent *event) override;

private:
    static constexpr int kPeople = 0;
    static constexpr int kRoles = 1;
    static constexpr int kConfirm = 2;
    static constexpr int kInformation = 0; // what is shown: the wizard, or the passwords
    static constexpr int kPasswords = 1;

    QWidget *makeResult();
    bool mayLeave(int step);
    void showStep(int step);
    void submit();
    void finish(const Result<model::Items<model::NewPassword>> &answer);
    void back();

    QStackedWidget *m_stack;
    Wizard *m_wizard;
    NewUserRows *m_rows;
    PickList *m_roles;
    QLabel *m_summary;
    RightsPicker *m_picker;
    QLabel *m_resultTitle;
    PasswordDisplay *m_passwords;
    QPushButton *m_done;
};
