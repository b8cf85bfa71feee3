// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/accountpage.h"

#include "app/pages/factlist.h"
#include "app/pages/preferences.h"
#include "app/pages/profileform.h"
#include "app/pages/sessionspane.h"
#include "app/pages/signinmethods.h"
#include "app/pages/sshkeyspane.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/theme/looks.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/toast.h"
#include "core/api/profile.h"
#include "core/api/signin.h"
#include "core/client/apiclient.h"

#include <QLabel>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kColumnWidth = 760;

} // namespace

AccountPage::AccountPage(LiveStore &store, Prompt &prompt, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_states(new PageStates)
    , m_title(new QLabel)
    , m_facts(new FactList)
    , m_form(new ProfileForm)
    , m_methods(new SignInMethods(store, prompt))
    , m_keys(new SshKeysPane(store, prompt))
    , m_sessions(new SessionsPane(store, prompt))
    , m_preferences(new Preferences)
{
    setObjectName(u"accountPage"_s);
    setFocusPolicy(Qt::ClickFocus);
    arrange();
    listen();
    retranslate();
}

QString AccountPage::title() const
{
    return tr("Account info");
}

bool AccountPage::hasUnsavedInput() const
{
    return m_profile && m_form->hasChanges();
}

void AccountPage::discardInput()
{
    m_form->discard();
}

QLabel *AccountPage::addSection(QVBoxLayout *column, QWidget *content)
{
    auto *head = new QLabel;
    setType(head, LabelType::Section);
    column->addSpacing(2 * kGrid);
    column->addWidget(head);
    column->addWidget(content);
    m_heads << head;
    return head;
}

void AccountPage::arrange()
{
    setType(m_title, LabelType::Title);
    auto *content = new QWidget;
    content->setMaximumWidth(kColumnWidth);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, kGrid, kPageMargin);
    column->setSpacing(kGrid + kGrid / 2);
    column->addWidget(m_facts);
    column->addSpacing(kGrid);
    column->addWidget(m_form);
    addSection(column, m_methods);
    addSection(column, m_keys);
    addSection(column, m_sessions);
    addSection(column, m_preferences);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    for (QWidget *widget : {scroll->viewport(), content})
        widget->setAutoFillBackground(false);
    m_states->setContent(scroll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, 0);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_title);
    layout->addWidget(m_states, 1);
}

void AccountPage::listen()
{
    connect(&m_store, &LiveStore::accountChanged, this, [this] {
        if (isVisible())
            load();
    });
    connect(m_states, &PageStates::retryRequested, this, &AccountPage::load);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this,
            &AccountPage::load);
    connect(m_form, &ProfileForm::submitted, this, &AccountPage::save);
    connect(m_methods, &SignInMethods::changed, this, &AccountPage::load);
    connect(m_methods, &SignInMethods::passwordChangeRequested, this,
            &AccountPage::passwordChangeRequested);
    connect(m_keys, &SshKeysPane::changed, this, &AccountPage::load);
}

void AccountPage::retranslate()
{
    m_title->setText(title());
    const QStringList heads{tr("Login methods"), tr("SSH keys"), tr("Sessions"),
                            tr("Language and theme")};
    for (qsizetype i = 0; i < m_heads.size(); ++i)
        m_heads[i]->setText(heads[i]);
    m_methods->retranslate();
    m_keys->retranslate();
    m_sessions->retranslate();
    m_preferences->retranslate();
    showProfile();
}

void AccountPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    load();
}

void AccountPage::load()
{
    if (!m_profile)
        m_states->showLoading();
    whenDone(m_store.api().call(api::getProfile), this,
             [this](const Result<model::Profile> &profile) { take(profile); });
    whenDone(m_store.api().call(api::signInOptions), this,
             [this](const Result<model::SignInOptions> &options) {
                 m_providers = options ? options->providers : m_providers;
                 showProfile();
             });
    m_sessions->load();
}

void AccountPage::take(const Result<model::Profile> &profile)
{
    if (profile)
        m_profile = *profile;
    else if (!m_profile)
        return m_states->showError(tr("Your account could not be loaded."),
                                   ErrorText::of(profile.error()));
    m_form->setProfile(*m_profile);
    m_keys->setKeys(m_profile->sshKeys);
    m_states->showContent();
    showProfile();
}

void AccountPage::showProfile()
{
    if (!m_profile)
        return;
    const QString roles = m_profile->roles.join(u", "_s);
    m_facts->setFacts({{tr("User Id"), m_profile->id.toString()},
                       {tr("Username"), m_profile->username},
                       {tr("Current Role"), roles.isEmpty() ? Format::none() : roles},
                       {tr("Since"), Format::exact(m_profile->createdAt)}});
    m_methods->setMethods(*m_profile, m_providers);
}

void AccountPage::save(const model::ProfileChange &change)
{
    whenDone(m_store.api().call(api::changeProfile, {}, change), this,
             [this](const Result<model::Profile> &profile) {
                 if (!profile)
                     return m_form->refuse(profile.error());
                 m_profile = *profile;
                 m_form->takeSaved(*profile);
                 showProfile();
                 Toast::say(this, tr("Your account is changed."));
             });
}
