// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/roleeditor.h"

#include "app/text/peopleruletext.h"
#include "app/text/peopletext.h"
#include "app/theme/looks.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

RoleEditor::RoleEditor(QWidget *parent)
    : QWidget(parent)
    , m_errors(new FieldErrors(this))
    , m_notice(new QLabel)
    , m_nameEdit(new QLineEdit)
    , m_descriptionEdit(new QLineEdit)
    , m_problem(new QLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    m_notice->setObjectName(u"noticeLabel"_s);
    m_notice->setProperty("look", u"notice"_s);
    layout->addWidget(m_notice);
    m_name = addField(u"name"_s, m_nameEdit, layout);
    m_description = addField(u"description"_s, m_descriptionEdit, layout);
    m_permissions = addField(u"permissions"_s, makePermissions(), layout);
    setType(m_problem, LabelType::Error);
    layout->addWidget(m_problem);
    for (QLabel *label : {m_notice, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->hide();
    }
    for (QLineEdit *edit : {m_nameEdit, m_descriptionEdit}) {
        connect(edit, &QLineEdit::textChanged, this, &RoleEditor::check);
        connect(edit, &QLineEdit::returnPressed, this, &RoleEditor::confirmed);
    }
    setFocusProxy(m_nameEdit);
}

RoleEditor::Field RoleEditor::addField(const QString &name, QWidget *editor, QVBoxLayout *layout)
{
    const Field field{new QLabel, editor};
    auto *error = new QLabel;
    editor->setObjectName(name + u"Edit"_s);
    field.label->setBuddy(editor);
    error->setObjectName(name + u"ErrorLabel"_s);
    error->setTextFormat(Qt::PlainText);
    setType(field.label, LabelType::Label);
    setType(error, LabelType::Error);
    auto *column = new QVBoxLayout;
    column->setSpacing(kGrid / 2);
    column->addWidget(field.label);
    column->addWidget(editor);
    column->addWidget(error);
    layout->addLayout(column);
    m_errors->add(name, editor, error);
    return field;
}

QWidget *RoleEditor::makePermissions()
{
    auto *list = new QWidget;
    auto *layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, kGrid / 2, 0, 0);
    layout->setSpacing(0);
    for (const auto &[permission, name] : json::EnumNames<model::Permission>::table) {
        auto *box = new QCheckBox;
        auto *explanation = new QLabel;
        box->setObjectName(QString(name) + u"Box"_s);
        setType(explanation, LabelType::Help);
        explanation->setContentsMargins(3 * kGrid, 0, 0, kGrid / 2);
        layout->addWidget(box);
        layout->addWidget(explanation);
        connect(box, &QCheckBox::toggled, this, &RoleEditor::check);
        m_boxes.insert(permission, box);
        m_explanations.insert(permission, explanation);
        if (!list->focusProxy())
            list->setFocusProxy(box);
    }
    return list;
}

void RoleEditor::setForm(const model::RoleForm &form)
{
    m_nameEdit->setText(form.name);
    m_descriptionEdit->setText(form.description);
    for (auto box = m_boxes.cbegin(); box != m_boxes.cend(); ++box)
        (*box)->setChecked(form.permissions.contains(box.key()));
    m_before = this->form();
    m_errors->reset();
    check();
}

model::RoleForm RoleEditor::form() const
{
    model::RoleForm form{m_nameEdit->text().trimmed(), m_descriptionEdit->text().trimmed(), {}};
    for (const auto &[permission, name] : json::EnumNames<model::Permission>::table) {
        if (m_boxes.value(permission)->isChecked())
            form.permissions << permission;
    }
    return form;
}

void RoleEditor::check()
{
    QList<FieldError> errors;
    for (const rules::PeopleViolation &violation : rules::check(form()))
        errors << FieldError{violation.field, PeopleRuleText::of(violation)};
    m_errors->setErrors(errors);
    m_problem->hide();
}

void RoleEditor::setWhyNot(const QString &whyNot, const model::Account &me)
{
    m_notice->setText(whyNot);
    m_notice->setVisible(!whyNot.isEmpty());
    m_nameEdit->setReadOnly(!whyNot.isEmpty());
    m_descriptionEdit->setReadOnly(!whyNot.isEmpty());
    for (auto box = m_boxes.cbegin(); box != m_boxes.cend(); ++box) {
        const auto refusal = rules::refusalOf(model::RoleForm{{}, {}, {box.key()}}, me);
        (*box)->setEnabled(whyNot.isEmpty() && !refusal);
        (*box)->setToolTip(refusal ? PeopleRuleText::refusal(*refusal) : QString());
    }
}

bool RoleEditor::reveal()
{
    check();
    return m_errors->reveal();
}

void RoleEditor::refuse(const FieldError &error)
{
    if (m_errors->refuse(error))
        return;
    m_problem->setText(error.text);
    m_problem->show();
}

void RoleEditor::retranslate()
{
    m_name.label->setText(tr("Role Name"));
    m_description.label->setText(tr("Description (optional)"));
    m_permissions.label->setText(tr("Permissions"));
    m_nameEdit->setAccessibleName(tr("Role Name"));
    m_descriptionEdit->setAccessibleName(tr("Description"));
    m_permissions.editor->setAccessibleName(tr("Permissions"));
    for (auto box = m_boxes.cbegin(); box != m_boxes.cend(); ++box) {
        (*box)->setText(PeopleText::permission(box.key()));
        m_explanations.value(box.key())->setText(PeopleText::explanation(box.key()));
        (*box)->setAccessibleDescription(PeopleText::explanation(box.key()));
    }
    check();
}
