// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/deletetemplatedialog.h"

#include "ui_deletetemplatedialog.h"

#include "app/text/templatetext.h"

#include <algorithm>

DeleteTemplateDialog::DeleteTemplateDialog(QWidget *parent)
    : GrowingDialog(parent)
    , m_ui(std::make_unique<Ui::DeleteTemplateDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(tr("Delete a template"));
    m_ui->deleteButton->setDefault(false);
    m_ui->deleteButton->setAutoDefault(false);
    m_ui->problemLabel->hide();
    connect(m_ui->templateCombo, &QComboBox::currentIndexChanged, this,
            &DeleteTemplateDialog::showLoss);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->deleteButton, &QPushButton::clicked, this, &DeleteTemplateDialog::confirm);
    showLoss();
}

DeleteTemplateDialog::~DeleteTemplateDialog() = default;

void DeleteTemplateDialog::setTemplates(const QList<model::JobTemplate> &templates)
{
    const auto before = m_templates.value(m_ui->templateCombo->currentIndex()).key;
    m_templates = templates;
    m_ui->templateCombo->clear();
    for (const model::JobTemplate &saved : templates)
        m_ui->templateCombo->addItem(TemplateText::title(saved.key));
    choose(before);
    showLoss();
}

void DeleteTemplateDialog::choose(const model::TemplateKey &key)
{
    const auto it = std::find_if(m_templates.begin(), m_templates.end(),
                                 [&key](const auto &saved) { return saved.key == key; });
    if (it != m_templates.end())
        m_ui->templateCombo->setCurrentIndex(int(it - m_templates.begin()));
}

void DeleteTemplateDialog::showProblem(const QString &text)
{
    m_ui->problemLabel->setText(text);
    m_ui->problemLabel->show();
    m_ui->deleteButton->setEnabled(!m_templates.isEmpty());
}

void DeleteTemplateDialog::showLoss()
{
    const int place = m_ui->templateCombo->currentIndex();
    const bool isChosen = place >= 0 && place < m_templates.size();
    const model::JobTemplate chosen = isChosen ? m_templates.at(place) : model::JobTemplate();
    m_ui->problemLabel->hide();
    m_ui->deleteButton->setEnabled(isChosen);
    m_ui->templateHelpLabel->setText(isChosen ? TemplateText::origin(chosen) : QString());
    m_ui->lossLabel->setText(
        chosen.key.scope == model::TemplateScope::Team
            ? tr("Everybody in the VC %1 loses it. Jobs stay. This cannot be undone.")
                  .arg(chosen.vc.value_or(model::VcName()).value())
            : tr("You lose it in every VC. Jobs stay. This cannot be undone."));
}

void DeleteTemplateDialog::confirm()
{
    const int place = m_ui->templateCombo->currentIndex();
    if (place < 0 || place >= m_templates.size())
        return;
    m_ui->deleteButton->setEnabled(false);
    emit confirmed(m_templates.at(place));
}
