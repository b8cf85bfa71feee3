// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/serverdialog.h"

#include "ui_serverdialog.h"

#include "app/dialogs/fielderrors.h"
#include "app/dialogs/prompt.h"
#include "core/base/async.h"

#include <QFileInfo>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

ServerDialog::ServerDialog(const Value &value, QStringList otherNames, Removable removable,
                           Prompt &prompt, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ServerDialog>())
    , m_errors(new FieldErrors(this))
    , m_otherNames(std::move(otherNames))
    , m_prompt(prompt)
{
    m_ui->setupUi(this);
    setWindowTitle(value.name.isEmpty() ? tr("Add a server") : tr("Edit server"));
    m_ui->nameEdit->setText(value.name);
    m_ui->urlEdit->setText(value.address);
    m_ui->authorityEdit->setText(value.authorityFile);
    m_ui->removeButton->setVisible(removable == Removable::Yes);
    m_errors->add(u"name"_s, m_ui->nameEdit, m_ui->nameErrorLabel, m_ui->nameHelpLabel);
    m_errors->add(u"url"_s, m_ui->urlEdit, m_ui->urlErrorLabel, m_ui->urlHelpLabel);
    m_errors->add(u"authority"_s, m_ui->authorityEdit, m_ui->authorityErrorLabel,
                  m_ui->authorityHelpLabel);
    for (const auto *edit : {m_ui->nameEdit, m_ui->urlEdit, m_ui->authorityEdit})
        connect(edit, &QLineEdit::textChanged, this, &ServerDialog::check);
    connect(m_ui->chooseButton, &QPushButton::clicked, this, &ServerDialog::chooseFile);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &ServerDialog::save);
    connect(m_ui->removeButton, &QPushButton::clicked, this, [this] {
        emit removed();
        accept();
    });
    check();
}

ServerDialog::~ServerDialog() = default;

ServerDialog::Value ServerDialog::value() const
{
    return {m_ui->nameEdit->text().trimmed(), m_ui->urlEdit->text().trimmed(),
            m_ui->authorityEdit->text().trimmed()};
}

void ServerDialog::check()
{
    const Value now = value();
    QList<FieldError> errors;
    if (now.name.isEmpty())
        errors.append({u"name"_s, tr("Give the server a name.")});
    else if (m_otherNames.contains(now.name))
        errors.append({u"name"_s, tr("There is a server of this name. Choose another.")});
    const QUrl url(now.address, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty())
        errors.append({u"url"_s, tr("Write the address like https://berth.lab:8443.")});
    if (!now.authorityFile.isEmpty() && !QFileInfo(now.authorityFile).isReadable())
        errors.append({u"authority"_s, tr("This file cannot be read. Choose another.")});
    m_errors->setErrors(errors);
}

void ServerDialog::save()
{
    if (m_errors->reveal())
        return;
    emit saved(value());
    accept();
}

void ServerDialog::chooseFile()
{
    const auto file = m_prompt.chooseFile(tr("Certificate authority"),
                                          tr("Certificates (*.pem *.crt);;All files (*)"));
    whenDone(file, this, [this](const QString &path) {
        if (!path.isEmpty())
            m_ui->authorityEdit->setText(path);
    });
}
