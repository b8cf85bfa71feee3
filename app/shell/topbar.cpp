// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/topbar.h"

#include "app/shell/language.h"
#include "app/shell/vcswitcher.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/connectionbadge.h"
#include "app/widgets/menubutton.h"

#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kHeight = 48;

QToolButton *ghost(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    setKind(button, ButtonKind::Ghost);
    return button;
}

ConnectionBadge::State stateOf(client::Connection connection)
{
    switch (connection) {
    case client::Connection::Offline:
        return ConnectionBadge::State::Offline;
    case client::Connection::Connecting:
        return ConnectionBadge::State::Connecting;
    case client::Connection::Online:
        return ConnectionBadge::State::Online;
    case client::Connection::Reconnecting:
        return ConnectionBadge::State::Reconnecting;
    }
    Q_UNREACHABLE();
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QFrame(parent)
    , m_menu(ghost(u"menuButton"_s, this))
    , m_platform(ghost(u"platformButton"_s, this))
    , m_vcs(new VcSwitcher(this))
    , m_people(ghost(u"peopleButton"_s, this))
    , m_search(ghost(u"searchButton"_s, this))
    , m_connection(new ConnectionBadge(this))
    , m_user(new MenuButton(this))
    , m_userMenu(new QMenu(this))
{
    setObjectName("topBar"_L1);
    setProperty("look", u"topbar"_s);
    setFixedHeight(kHeight);
    arrange();
    connect(m_menu, &QToolButton::clicked, this, &TopBar::menuToggled);
    connect(m_platform, &QToolButton::clicked, this, &TopBar::homeRequested);
    connect(m_people, &QToolButton::clicked, this, &TopBar::peopleRequested);
    connect(m_search, &QToolButton::clicked, this, &TopBar::paletteRequested);
    retranslate();
}

void TopBar::setPlatform(const QString &name)
{
    m_platform->setText(u' ' % name);
    m_platform->setAccessibleName(name);
}

void TopBar::setAccount(const model::Account &account)
{
    m_account = account;
    retranslate();
}

void TopBar::setConnection(client::Connection connection, const QString &reason)
{
    m_connection->setState(stateOf(connection), reason);
}

void TopBar::setChoices(const QString &language, Theme::Mode theme)
{
    m_language = language;
    m_theme = theme;
    fillUserMenu();
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TopBar::arrange()
{
    m_menu->setIcon(icon(Icon::Menu));
    m_platform->setIcon(icon(Icon::Logo, Tone::Accent));
    m_platform->setIconSize({22, 22});
    m_platform->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_platform->setFont(sized(15, QFont::DemiBold));
    m_people->setIcon(icon(Icon::Users));
    m_people->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_search->setIcon(icon(Icon::Search));
    m_user->setIcon(icon(Icon::User));
    m_user->setObjectName("userButton"_L1);
    m_user->setPopupMode(QToolButton::InstantPopup);
    m_user->setMenu(m_userMenu);
    m_userMenu->setObjectName("userMenu"_L1);
    m_connection->setObjectName("connectionBadge"_L1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(kGrid, 0, kGrid, 0);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_menu);
    layout->addWidget(m_platform);
    layout->addSpacing(kGrid);
    layout->addWidget(m_vcs);
    layout->addStretch();
    layout->addWidget(m_connection);
    layout->addSpacing(kGrid);
    layout->addWidget(m_people);
    layout->addWidget(m_search);
    layout->addWidget(m_user);
}

void TopBar::fillUserMenu()
{
    m_userMenu->clear();
    QAction *name = m_userMenu->addAction(m_account.username);
    name->setEnabled(false);
    m_userMenu->addSeparator();
    m_userMenu->addAction(icon(Icon::User), tr("Account info"), this, &TopBar::accountRequested);
    QMenu *languages = m_userMenu->addMenu(icon(Icon::Globe), tr("Language"));
    addLanguages(languages);
    QMenu *themes = m_userMenu->addMenu(icon(Icon::Moon), tr("Theme"));
    addThemes(themes);
    m_userMenu->addSeparator();
    m_userMenu->addAction(icon(Icon::SignOut), tr("Sign out"), this, &TopBar::signOutRequested);
}

void TopBar::addLanguages(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    for (const auto &language : Language::all()) {
        QAction *action = menu->addAction(
            language.name, this, [this, code = language.code] { emit languageChosen(code); });
        action->setCheckable(true);
        action->setChecked(language.code == m_language);
        group->addAction(action);
    }
}

void TopBar::addThemes(QMenu *menu)
{
    const std::pair<Theme::Mode, QString> modes[] = {{Theme::Mode::System, tr("As the desktop")},
                                                     {Theme::Mode::Light, tr("Light")},
                                                     {Theme::Mode::Dark, tr("Dark")}};
    auto *group = new QActionGroup(menu);
    for (const auto &[mode, words] : modes) {
        QAction *action =
            menu->addAction(words, this, [this, each = mode] { emit themeChosen(each); });
        action->setCheckable(true);
        action->setChecked(mode == m_theme);
        group->addAction(action);
    }
}

void TopBar::retranslate()
{
    m_menu->setToolTip(tr("Hide or show the menu"));
    m_menu->setAccessibleName(tr("Menu"));
    m_people->setText(u' ' % tr("User Dashboard"));
    m_people->setAccessibleName(tr("Open User Dashboard"));
    m_people->setVisible(m_account.has(model::Permission::Manager));
    m_search->setToolTip(tr("Go to a page, VC or job (Ctrl+K)"));
    m_search->setAccessibleName(tr("Search"));
    m_user->setText(u' '
                    % (m_account.nickname.isEmpty() ? m_account.username : m_account.nickname));
    m_user->setAccessibleName(tr("User menu"));
    fillUserMenu();
}
