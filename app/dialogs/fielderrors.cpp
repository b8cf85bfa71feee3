// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/fielderrors.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QStyle>

#include <algorithm>

void FieldErrors::add(const QString &field, QWidget *editor, QLabel *error, QLabel *help)
{
    m_fields.insert(field, {editor, error, help});
    addPart(field, editor);
    error->hide();
    if (help)
        help->setVisible(!help->text().isEmpty());
}

void FieldErrors::addPart(const QString &field, QWidget *part)
{
    m_editors.insert(part, field);
    part->installEventFilter(this);
    connect(part, &QObject::destroyed, this, [this, part] { m_editors.remove(part); });
}

void FieldErrors::setErrors(const QList<FieldError> &errors)
{
    m_errors = errors;
    show();
}

bool FieldErrors::reveal()
{
    for (const auto &error : std::as_const(m_errors))
        m_left.insert(nameOf(error.field));
    show();
    if (m_errors.isEmpty())
        return false;
    if (QWidget *editor = m_fields.value(nameOf(m_errors.first().field)).editor)
        editor->setFocus();
    return true;
}

bool FieldErrors::refuse(const FieldError &error)
{
    const auto field = m_fields.constFind(nameOf(error.field));
    if (field == m_fields.cend())
        return false;
    field->editor->setFocus(); // whatever was left by that is shown first
    show(*field, error.text);
    return true;
}

void FieldErrors::leave(const QStringList &fields)
{
    for (const QString &field : fields)
        m_left.insert(field);
    show();
}

void FieldErrors::reset()
{
    m_left.clear();
    show();
}

bool FieldErrors::eventFilter(QObject *watched, QEvent *event)
{
    const QString field = m_editors.value(watched);
    const bool isOut = event->type() == QEvent::FocusOut && !m_left.contains(field);
    if (isOut && m_editors.value(QApplication::focusWidget()) != field) {
        m_left.insert(field);
        show();
        emit fieldLeft();
    }
    return QObject::eventFilter(watched, event);
}

void FieldErrors::show()
{
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
        const auto error = std::find_if(m_errors.cbegin(), m_errors.cend(), [&](const auto &each) {
            return nameOf(each.field) == field.key();
        });
        const bool isShown = error != m_errors.cend() && m_left.contains(field.key());
        show(*field, isShown ? error->text : QString());
    }
}

void FieldErrors::show(const Field &field, const QString &text)
{
    field.error->setText(text);
    field.error->setVisible(!text.isEmpty());
    if (field.help)
        field.help->setVisible(text.isEmpty() && !field.help->text().isEmpty());
    if (field.editor->property("invalid").toBool() == text.isEmpty()) {
        field.editor->setProperty("invalid", !text.isEmpty());
        field.editor->style()->unpolish(field.editor);
        field.editor->style()->polish(field.editor);
    }
    field.editor->setAccessibleDescription(text);
}

QString FieldErrors::nameOf(const QString &path)
{
    const auto isEnd = [](QChar c) { return c == u'[' || c == u'.'; };
    return path.left(std::find_if(path.begin(), path.end(), isEnd) - path.begin());
}
