// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/templatepane.h"

#include "ui_templatepane.h"

#include "app/text/templatetext.h"
#include "app/widgets/fieldblock.h"

#include <QEvent>

#include <algorithm>

using model::TemplateScope;

TemplatePane::TemplatePane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::TemplatePane>())
{
    m_ui->setupUi(this);
    m_ui->templateScopeCombo->addItem({}, int(TemplateScope::User));
    m_ui->templateScopeCombo->addItem({}, int(TemplateScope::Team));
    m_ui->deleteTemplateButton->hide();
    watch();
    fillScopes();
    fold(false);
    showProblem({});
    showFileProblem({});
}

TemplatePane::~TemplatePane() = default;

void TemplatePane::setTemplates(const QList<model::JobTemplate> &templates)
{
    m_ui->deleteTemplateButton->setVisible(std::any_of(
        templates.begin(), templates.end(), [](const auto &saved) { return saved.mayChange; }));
}

void TemplatePane::setVc(const model::VcName &vc)
{
    m_vc = vc;
    showReaders();
}

model::TemplateKey TemplatePane::key() const
{
    return {m_ui->templateNameEdit->text().trimmed(),
            TemplateScope(m_ui->templateScopeCombo->currentData().toInt())};
}

void TemplatePane::setKey(const model::TemplateKey &key)
{
    showFileProblem({});
    m_ui->templateNameEdit->setText(key.name);
    m_ui->templateScopeCombo->setCurrentIndex(m_ui->templateScopeCombo->findData(int(key.scope)));
}

void TemplatePane::showProblem(const QString &text)
{
    const bool isWrong = !text.isEmpty();
    m_ui->templateNameErrorLabel->setText(text);
    m_ui->templateNameErrorLabel->setVisible(isWrong);
    m_ui->templateNameHelpLabel->setVisible(!isWrong);
    m_ui->templateNameEdit->setAccessibleDescription(text);
    setInvalid(m_ui->templateNameEdit, isWrong);
    if (!isWrong)
        return;
    m_ui->templateButton->setChecked(true);
    m_ui->templateNameEdit->setFocus();
}

void TemplatePane::showFileProblem(const QString &text)
{
    m_ui->templateFileErrorLabel->setText(text);
    m_ui->templateFileErrorLabel->setVisible(!text.isEmpty());
    m_ui->importButton->setAccessibleDescription(text);
    if (!text.isEmpty())
        m_ui->importButton->setFocus();
}

void TemplatePane::setBusy(bool busy)
{
    m_ui->saveTemplateButton->setEnabled(!busy);
}

void TemplatePane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillScopes();
        showProblem({});
    }
    QWidget::changeEvent(event);
}

void TemplatePane::watch()
{
    connect(m_ui->templateButton, &QToolButton::toggled, this, &TemplatePane::fold);
    connect(m_ui->templateNameEdit, &QLineEdit::textChanged, this, [this] { showProblem({}); });
    connect(m_ui->templateNameEdit, &QLineEdit::returnPressed, this, &TemplatePane::saveRequested);
    connect(m_ui->templateScopeCombo, &QComboBox::currentIndexChanged, this, [this] {
        showReaders();
        showProblem({});
    });
    connect(m_ui->saveTemplateButton, &QPushButton::clicked, this, &TemplatePane::saveRequested);
    connect(m_ui->deleteTemplateButton, &QPushButton::clicked, this,
            &TemplatePane::deleteRequested);
    connect(m_ui->importButton, &QPushButton::clicked, this, &TemplatePane::importRequested);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &TemplatePane::exportRequested);
}

void TemplatePane::fillScopes()
{
    for (int i = 0; i < m_ui->templateScopeCombo->count(); ++i) {
        const auto scope = TemplateScope(m_ui->templateScopeCombo->itemData(i).toInt());
        m_ui->templateScopeCombo->setItemText(i, TemplateText::scope(scope));
        m_ui->templateScopeCombo->setItemData(i, TemplateText::readers(scope, m_vc),
                                              Qt::ToolTipRole);
    }
    showReaders();
}

void TemplatePane::showReaders()
{
    m_ui->templateScopeHelpLabel->setText(TemplateText::readers(key().scope, m_vc));
}

void TemplatePane::fold(bool open)
{
    m_ui->templateBox->setVisible(open);
    m_ui->templateButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
}
