// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/supportdialog.h"

#include "ui_supportdialog.h"

#include "app/dialogs/fielderrors.h"
#include "core/model/supportrequest.h"

using namespace Qt::Literals::StringLiterals;

SupportDialog::SupportDialog(const QString &job, const QString &message, QWidget *parent)
    : GrowingDialog(parent)
    , m_ui(std::make_unique<Ui::SupportDialog>())
    , m_errors(new FieldErrors(this))
{
    m_ui->setupUi(this);
    m_ui->titleLabel->setText(tr("Ask support about “%1”").arg(job));
    m_ui->sentAlongLabel->setText(tr(
        "Sent along: your name and mail address, and the job's name, id, virtual cluster, owner, "
        "state, reason, nodes and image."));
    m_ui->problemLabel->hide();
    m_ui->messageEdit->setPlainText(message);
    m_errors->add(u"message"_s, m_ui->messageEdit, m_ui->messageErrorLabel, m_ui->messageHelpLabel);
    connect(m_ui->messageEdit, &QPlainTextEdit::textChanged, this, &SupportDialog::check);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->sendButton, &QPushButton::clicked, this, &SupportDialog::submit);
    check();
    m_ui->messageEdit->setFocus();
}

SupportDialog::~SupportDialog() = default;

QString SupportDialog::message() const
{
    return m_ui->messageEdit->toPlainText().trimmed();
}

void SupportDialog::showProblem(const QString &text)
{
    m_ui->sendButton->setEnabled(true);
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->show();
}

void SupportDialog::check()
{
    constexpr int kMost = model::SupportRequest::kMostMessageBytes;
    QList<FieldError> errors;
    if (message().isEmpty())
        errors.append({u"message"_s, tr("Say what the operators can help with.")});
    else if (message().toUtf8().size() > kMost)
        errors.append({u"message"_s, tr("Shorten it: at most %1 KiB are sent.").arg(kMost / 1024)});
    m_errors->setErrors(errors);
    m_ui->problemLabel->hide();
}

void SupportDialog::submit()
{
    if (m_errors->reveal())
        return;
    m_ui->sendButton->setEnabled(false);
    emit submitted(message());
}
