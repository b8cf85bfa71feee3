// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/profileform.h"

#include "ui_profileform.h"

#include "app/dialogs/fielderrors.h"
#include "app/text/accounttext.h"
#include "app/text/errortext.h"
#include "core/rules/accountrules.h"

#include <QEvent>

using namespace Qt::Literals::StringLiterals;

ProfileForm::ProfileForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProfileForm>())
    , m_errors(new FieldErrors(this))
{
    m_ui->setupUi(this);
    m_errors->add(u"nickname"_s, m_ui->nicknameEdit, m_ui->nicknameErrorLabel,
                  m_ui->nicknameHelpLabel);
    m_errors->add(u"phone"_s, m_ui->phoneEdit, m_ui->phoneErrorLabel, m_ui->phoneHelpLabel);
    m_errors->add(u"email"_s, m_ui->emailEdit, m_ui->emailErrorLabel, m_ui->emailHelpLabel);
    for (const auto *edit : {m_ui->nicknameEdit, m_ui->phoneEdit, m_ui->emailEdit}) {
        connect(edit, &QLineEdit::textChanged, this, &ProfileForm::check);
        connect(edit, &QLineEdit::returnPressed, this, &ProfileForm::submit);
    }
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ProfileForm::submit);
    connect(m_ui->discardButton, &QPushButton::clicked, this, &ProfileForm::discard);
    check();
}

ProfileForm::~ProfileForm() = default;

void ProfileForm::setProfile(const model::Profile &profile)
{
    const bool isWritten = hasChanges();
    m_saved = {profile.nickname, profile.phone, profile.email};
    if (isWritten)
        check();
    else
        discard();
}

bool ProfileForm::hasChanges() const
{
    return value() != m_saved;
}

void ProfileForm::takeSaved(const model::Profile &profile)
{
    m_saved = {profile.nickname, profile.phone, profile.email};
    discard();
}

void ProfileForm::refuse(const Error &error)
{
    setBusy(false);
    if (m_errors->refuse({error.field, ErrorText::of(error)}))
        return;
    m_ui->problemLabel->setText(ErrorText::of(error));
    m_ui->problemLabel->show();
}

void ProfileForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        check();
    }
    QWidget::changeEvent(event);
}

model::ProfileChange ProfileForm::value() const
{
    return {m_ui->nicknameEdit->text().trimmed(), m_ui->phoneEdit->text().trimmed(),
            m_ui->emailEdit->text().trimmed()};
}

void ProfileForm::discard()
{
    m_ui->nicknameEdit->setText(m_saved.nickname);
    m_ui->phoneEdit->setText(m_saved.phone);
    m_ui->emailEdit->setText(m_saved.email);
    m_errors->reset();
    setBusy(false);
}

void ProfileForm::check()
{
    QList<FieldError> errors;
    for (const auto &violation : rules::check(value()))
        errors.append({violation.field, AccountText::of(violation)});
    m_errors->setErrors(errors);
    m_ui->problemLabel->hide();
    m_ui->saveButton->setEnabled(!m_busy && hasChanges());
    m_ui->discardButton->setVisible(hasChanges());
}

void ProfileForm::submit()
{
    if (m_busy || !hasChanges() || m_errors->reveal())
        return;
    setBusy(true);
    emit submitted(value());
}

void ProfileForm::setBusy(bool busy)
{
    m_busy = busy;
    check();
}
