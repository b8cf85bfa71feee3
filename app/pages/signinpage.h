// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/session.h"

#include <QWidget>

#include <memory>

class FieldErrors;
class Prompt;
class ProviderEntry;
class ServerChooser;
class ServerProfiles;
class SignUpForm;
class WaysIn;

namespace Ui {
class SignInPage;
}

// Where the console begins while nobody is signed in: by password, through a provider where the
// server knows one, or with a new account.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    SignInPage(Session &session, ServerProfiles &servers, Prompt &prompt,
               QWidget *parent = nullptr);
    ~SignInPage() override;

    // Goes on with the session kept in the keyring, if there is one for the current server.
    void resume();
    // Says why the person is here again.
    void showEnd(Session::End end);
    void focusFirst();

signals:
    void languageRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addFields();
    void connectAll();
    void showServers();
    void followServer();
    void askOptions();
    void showPart(QWidget *part); // the form, signing up, or the way through a provider
    void signUp(const model::SignUp &who);
    void showForm(const QString &notice);
    Session::Keep keep() const;
    void check();
    void signIn();
    void finishResume(const Result<bool> &resumed);
    void showError(const Error &error);
    void showNotice(const QString &text);
    void setBusy(bool busy);
    QString unreachableText(const Error &error) const;
    void retranslate();

    Session &m_session;
    ServerProfiles &m_servers;
    const std::unique_ptr<Ui::SignInPage> m_ui;
    FieldErrors *const m_errors;
    WaysIn *m_ways;
    ServerChooser *m_chooser = nullptr;
    SignUpForm *m_signUp;
    ProviderEntry *m_entry;
    QAction *m_reveal = nullptr; // shows the password
    bool m_busy = false;
};
