// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/signupform.h"

#include "ui_signupform.h"

#include "app/dialogs/fielderrors.h"
#include "app/text/accounttext.h"
#include "app/text/errortext.h"
#include "app/text/signintext.h"
#include "core/rules/accountrules.h"

#include <QEvent>
#include <QKeyEvent>

using namespace Qt::Literals::StringLiterals;

SignUpForm::SignUpForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SignUpForm>())
    , m_errors(new FieldErrors(this))
{
    m_ui->setupUi(this);
    m_errors->add(u"username"_s, m_ui->usernameEdit, m_ui->usernameErrorLabel,
                  m_ui->usernameHelpLabel);
    m_errors->add(u"nickname"_s, m_ui->nicknameEdit, m_ui->nicknameErrorLabel,
                  m_ui->nicknameHelpLabel);
    m_errors->add(u"password"_s, m_ui->passwordEdit, m_ui->passwordErrorLabel,
                  m_ui->passwordHelpLabel);
    m_errors->add(u"repeat"_s, m_ui->repeatEdit, m_ui->repeatErrorLabel, m_ui->repeatHelpLabel);
    for (const auto *edit :
         {m_ui->usernameEdit, m_ui->nicknameEdit, m_ui->passwordEdit, m_ui->repeatEdit}) {
        connect(edit, &QLineEdit::textChanged, this, &SignUpForm::check);
        connect(edit, &QLineEdit::returnPressed, this, &SignUpForm::submit);
    }
    connect(m_ui->signUpButton, &QPushButton::clicked, this, &SignUpForm::submit);
    connect(m_ui->backButton, &QPushButton::clicked, this, &SignUpForm::left);
    clear();
    retranslate();
}

SignUpForm::~SignUpForm() = default;

void SignUpForm::begin()
{
    m_provider.reset();
    clear();
    retranslate();
    m_ui->usernameEdit->setFocus();
}

void SignUpForm::beginFor(model::Provider provider, const QString &nickname)
{
    m_provider = provider;
    clear();
    m_ui->nicknameEdit->setText(nickname);
    retranslate();
    m_ui->usernameEdit->setFocus();
}

void SignUpForm::clear()
{
    for (auto *edit :
         {m_ui->usernameEdit, m_ui->nicknameEdit, m_ui->passwordEdit, m_ui->repeatEdit})
        edit->clear();
    setBusy(false);
    check();
    m_errors->reset();
}

void SignUpForm::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *widget :
         {static_cast<QWidget *>(m_ui->usernameEdit), static_cast<QWidget *>(m_ui->nicknameEdit),
          static_cast<QWidget *>(m_ui->passwordEdit), static_cast<QWidget *>(m_ui->repeatEdit),
          static_cast<QWidget *>(m_ui->backButton), static_cast<QWidget *>(m_ui->signUpButton)})
        widget->setEnabled(!busy);
}

void SignUpForm::refuse(const Error &error)
{
    setBusy(false);
    const bool isTaken = error.code == ErrorCode::Conflict && error.field == "username"_L1;
    const QString text = isTaken ? AccountText::usernameTaken()
                         : error.code == ErrorCode::Forbidden
                             ? tr("Accounts are made by the administrators here. Ask one of them.")
                             : ErrorText::of(error);
    if (m_errors->refuse({error.field, text}))
        return;
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->show();
}

void SignUpForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        retranslate();
        check();
    }
    QWidget::changeEvent(event);
}

void SignUpForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_busy)
        emit left();
    else
        QWidget::keyPressEvent(event);
}

model::SignUp SignUpForm::value() const
{
    return {m_ui->usernameEdit->text().trimmed(), m_ui->nicknameEdit->text().trimmed(),
            m_ui->passwordEdit->text()};
}

void SignUpForm::check()
{
    QList<FieldError> errors;
    for (const auto &violation : rules::check(value()))
        errors.append({violation.field, AccountText::of(violation)});
    if (m_ui->repeatEdit->text() != m_ui->passwordEdit->text())
        errors.append({u"repeat"_s, tr("The two do not match. Enter the password again.")});
    m_errors->setErrors(errors);
    m_ui->problemLabel->hide();
}

void SignUpForm::submit()
{
    if (m_busy || m_errors->reveal())
        return;
    setBusy(true);
    emit submitted(value());
}

void SignUpForm::retranslate()
{
    m_ui->titleLabel->setText(m_provider ? tr("One step left") : tr("Sign up"));
    m_ui->subtitleLabel->setText(
        m_provider ? tr("Nobody here has your account at %1 yet. Choose how you are called on this "
                        "platform, and a password for when %1 is away.")
                         .arg(SignInText::provider(*m_provider))
                   : tr("An administrator gives the new account its rights."));
    m_ui->subtitleLabel->setMinimumHeight(
        m_ui->subtitleLabel->heightForWidth(maximumWidth())); // not that of a narrow column
    m_ui->signUpButton->setText(m_provider ? tr("Create account") : tr("Sign up"));
    m_ui->signUpButton->setAccessibleName(m_ui->signUpButton->text());
}
