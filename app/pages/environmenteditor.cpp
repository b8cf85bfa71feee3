// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/environmenteditor.h"

#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

EnvironmentEditor::EnvironmentEditor(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_add(new QPushButton(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(8);
    m_add->setObjectName("addVariableButton"_L1);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.last().name->setFocus();
    });
    retranslate();
}

EnvironmentEditor::~EnvironmentEditor() = default;

QList<model::EnvironmentVariable> EnvironmentEditor::variables() const
{
    QList<model::EnvironmentVariable> variables;
    for (const Row &row : m_rows) {
        if (!row.name->text().isEmpty() || !row.value->text().isEmpty())
            variables.append({row.name->text(), row.value->text()});
    }
    return variables;
}

void EnvironmentEditor::setVariables(const QList<model::EnvironmentVariable> &variables)
{
    while (!m_rows.isEmpty())
        removeRow(m_rows.last().widget);
    for (const auto &variable : variables)
        addRow(variable);
}

void EnvironmentEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void EnvironmentEditor::addRow(const model::EnvironmentVariable &variable)
{
    auto *widget = new QWidget(this);
    const Row row{widget, new QLineEdit(variable.name, widget),
                  new QLineEdit(variable.value, widget), new QPushButton(widget)};
    row.name->setObjectName("variableNameEdit"_L1);
    row.value->setObjectName("variableValueEdit"_L1);
    row.remove->setObjectName("removeVariableButton"_L1);
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(row.name, 2);
    layout->addWidget(row.value, 3);
    layout->addWidget(row.remove);
    m_layout->insertWidget(int(m_rows.size()), widget);
    m_rows.append(row);
    retranslate();
    connect(row.name, &QLineEdit::textChanged, this, &EnvironmentEditor::changed);
    connect(row.value, &QLineEdit::textChanged, this, &EnvironmentEditor::changed);
    connect(row.remove, &QPushButton::clicked, this, [this, widget] { removeRow(widget); });
}

void EnvironmentEditor::removeRow(const QWidget *widget)
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                  [widget](const Row &each) { return each.widget == widget; });
    if (row == m_rows.end())
        return;
    row->widget->hide();
    row->widget->deleteLater();
    m_rows.erase(row);
    m_add->setFocus();
    emit changed();
}

void EnvironmentEditor::retranslate()
{
    m_add->setText(tr("Add variable"));
    m_add->setAccessibleName(m_add->text());
    for (const Row &row : m_rows) {
        row.name->setPlaceholderText(tr("Name"));
        row.name->setAccessibleName(tr("Variable name"));
        row.value->setPlaceholderText(tr("Value"));
        row.value->setAccessibleName(tr("Variable value"));
        row.remove->setText(tr("Remove"));
        row.remove->setAccessibleName(tr("Remove variable"));
    }
}
