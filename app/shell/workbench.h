// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/navigation.h"
#include "app/shell/pagetable.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QFrame;
class QLabel;
class QPushButton;
class QStackedWidget;
class SideMenu;
class TopBar;

// What a signed-in person works in: top bar, menu and pages. It lives as long as the session.
class Workbench : public QWidget
{
    Q_OBJECT

public:
    Workbench(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    TopBar &topBar() const { return *m_topBar; }
    SideMenu &menu() const { return *m_menu; }
    Navigation &navigation() { return m_navigation; }
    const QList<PageEntry> &pages() const { return m_table; }
    bool mayOpen(const PageEntry &entry) const;

    // An unknown or forbidden address leads home. Where input would be lost the person is asked
    // first; the same holds for going back and forward.
    void open(const QString &address);
    Page *currentPage() const;
    bool hasUnsavedInput() const; // on any page
    // All pages send what waits for its undo; whether pendingSent() follows.
    bool sendPending();

    // One line above the pages with a button.
    void showBanner(const QString &text, const QString &verb);
    void hideBanner();

signals:
    void pendingSent(bool all);
    void titleChanged(const QString &title);
    void pageMade(Page *page);
    void bannerFollowed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void addShortcuts();
    void leaveThen(const std::function<void()> &go);
    void discardThen(Page *page, const std::function<void()> &go);
    void show(const QString &address);
    const PageEntry *entryOf(const QString &address) const;
    Page *pageOf(const PageEntry &entry);
    void noteSent(bool all);
    void followAccount();
    void dropPages();
    void followStore();
    void showEntries();

    LiveStore &m_store;
    Prompt &m_prompt;
    const QList<PageEntry> m_table;
    Navigation m_navigation;
    TopBar *m_topBar;
    SideMenu *m_menu;
    QFrame *m_banner;
    QLabel *m_bannerLabel;
    QPushButton *m_bannerButton;
    QStackedWidget *m_stack;
    int m_sending = 0; // pages
    bool m_allSent = true;
    bool m_asking = false; // whether the page may be left
    QHash<QString, Page *> m_pages; // by the entry's address
};
