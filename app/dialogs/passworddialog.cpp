// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/passworddialog.h"

#include "ui_passworddialog.h"

#include "app/dialogs/fielderrors.h"
#include "core/rules/accountrules.h"

using namespace Qt::Literals::StringLiterals;

PasswordDialog::PasswordDialog(QString username, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PasswordDialog>())
    , m_errors(new FieldErrors(this))
    , m_username(std::move(username))
{
    m_ui->setupUi(this);
    m_ui->problemLabel->hide();
    m_ui->dialogLayout->insertStretch(m_ui->dialogLayout->count() - 1); // not between the fields
    m_errors->add(u"currentPassword"_s, m_ui->currentEdit, m_ui->currentErrorLabel);
    m_errors->add(u"newPassword"_s, m_ui->newEdit, m_ui->newErrorLabel, m_ui->newHelpLabel);
    m_errors->add(u"repeat"_s, m_ui->repeatEdit, m_ui->repeatErrorLabel);
    for (auto *label : {m_ui->currentHelpLabel, m_ui->repeatHelpLabel})
        label->hide();
    for (const auto *edit : {m_ui->currentEdit, m_ui->newEdit, m_ui->repeatEdit})
        connect(edit, &QLineEdit::textChanged, this, &PasswordDialog::check);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->changeButton, &QPushButton::clicked, this, &PasswordDialog::choose);
    check();
}

PasswordDialog::~PasswordDialog() = default;

void PasswordDialog::showProblem(const QString &field, const QString &text)
{
    m_ui->changeButton->setEnabled(true);
    if (m_errors->refuse({field, text}))
        return;
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->show();
}

void PasswordDialog::check()
{
    QList<FieldError> errors;
    if (m_ui->currentEdit->text().isEmpty())
        errors.append({u"currentPassword"_s, tr("Enter the password you have now.")});
    const QString password = m_ui->newEdit->text();
    if (const auto broken = rules::checkPassword(password, m_username)) {
        const QString text =
            *broken == rules::PasswordRule::TooShort
                ? tr("Use at least %n characters.", nullptr, rules::kLeastPasswordCharacters)
            : *broken == rules::PasswordRule::TooLong
                ? tr("Use at most %n characters.", nullptr, rules::kMostPasswordCharacters)
                : tr("Choose a password that is not your username.");
        errors.append({u"newPassword"_s, text});
    }
    if (m_ui->repeatEdit->text() != password)
        errors.append({u"repeat"_s, tr("The two do not match. Enter the new password again.")});
    m_errors->setErrors(errors);
    m_ui->problemLabel->hide();
}

void PasswordDialog::choose()
{
    if (m_errors->reveal())
        return;
    m_ui->changeButton->setEnabled(false);
    emit chosen({m_ui->currentEdit->text(), m_ui->newEdit->text()});
}
