// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/signinpage.h"

#include "ui_signinpage.h"

#include "app/api/serverprofiles.h"
#include "app/dialogs/fielderrors.h"
#include "app/pages/providerentry.h"
#include "app/pages/serverchooser.h"
#include "app/pages/signupform.h"
#include "app/pages/waysin.h"
#include "app/text/errortext.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>

using namespace Qt::Literals::StringLiterals;

SignInPage::SignInPage(Session &session, ServerProfiles &servers, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_servers(servers)
    , m_ui(std::make_unique<Ui::SignInPage>())
    , m_errors(new FieldErrors(this))
    , m_ways(new WaysIn(session))
    , m_signUp(new SignUpForm(this))
    , m_entry(new ProviderEntry(session, this))
{
    m_ui->setupUi(this);
    m_chooser = new ServerChooser(m_ui->serverCombo, m_ui->editServerButton, servers, prompt);
    m_ui->formLayout->addWidget(m_ways);
    for (QWidget *part : {static_cast<QWidget *>(m_signUp), static_cast<QWidget *>(m_entry)})
        m_ui->pageLayout->insertWidget(2, part, 0, Qt::AlignHCenter);
    addFields();
    connectAll();
    showPart(m_ui->formBox);
    showServers();
    retranslate();
    showNotice({});
    check();
}

void SignInPage::addFields()
{
    // A wrong password moves nothing.
    QSizePolicy kept = m_ui->passwordErrorLabel->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_ui->passwordErrorLabel->setSizePolicy(kept);
    m_errors->add(u"url"_s, m_ui->serverCombo, m_ui->serverErrorLabel, m_ui->serverHelpLabel);
    m_errors->add(u"username"_s, m_ui->usernameEdit, m_ui->usernameErrorLabel,
                  m_ui->usernameHelpLabel);
    m_errors->add(u"password"_s, m_ui->passwordEdit, m_ui->passwordErrorLabel,
                  m_ui->passwordHelpLabel);
    m_reveal = m_ui->passwordEdit->addAction(icon(Icon::Eye), QLineEdit::TrailingPosition);
    m_reveal->setObjectName("revealAction"_L1);
    m_reveal->setCheckable(true);
    const QColor ink = Colors::of(palette()).tone(Tone::Accent).text;
    m_ui->markLabel->setPixmap(iconPixmap(Icon::Logo, ink, 48, devicePixelRatioF()));
}

SignInPage::~SignInPage() = default;

void SignInPage::resume()
{
    if (m_servers.current().username.isEmpty())
        return;
    setBusy(true);
    whenDone(m_session.resume(m_servers.current()), this,
             [this](const Result<bool> &resumed) { finishResume(resumed); });
}

void SignInPage::showEnd(Session::End end)
{
    showServers();
    m_ui->passwordEdit->clear();
    m_errors->reset();
    showForm(end == Session::End::Expired ? tr("Your session has ended. Sign in again.")
                                          : QString());
}

void SignInPage::focusFirst()
{
    if (m_ui->usernameEdit->text().isEmpty())
        m_ui->usernameEdit->setFocus();
    else
        m_ui->passwordEdit->setFocus();
}

void SignInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        m_chooser->show();
        check();
    }
    QWidget::changeEvent(event);
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askOptions();
}

void SignInPage::connectAll()
{
    connect(m_chooser, &ServerChooser::changed, this, &SignInPage::followServer);
    connect(m_ways, &WaysIn::optionsChanged, this, &SignInPage::retranslate);
    connect(m_ways, &WaysIn::providerChosen, this, [this](model::Provider provider) {
        showPart(m_entry);
        m_entry->begin(provider, keep());
    });
    connect(m_ways, &WaysIn::signUpRequested, this, [this] {
        showPart(m_signUp);
        m_signUp->begin();
    });
    connect(m_signUp, &SignUpForm::submitted, this, &SignInPage::signUp);
    connect(m_signUp, &SignUpForm::left, this, [this] { showForm({}); });
    connect(m_entry, &ProviderEntry::left, this, &SignInPage::showForm);
    for (const auto *edit : {m_ui->usernameEdit, m_ui->passwordEdit}) {
        connect(edit, &QLineEdit::textChanged, this, &SignInPage::check);
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    }
    connect(m_reveal, &QAction::toggled, this, [this](bool shown) {
        m_ui->passwordEdit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        retranslate();
    });
    connect(m_ui->signInButton, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_ui->languageButton, &QPushButton::clicked, this, &SignInPage::languageRequested);
}

void SignInPage::showServers()
{
    m_chooser->show();
    m_ui->usernameEdit->setText(m_servers.current().username);
}

void SignInPage::followServer()
{
    m_errors->reset();
    showNotice({});
    m_ui->usernameEdit->setText(m_servers.current().username);
    askOptions();
    focusFirst();
}

void SignInPage::askOptions()
{
    if (!m_busy && !m_session.isOpen())
        m_ways->ask(m_servers.current());
}

