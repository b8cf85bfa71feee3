// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/theme.h"
#include "core/client/streams.h"
#include "core/model/account.h"

#include <QFrame>

class ConnectionBadge;
class MenuButton;
class QMenu;
class QToolButton;
class VcSwitcher;

// Menu button, platform name, VC; on the right the connection and the person.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    VcSwitcher &vcs() const { return *m_vcs; }
    void setPlatform(const QString &name);
    void setAccount(const model::Account &account);
    void setConnection(client::Connection connection, const QString &reason);
    void setChoices(const QString &language, Theme::Mode theme);

signals:
    void menuToggled();
    void homeRequested();
    void peopleRequested();
    void paletteRequested();
    void accountRequested();
    void passwordChangeRequested();
    void languageChosen(const QString &code);
    void themeChosen(Theme::Mode mode);
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void fillUserMenu();
    void addLanguages(QMenu *menu);
    void addThemes(QMenu *menu);
    void retranslate();

    QToolButton *m_menu;
    QToolButton *m_platform;
    VcSwitcher *m_vcs;
    QToolButton *m_people;
    QToolButton *m_search;
    ConnectionBadge *m_connection;
    MenuButton *m_user;
    QMenu *m_userMenu;
    model::Account m_account;
    QString m_language;
    Theme::Mode m_theme = Theme::Mode::System;
};
