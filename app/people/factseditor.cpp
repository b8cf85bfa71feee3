// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/factseditor.h"

#include "app/text/format.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

FactsEditor::FactsEditor(QWidget *parent)
    : QWidget(parent)
    , m_errors(new FieldErrors(this))
    , m_facts(new FactList)
    , m_stack(new QStackedWidget)
    , m_form(new QVBoxLayout)
    , m_problem(new QLabel)
    , m_edit(new QPushButton)
    , m_cancel(new QPushButton)
    , m_save(new QPushButton)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *reading = new QWidget;
    auto *column = new QVBoxLayout(reading);
    column->setContentsMargins({});
    column->setSpacing(kGrid);
    m_edit->setIcon(icon(Icon::Edit));
    column->addWidget(m_facts);
    column->addWidget(m_edit, 0, Qt::AlignLeft);
    column->addStretch();
    m_stack->addWidget(reading);
    m_stack->addWidget(makeForm());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_stack);
    connect(m_edit, &QPushButton::clicked, this, &FactsEditor::edit);
    connect(m_cancel, &QPushButton::clicked, this, &FactsEditor::finish);
    connect(m_save, &QPushButton::clicked, this, &FactsEditor::save);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), m_stack->widget(1));
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] { hasUnsavedInput() ? void() : finish(); });
}

QWidget *FactsEditor::makeForm()
{
    auto *form = new QWidget;
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    setKind(m_save, ButtonKind::Primary);
    setType(m_problem, LabelType::Error);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_form->setSpacing(2 * kGrid);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    layout->addLayout(m_form);
    layout->addWidget(m_problem);
    layout->addLayout(buttons);
    layout->addStretch();
    form->setMaximumWidth(480);
    return form;
}

void FactsEditor::addRow(const Field &field)
{
    Row row{new QLabel, new QLineEdit, new QLabel};
    row.edit->setObjectName(field.key + u"Edit"_s);
    row.label->setBuddy(row.edit);
    row.error->setObjectName(field.key + u"ErrorLabel"_s);
    row.error->setWordWrap(true);
    row.error->setTextFormat(Qt::PlainText);
    setType(row.label, LabelType::Label);
    setType(row.error, LabelType::Error);
    auto *column = new QVBoxLayout;
    column->setSpacing(kGrid / 2);
    column->addWidget(row.label);
    column->addWidget(row.edit);
    column->addWidget(row.error);
    m_form->addLayout(column);
    m_errors->add(field.key, row.edit, row.error);
    connect(row.edit, &QLineEdit::textChanged, this, &FactsEditor::check);
    connect(row.edit, &QLineEdit::returnPressed, this, &FactsEditor::save);
    m_rows.insert(field.key, row);
}

void FactsEditor::setFields(const QList<Field> &fields)
{
    m_fields = fields;
    for (const Field &field : fields) {
        if (!m_rows.contains(field.key))
            addRow(field);
        const Row row = m_rows.value(field.key);
        row.label->setText(field.optional ? tr("%1 (optional)").arg(field.label) : field.label);
        row.edit->setAccessibleName(field.label);
    }
}

void FactsEditor::setCheck(std::function<QList<FieldError>(const Values &)> check)
{
    m_check = std::move(check);
}

void FactsEditor::setValues(const Values &values, const QList<FactList::Fact> &before,
                            const QList<FactList::Fact> &after)
{
    m_values = values;
    QList<FactList::Fact> facts = before;
    for (const Field &field : std::as_const(m_fields)) {
        const QString value = values.value(field.key);
        facts << FactList::Fact{field.label, value.isEmpty() ? Format::none() : value};
    }
    m_facts->setFacts(facts + after);
}

void FactsEditor::setWhyNot(const QString &whyNot)
{
    m_edit->setEnabled(whyNot.isEmpty());
    m_edit->setToolTip(whyNot);
}

void FactsEditor::retranslate()
{
    m_edit->setText(tr("Edit"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save changes"));
    setNames(m_edit, u"editButton"_s, m_edit->text());
    setNames(m_cancel, u"cancelEditButton"_s, m_cancel->text());
    setNames(m_save, u"saveChangesButton"_s, m_save->text());
}

FactsEditor::Values FactsEditor::typed() const
{
    Values values;
    for (const Field &field : m_fields)
        values.insert(field.key, m_rows.value(field.key).edit->text());
    return values;
}

bool FactsEditor::hasUnsavedInput() const
{
    return m_stack->currentIndex() == 1 && typed() != m_values;
}

void FactsEditor::edit()
{
    for (const Field &field : std::as_const(m_fields))
        m_rows.value(field.key).edit->setText(m_values.value(field.key));
    m_errors->reset();
    m_problem->hide();
    m_save->setEnabled(true);
    m_stack->setCurrentIndex(1);
    m_rows.value(m_fields.first().key).edit->setFocus();
}

void FactsEditor::check()
{
    m_errors->setErrors(m_check ? m_check(typed()) : QList<FieldError>());
    m_problem->hide();
    m_save->setEnabled(true);
}

void FactsEditor::save()
{
    check();
    if (m_errors->reveal())
        return;
    if (typed() == m_values)
        return finish();
    m_save->setEnabled(false);
    emit saveRequested(typed());
}

void FactsEditor::finish()
{
    m_stack->setCurrentIndex(0);
    m_edit->setFocus();
}

void FactsEditor::refuse(const FieldError &error)
{
    m_save->setEnabled(true);
    if (m_errors->refuse(error))
        return;
    m_problem->setText(error.text);
    m_problem->show();
}