// Never two at once: the window would grow for them.
void SignInPage::showPart(QWidget *part)
{
    for (QWidget *each : QWidgetList{m_ui->formBox, m_signUp, m_entry})
        each->hide();
    part->show();
}

void SignInPage::showForm(const QString &notice)
{
    showPart(m_ui->formBox);
    showNotice(notice);
    focusFirst();
}

void SignInPage::signUp(const model::SignUp &who)
{
    whenDone(m_session.signUp(m_servers.current(), who), this,
             [this, username = who.username](const Result<> &result) {
                 if (!result)
                     return m_signUp->refuse(result.error());
                 m_ui->usernameEdit->setText(username);
                 m_ui->passwordEdit->clear();
                 m_errors->reset();
                 showForm(tr("The account %1 is made. Sign in with it.").arg(username));
                 setKind(m_ui->noticeLabel, NoticeKind::Done);
             });
}

Session::Keep SignInPage::keep() const
{
    return m_ui->keepCheck->isChecked() ? Session::Keep::Yes : Session::Keep::No;
}

void SignInPage::check()
{
    QList<FieldError> errors;
    if (m_ui->usernameEdit->text().trimmed().isEmpty())
        errors.append({u"username"_s, tr("Enter your username.")});
    if (m_ui->passwordEdit->text().isEmpty())
        errors.append({u"password"_s, tr("Enter your password.")});
    m_errors->setErrors(errors);
}

void SignInPage::signIn()
{
    if (m_busy || m_errors->reveal())
        return;
    setBusy(true);
    showNotice({});
    const model::SignIn who{m_ui->usernameEdit->text().trimmed(), m_ui->passwordEdit->text()};
    whenDone(m_session.signIn(m_servers.current(), who, keep()), this,
             [this](const Result<> &result) {
                 setBusy(false);
                 if (!result)
                     return showError(result.error());
                 m_ui->passwordEdit->clear();
                 m_reveal->setChecked(false);
             });
}

void SignInPage::finishResume(const Result<bool> &resumed)
{
    setBusy(false);
    if (resumed)
        m_ui->keepCheck->setChecked(*resumed);
    askOptions();
    if (resumed || m_session.isOpen())
        return focusFirst();
    const bool isKeyring =
        m_session.server() == m_servers.current() && resumed.error().field == "keyring"_L1;
    if (isKeyring)
        showNotice(tr("The keyring does not answer, so you are asked for your password."));
    else
        showError(resumed.error());
}

void SignInPage::showError(const Error &error)
{
    if (error.code == ErrorCode::Unauthenticated) {
        m_errors->refuse({u"password"_s, tr("Wrong username or password.")});
        m_ui->passwordEdit->selectAll();
    } else if (error.field == "url"_L1) {
        m_errors->refuse(
            {u"url"_s, m_servers.current().url.scheme() == "http"_L1
                           ? tr("Plain http is only for this computer. Use an https address.")
                           : tr("This address cannot be used. Edit the server.")});
    } else if (error.field == "authorityFile"_L1) {
        m_errors->refuse({u"url"_s, tr("The file of the certificate authority cannot be used. "
                                       "Edit the server.")});
    } else if (error.code == ErrorCode::Unavailable || error.code == ErrorCode::TimedOut) {
        showNotice(unreachableText(error));
    } else if (error.code == ErrorCode::TooMany) {
        showNotice(tr("Too many attempts. Wait a minute, then try again."));
    } else {
        showNotice(ErrorText::of(error));
    }
}

void SignInPage::showNotice(const QString &text)
{
    setKind(m_ui->noticeLabel, NoticeKind::Notice);
    m_ui->noticeLabel->setText(text);
    m_ui->noticeLabel->setVisible(!text.isEmpty());
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *widget :
         QWidgetList{m_ui->serverCombo, m_ui->editServerButton, m_ui->usernameEdit,
                     m_ui->passwordEdit, m_ui->keepCheck, m_ui->signInButton, m_ways})
        widget->setEnabled(!busy);
    retranslate();
    if (!busy && isVisible())
        focusFirst();
}

QString SignInPage::unreachableText(const Error &error) const
{
    const QUrl &url = m_servers.current().url;
    QString text = tr("%1 cannot be reached: %2.").arg(url.toString(), error.detail);
    if (url.scheme() == "https"_L1)
        text += u' '
                % tr("If it has a certificate of your own authority, choose the authority’s file "
                     "under Edit.");
    return text;
}

void SignInPage::retranslate()
{
    const QString &platform = m_ways->options().platformName;
    m_ui->titleLabel->setText(tr("Sign in to %1").arg(platform.isEmpty() ? u"Berth"_s : platform));
    m_ui->signInButton->setText(m_busy ? tr("Signing in…") : tr("Sign in"));
    //: The other language, in its own words.
    m_ui->languageButton->setText(tr("中文"));
    m_ui->versionLabel->setText(QCoreApplication::applicationVersion());
    m_reveal->setText(m_reveal->isChecked() ? tr("Hide password") : tr("Show password"));
    m_reveal->setToolTip(m_reveal->text());
}
