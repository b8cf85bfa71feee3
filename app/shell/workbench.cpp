// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workbench.h"

#include "app/api/livestore.h"
#include "app/dialogs/prompt.h"
#include "app/pages/page.h"
#include "app/shell/sidemenu.h"
#include "app/shell/topbar.h"
#include "app/shell/vcswitcher.h"
#include "app/theme/looks.h"
#include "app/widgets/toast.h"
#include "core/base/async.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Workbench::Workbench(LiveStore &store, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_prompt(prompt)
    , m_table(pageTable())
    , m_topBar(new TopBar(this))
    , m_menu(new SideMenu(this))
    , m_banner(new QFrame(this))
    , m_bannerLabel(new QLabel(m_banner))
    , m_bannerButton(new QPushButton(m_banner))
    , m_stack(new QStackedWidget(this))
{
    arrange();
    addShortcuts();
    connect(m_menu, &SideMenu::chosen, this, &Workbench::open);
    connect(m_topBar, &TopBar::homeRequested, this, [this] { open(u"home"_s); });
    connect(m_topBar, &TopBar::peopleRequested, this, [this] { open(u"dashboard"_s); });
    connect(&m_navigation, &Navigation::currentChanged, this, &Workbench::show);
    connect(&m_topBar->vcs(), &VcSwitcher::chosen, &store, &LiveStore::selectVc);
    connect(m_bannerButton, &QPushButton::clicked, this, &Workbench::bannerFollowed);
    connect(&store, &LiveStore::accountChanged, this, &Workbench::followAccount);
    for (const auto signal : {&LiveStore::clusterChanged, &LiveStore::vcsChanged,
                              &LiveStore::selectedVcChanged, &LiveStore::connectionChanged})
        connect(&store, signal, this, &Workbench::followStore);
    followAccount();
    followStore();
}

bool Workbench::mayOpen(const PageEntry &entry) const
{
    return entry.allowed(m_store.account());
}

void Workbench::open(const QString &address)
{
    const PageEntry *entry = entryOf(address);
    const QString place = entry && mayOpen(*entry) ? address : u"home"_s;
    if (place == m_navigation.current())
        return;
    const bool isBelow = place.contains(u'/');
    const QPointer<Page> there = isBelow ? m_pages.value(entryOf(place)->address) : nullptr;
    leaveThen([=, this] { discardThen(there, [this, place] { m_navigation.go(place); }); });
}

void Workbench::leaveThen(const std::function<void()> &go)
{
    Page *here = currentPage();
    discardThen(here && here->keepsInput() ? nullptr : here, go);
}

// Acts unless the person would rather keep the page's input.
void Workbench::discardThen(Page *page, const std::function<void()> &go)
{
    if (!page || !page->hasUnsavedInput())
        return go();
    if (std::exchange(m_asking, true))
        return;
    const auto answer = [this, page = QPointer(page), go](bool yes) {
        m_asking = false;
        if (!yes)
            return;
        if (page)
            page->discardInput();
        go();
    };
    whenDone(m_prompt.confirm(page->leavingQuestion()), this, answer);
}

Page *Workbench::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

bool Workbench::hasUnsavedInput() const
{
    return std::any_of(m_pages.begin(), m_pages.end(),
                       [](const Page *page) { return page->hasUnsavedInput(); });
}

bool Workbench::sendPending()
{
    m_allSent = true;
    m_sending = int(std::count_if(m_pages.begin(), m_pages.end(),
                                  [](Page *page) { return page->sendPending(); }));
    return m_sending > 0;
}

void Workbench::noteSent(bool all)
{
    m_allSent = m_allSent && all;
    if (m_sending > 0 && --m_sending == 0)
        emit pendingSent(m_allSent);
}

void Workbench::showBanner(const QString &text, const QString &verb)
{
    m_bannerLabel->setText(text);
    m_bannerButton->setText(verb);
    m_bannerButton->setAccessibleName(verb);
    m_bannerButton->setVisible(!verb.isEmpty());
    m_banner->show();
}

void Workbench::hideBanner()
{
    m_banner->hide();
}

void Workbench::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showEntries();
    QWidget::changeEvent(event);
}

