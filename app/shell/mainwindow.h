// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/wiring.h"

#include <QMainWindow>
#include <QPointer>

class CommandPalette;
class FirstPasswordPage;
class NoAccessPage;
class Page;
class QStackedWidget;
class SignInPage;
class Workbench;

// The window: signing in, then the workbench, or the word that one has no access.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Wiring &wiring);
    ~MainWindow() override;

    // Goes on with the session in the keyring, if there is one.
    void resume();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void begin(const model::Account &account);
    void end(Session::End end);
    void buildWorkbench();
    void connectTopBar();
    void connectPage(Page *page);
    void showChoices();
    void followAccount();
    void signOut();
    void leave(const Question &question, const std::function<void()> &act);
    void sendThen(const QString &verb, const std::function<void()> &act);
    void askBefore(const Question &question, const std::function<void()> &act);
    void openPalette();
    void openPasswordDialog();
    void chooseLanguage(const QString &code);
    void chooseTheme(Theme::Mode mode);
    void toggleMenu();
    void keepVc();
    void showTitle(const QString &page);

    Wiring &m_wiring;
    QStackedWidget *m_stack;
    SignInPage *m_signIn;
    NoAccessPage *m_noAccess;
    FirstPasswordPage *m_firstPassword;
    QPointer<Workbench> m_workbench;
    bool m_mayClose = false;
};
