// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"

#include "app/dialogs/passworddialog.h"
#include "app/pages/accountpage.h"
#include "app/pages/preferences.h"
#include "app/pages/signinpage.h"
#include "app/shell/commandpalette.h"
#include "app/shell/firstpasswordpage.h"
#include "app/shell/noaccesspage.h"
#include "app/shell/sidemenu.h"
#include "app/shell/topbar.h"
#include "app/shell/windowaccess.h"
#include "app/shell/workbench.h"
#include "app/text/errortext.h"

#include <QCloseEvent>
#include <QShortcut>
#include <QStackedWidget>
#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kLongestGoodbye = 5s;

} // namespace

MainWindow::MainWindow(Wiring &wiring)
    : m_wiring(wiring)
    , m_stack(new QStackedWidget(this))
    , m_signIn(new SignInPage(wiring.session, wiring.servers, wiring.prompt, this))
    , m_noAccess(new NoAccessPage(this))
    , m_firstPassword(new FirstPasswordPage(this))
{
    setObjectName("mainWindow"_L1);
    WindowAccess::install();
    m_stack->addWidget(m_signIn);
    m_stack->addWidget(m_noAccess);
    m_stack->addWidget(m_firstPassword);
    setCentralWidget(m_stack);
    setMinimumSize(960, 560);
    resize(1280, 800);
    restoreGeometry(wiring.choices.geometry());
    showTitle({});
    connect(new QShortcut(Qt::CTRL | Qt::Key_K, this), &QShortcut::activated, this,
            &MainWindow::openPalette);
    connect(new QShortcut(Qt::CTRL | Qt::Key_Q, this), &QShortcut::activated, this,
            &MainWindow::close);
    connect(&wiring.session, &Session::opened, this, &MainWindow::begin);
    connect(&wiring.session, &Session::closed, this, &MainWindow::end);
    connect(&wiring.session, &Session::tokenNotKept, this, [this] {
        if (m_workbench)
            m_workbench->showBanner(tr("The keyring does not answer, so you will be asked for "
                                       "your password at the next start."),
                                    {});
    });
    connect(&wiring.store, &LiveStore::accountChanged, this, &MainWindow::followAccount);
    connect(&wiring.store, &LiveStore::clusterChanged, this, &MainWindow::followAccount);
    connect(&wiring.store, &LiveStore::selectedVcChanged, this, &MainWindow::keepVc);
    connect(m_noAccess, &NoAccessPage::signOutRequested, this, &MainWindow::signOut);
    connect(m_firstPassword, &FirstPasswordPage::signOutRequested, this, &MainWindow::signOut);
    connect(m_firstPassword, &FirstPasswordPage::changeRequested, this,
            &MainWindow::openPasswordDialog);
    connect(m_signIn, &SignInPage::languageRequested, this, [this] {
        const bool isEnglish = m_wiring.language.code() == "en"_L1;
        chooseLanguage(isEnglish ? u"zh_CN"_s : u"en"_s);
    });
    m_signIn->focusFirst();
}

MainWindow::~MainWindow() = default;

void MainWindow::resume()
{
    m_signIn->resume();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_wiring.choices.setGeometry(saveGeometry());
    if (m_mayClose || !m_workbench)
        return event->accept();
    event->ignore();
    const auto quit = [this] {
        m_mayClose = true; // and not from within this closing
        QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
    };
    leave({tr("Quit and lose what you wrote?"), tr("What you began to write was not submitted."),
           tr("Quit")},
          quit);
}

// Asks about what would be lost, sends what still waits, then acts.
void MainWindow::leave(const Question &question, const std::function<void()> &act)
{
    const auto go = [this, act, verb = question.verb] { sendThen(verb, act); };
    if (m_workbench && m_workbench->hasUnsavedInput())
        askBefore(question, go);
    else
        go();
}

// A kill that waits for its undo is sent now. When the server does not take it, the person decides.
void MainWindow::sendThen(const QString &verb, const std::function<void()> &act)
{
    if (!m_workbench || !m_workbench->sendPending())
        return act();
    auto *wait = new QTimer(m_workbench);
    const auto decide = [this, wait, verb, act](bool all) {
        wait->deleteLater();
        disconnect(m_workbench, nullptr, wait, nullptr);
        if (all)
            return act();
        askBefore({tr("The server did not take everything"),
                   tr("A job that you killed runs on, unless you stay and kill it again."), verb},
                  act);
    };
    connect(m_workbench, &Workbench::pendingSent, wait, decide);
    connect(wait, &QTimer::timeout, wait, [decide] { decide(false); });
    wait->setSingleShot(true);
    wait->start(kLongestGoodbye);
}

void MainWindow::begin(const model::Account &account)
{
    m_wiring.servers.save(m_wiring.session.server());
    m_wiring.store.start(account);
    const QString server = m_wiring.session.server().url.toString();
    m_wiring.store.selectVc(model::VcName(m_wiring.choices.vc(server)));
    followAccount();
}

void MainWindow::end(Session::End end)
{
    m_wiring.store.stop();
    if (auto *dialog = findChild<PasswordDialog *>())
        dialog->reject();
    if (m_workbench) {
        m_stack->removeWidget(m_workbench);
        m_workbench->deleteLater();
        m_workbench.clear();
    }
    m_stack->setCurrentWidget(m_signIn);
    m_signIn->showEnd(end);
    showTitle({});
}

