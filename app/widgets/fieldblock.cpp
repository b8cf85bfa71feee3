// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldblock.h"

#include "app/theme/looks.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

FieldBlock::FieldBlock(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_editor(editor)
    , m_note(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_label);
    layout->addWidget(editor);
    layout->addWidget(m_note);
    m_label->setBuddy(editor);
    setType(m_label, LabelType::Label);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setObjectName(editor->objectName() + u"Note"_s);
    setLabel(label);
    showNote();
}

void FieldBlock::setLabel(const QString &label)
{
    m_label->setText(label);
    m_editor->setAccessibleName(label);
}

void FieldBlock::setHelp(const QString &help)
{
    m_help = help;
    showNote();
}

void FieldBlock::setError(const QString &error)
{
    m_error = error;
    showNote();
}

void FieldBlock::showNote()
{
    const bool wrong = !m_error.isEmpty();
    setType(m_note, wrong ? LabelType::Error : LabelType::Help);
    m_note->setText(wrong ? m_error : m_help);
    m_note->setVisible(!m_note->text().isEmpty());
    m_editor->setAccessibleDescription(m_note->text());
    setInvalid(m_editor, wrong);
}

void setInvalid(QWidget *editor, bool invalid)
{
    if (editor->property("invalid").toBool() == invalid)
        return;
    editor->setProperty("invalid", invalid);
    editor->style()->unpolish(editor);
    editor->style()->polish(editor);
}
