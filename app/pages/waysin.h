// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/session.h"

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

// The ways in beside the password, as the server offers them: a button for each provider, and the
// link to sign up.
class WaysIn : public QWidget
{
    Q_OBJECT

public:
    explicit WaysIn(Session &session, QWidget *parent = nullptr);

    // Asks the server, and asks again while it does not answer and somebody waits here. Until it
    // does there is the password alone.
    void ask(const ServerProfile &server);
    const model::SignInOptions &options() const { return m_options; }

signals:
    void optionsChanged();
    void providerChosen(model::Provider provider);
    void signUpRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(const model::SignInOptions &options);
    void showOptions();

    Session &m_session;
    QWidget *m_providers;
    QHBoxLayout *m_buttons;
    QLabel *m_question;
    QPushButton *m_signUp;
    model::SignInOptions m_options;
    ServerProfile m_server; // that m_options are of
    QTimer m_again;
    int m_asked = 0; // answers to questions before this one are dropped
};