void MainWindow::buildWorkbench()
{
    m_workbench = new Workbench(m_wiring.store, m_wiring.prompt, m_stack);
    m_workbench->menu().setCollapsed(m_wiring.choices.isMenuCollapsed());
    m_stack->addWidget(m_workbench);
    connect(m_workbench, &Workbench::titleChanged, this, &MainWindow::showTitle);
    connect(m_workbench, &Workbench::pageMade, this, &MainWindow::connectPage);
    connectTopBar();
    m_workbench->open(u"home"_s);
}

void MainWindow::connectTopBar()
{
    TopBar &bar = m_workbench->topBar();
    showChoices();
    connect(&bar, &TopBar::menuToggled, this, &MainWindow::toggleMenu);
    connect(&bar, &TopBar::paletteRequested, this, &MainWindow::openPalette);
    connect(&bar, &TopBar::accountRequested, this, [this] { m_workbench->open(u"account"_s); });
    connect(&bar, &TopBar::passwordChangeRequested, this, &MainWindow::openPasswordDialog);
    connect(&bar, &TopBar::languageChosen, this, &MainWindow::chooseLanguage);
    connect(&bar, &TopBar::themeChosen, this, &MainWindow::chooseTheme);
    connect(&bar, &TopBar::signOutRequested, this, &MainWindow::signOut);
}

void MainWindow::connectPage(Page *page)
{
    auto *account = qobject_cast<AccountPage *>(page);
    if (!account)
        return;
    connect(account, &AccountPage::passwordChangeRequested, this, &MainWindow::openPasswordDialog);
    auto *preferences = &account->preferences();
    connect(preferences, &Preferences::languageChosen, this, &MainWindow::chooseLanguage);
    connect(preferences, &Preferences::themeChosen, this, &MainWindow::chooseTheme);
    showChoices();
}

void MainWindow::showChoices()
{
    if (!m_workbench)
        return;
    m_workbench->topBar().setChoices(m_wiring.language.code(), m_wiring.theme.mode());
    QList<Preferences::Language> languages;
    for (const Language::Entry &language : Language::all())
        languages.append({language.code, language.name});
    for (const AccountPage *page : m_workbench->findChildren<AccountPage *>()) {
        page->preferences().setLanguages(languages, m_wiring.language.code());
        page->preferences().setTheme(m_wiring.theme.mode());
    }
}

void MainWindow::followAccount()
{
    if (!m_wiring.session.isOpen())
        return;
    const model::Account &account = m_wiring.store.account();
    const auto &cluster = m_wiring.store.cluster();
    if (account.mustChangePassword) {
        if (m_stack->currentWidget() != m_firstPassword)
            openPasswordDialog();
        return m_stack->setCurrentWidget(m_firstPassword);
    }
    if (account.permissions.isEmpty()) {
        m_noAccess->setPerson(account.username, cluster ? cluster->supportAddress : QString());
        return m_stack->setCurrentWidget(m_noAccess);
    }
    if (!m_workbench)
        buildWorkbench();
    m_stack->setCurrentWidget(m_workbench);
}

void MainWindow::signOut()
{
    leave({tr("Sign out and lose what you wrote?"),
           tr("What you began to write was not submitted."), tr("Sign out")},
          [this] { m_wiring.session.signOut(); });
}

void MainWindow::askBefore(const Question &question, const std::function<void()> &act)
{
    whenDone(m_wiring.prompt.confirm(question), this, [act](bool confirmed) {
        if (confirmed)
            act();
    });
}

void MainWindow::openPalette()
{
    if (!m_workbench || m_stack->currentWidget() != m_workbench)
        return;
    auto *palette = new CommandPalette(*m_workbench, m_wiring.store, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->openOver(m_workbench);
}

void MainWindow::openPasswordDialog()
{
    auto *dialog = new PasswordDialog(m_wiring.store.account().username, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PasswordDialog::chosen, this, [this, dialog](const auto &change) {
        whenDone(m_wiring.session.changePassword(change), dialog,
                 [this, dialog](const Result<> &r) {
                     if (!r) {
                         const bool isWrong = r.error().code == ErrorCode::Unauthenticated
                                              || r.error().field == "currentPassword"_L1;
                         dialog->showProblem(isWrong ? u"currentPassword"_s : r.error().field,
                                             isWrong ? tr("This is not your password.")
                                                     : ErrorText::of(r.error()));
                         return;
                     }
                     dialog->accept();
                     m_wiring.store.reload();
                 });
    });
    dialog->open();
}

void MainWindow::chooseLanguage(const QString &code)
{
    m_wiring.choices.setLanguage(code);
    m_wiring.language.set(code);
    showChoices();
    followAccount();
}

void MainWindow::chooseTheme(Theme::Mode mode)
{
    m_wiring.choices.setTheme(mode);
    m_wiring.theme.setMode(mode);
    showChoices();
}

void MainWindow::toggleMenu()
{
    SideMenu &menu = m_workbench->menu();
    menu.setCollapsed(!menu.isCollapsed());
    m_wiring.choices.setMenuCollapsed(menu.isCollapsed());
}

void MainWindow::keepVc()
{
    const QString server = m_wiring.session.server().url.toString();
    if (!m_wiring.store.selectedVc().isEmpty())
        m_wiring.choices.setVc(server, m_wiring.store.selectedVc().value());
}

void MainWindow::showTitle(const QString &page)
{
    setWindowTitle(page.isEmpty() ? u"Berth"_s : page % " – Berth"_L1);
}