void Workbench::arrange()
{
    m_banner->setObjectName("banner"_L1);
    m_banner->setProperty("look", u"notice"_s);
    m_banner->hide();
    m_bannerLabel->setTextFormat(Qt::PlainText);
    m_bannerLabel->setWordWrap(true);
    m_bannerButton->setObjectName("bannerButton"_L1);
    m_stack->setProperty("look", u"surface"_s);
    auto *banner = new QHBoxLayout(m_banner);
    banner->setContentsMargins(kPageMargin, kGrid, kPageMargin, kGrid);
    banner->addWidget(m_bannerLabel, 1);
    banner->addWidget(m_bannerButton);
    auto *content = new QVBoxLayout;
    content->setSpacing(0);
    content->addWidget(m_banner);
    content->addWidget(m_stack, 1);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_menu);
    body->addLayout(content, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addLayout(body, 1);
}

void Workbench::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, void (Navigation::*step)()) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this,
                [this, step] { leaveThen([this, step] { (m_navigation.*step)(); }); });
    };
    add(Qt::ALT | Qt::Key_Left, &Navigation::goBack);
    add(Qt::Key_Back, &Navigation::goBack);
    add(Qt::ALT | Qt::Key_Right, &Navigation::goForward);
    add(Qt::Key_Forward, &Navigation::goForward);
}

void Workbench::show(const QString &address)
{
    const PageEntry *entry = entryOf(address);
    if (!entry || !mayOpen(*entry))
        return;
    Page *page = pageOf(*entry);
    m_stack->setCurrentWidget(page);
    m_menu->setCurrent(address);
    if (!page->isAncestorOf(QApplication::focusWidget()))
        page->setFocus();
    page->open(address.split(u'/').mid(1));
    emit titleChanged(page->title());
}

const PageEntry *Workbench::entryOf(const QString &address) const
{
    const QString head = address.section(u'/', 0, 0);
    const auto find = [this](const QString &name) -> const PageEntry * {
        const auto it = std::find_if(m_table.begin(), m_table.end(),
                                     [&](const PageEntry &entry) { return entry.address == name; });
        return it == m_table.end() ? nullptr : &*it;
    };
    if (const PageEntry *exact = find(address))
        return exact;
    const PageEntry *below = address.contains(u'/') ? find(head % "/*"_L1) : nullptr;
    return below ? below : find(head);
}

Page *Workbench::pageOf(const PageEntry &entry)
{
    if (Page *page = m_pages.value(entry.address))
        return page;
    Page *page = entry.create(m_store, m_prompt);
    m_pages.insert(entry.address, page);
    m_stack->addWidget(page);
    connect(page, &Page::addressRequested, this, &Workbench::open);
    connect(page, &Page::pendingSent, this, &Workbench::noteSent);
    connect(page, &Page::titleChanged, this, [this, page] {
        if (page == currentPage())
            emit titleChanged(page->title());
    });
    emit pageMade(page);
    return page;
}

void Workbench::followAccount()
{
    m_topBar->setAccount(m_store.account());
    followStore();
    showEntries();
    const PageEntry *entry = entryOf(m_navigation.current());
    if (entry && !mayOpen(*entry)) {
        Toast::say(
            this,
            tr("Your rights have changed: the page %1 is closed to you now.").arg(entry->title()));
        m_navigation.go(u"home"_s);
    }
    dropPages();
}

// What the person may no longer see does not stay behind in hidden pages.
void Workbench::dropPages()
{
    for (const PageEntry &entry : m_table) {
        if (mayOpen(entry))
            continue;
        if (Page *page = m_pages.take(entry.address)) {
            m_stack->removeWidget(page);
            page->deleteLater();
        }
    }
}

void Workbench::followStore()
{
    m_topBar->setPlatform(m_store.cluster() ? m_store.cluster()->name : u"Berth"_s);
    m_topBar->vcs().setVcs(m_store.usableVcs(), m_store.selectedVc());
    m_topBar->setConnection(m_store.connection(), m_store.problem().detail);
}

void Workbench::showEntries()
{
    QList<SideMenu::Entry> entries;
    for (const PageEntry &entry : m_table) {
        if (entry.inMenu && mayOpen(entry))
            entries.append({entry.address, entry.title(), entry.icon,
                            entry.section ? entry.section() : QString()});
    }
    m_menu->setEntries(entries);
}
