// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/sshkeydialog.h"

#include "ui_sshkeydialog.h"

#include "app/dialogs/fielderrors.h"
#include "app/dialogs/prompt.h"
#include "app/text/signintext.h"
#include "core/base/async.h"
#include "core/rules/sshkeyrules.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMostBytes = 64 * 1024;

} // namespace

SshKeyDialog::SshKeyDialog(Prompt &prompt, QWidget *parent)
    : GrowingDialog(parent)
    , m_ui(std::make_unique<Ui::SshKeyDialog>())
    , m_errors(new FieldErrors(this))
    , m_prompt(prompt)
{
    m_ui->setupUi(this);
    m_errors->add(u"line"_s, m_ui->lineEdit, m_ui->lineErrorLabel, m_ui->lineHelpLabel);
    connect(m_ui->lineEdit, &QPlainTextEdit::textChanged, this, &SshKeyDialog::check);
    connect(m_ui->fileButton, &QPushButton::clicked, this, &SshKeyDialog::chooseFile);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->addButton, &QPushButton::clicked, this, &SshKeyDialog::submit);
    check();
}

SshKeyDialog::~SshKeyDialog() = default;

QString SshKeyDialog::line() const
{
    return m_ui->lineEdit->toPlainText().trimmed();
}

void SshKeyDialog::showProblem(const QString &text)
{
    m_ui->addButton->setEnabled(true);
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->show();
}

// Nobody may see a private key: it does not even stay in the field.
void SshKeyDialog::check()
{
    const auto parsed = rules::parseSshKey(line());
    const auto *key = std::get_if<rules::ParsedSshKey>(&parsed);
    QList<FieldError> errors;
    if (!key)
        errors.append({u"line"_s, SignInText::sshKey(std::get<rules::SshKeyRule>(parsed))});
    m_errors->setErrors(errors);
    m_ui->foundLabel->setText(key ? key->type + u"  " + key->fingerprint() + u"  " + key->name
                                  : QString());
    m_ui->foundLabel->setVisible(key);
    m_ui->problemLabel->hide();
    const bool isPrivate =
        !key && std::get<rules::SshKeyRule>(parsed) == rules::SshKeyRule::Private;
    if (isPrivate) {
        const QSignalBlocker blocker(m_ui->lineEdit);
        m_ui->lineEdit->clear();
        m_errors->refuse(errors.first());
    }
}

void SshKeyDialog::submit()
{
    if (m_errors->reveal())
        return;
    m_ui->addButton->setEnabled(false);
    emit submitted(line());
}

void SshKeyDialog::chooseFile()
{
    const auto file =
        m_prompt.chooseFile(tr("Public key"), tr("Public keys (*.pub);;All files (*)"));
    whenDone(file, this, [this](const QString &path) {
        if (!path.isEmpty())
            read(path);
    });
}

void SshKeyDialog::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return showProblem(tr("This file cannot be read. Choose another."));
    m_ui->lineEdit->setPlainText(QString::fromUtf8(file.read(kMostBytes)));
    m_errors->reveal();
}
