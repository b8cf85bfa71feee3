// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/session.h"
#include "app/dialogs/serverdialog.h"

#include <QWidget>

#include <memory>

class FieldErrors;
class Prompt;
class ServerProfiles;

namespace Ui {
class SignInPage;
}

// Where the console begins while nobody is signed in.
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

private:
    void connectAll();
    void showServers();
    void followServer(int index);
    void editServer(const ServerDialog::Value &value, const QString &before);
    void saveServer(const ServerDialog::Value &value, const QString &before);
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
    Prompt &m_prompt;
    const std::unique_ptr<Ui::SignInPage> m_ui;
    FieldErrors *const m_errors;
    QAction *m_reveal = nullptr; // shows the password
    bool m_busy = false;
};
