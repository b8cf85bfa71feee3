// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/deletevcdialog.h"

#include "ui_deletevcdialog.h"

using namespace Qt::Literals::StringLiterals;

DeleteVcDialog::DeleteVcDialog(const model::VcShare &vc, QWidget *parent)
    : GrowingDialog(parent)
    , m_ui(std::make_unique<Ui::DeleteVcDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Delete virtual cluster"));
    m_ui->nameErrorLabel->hide();
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &DeleteVcDialog::check);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &DeleteVcDialog::confirm);
    setVc(vc);
    check();
}

DeleteVcDialog::~DeleteVcDialog() = default;

void DeleteVcDialog::setVc(const model::VcShare &vc)
{
    m_vc = vc;
    m_ui->titleLabel->setText(tr("Delete the virtual cluster %1?").arg(vc.name.toString()));
    QStringList losses;
    losses << tr("%n of its jobs go with it, with their logs.", nullptr, vc.jobs);
    losses << tr("%n people can no longer use it.", nullptr, vc.userNumber);
    losses << tr("Its team templates go too.") << tr("This cannot be undone.");
    m_ui->lossLabel->setText(losses.join(u'\n'));
    m_ui->nameHelpLabel->setText(tr("Type %1.").arg(vc.name.toString()));
}

void DeleteVcDialog::showProblem(const QString &text)
{
    check();
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->show();
}

bool DeleteVcDialog::isTyped() const
{
    return m_ui->nameEdit->text() == m_vc.name.value();
}

void DeleteVcDialog::check()
{
    m_ui->deleteButton->setEnabled(isTyped());
    m_ui->problemLabel->hide();
}

void DeleteVcDialog::confirm()
{
    if (!isTyped())
        return;
    m_ui->deleteButton->setEnabled(false);
    emit confirmed(m_ui->nameEdit->text());
}
