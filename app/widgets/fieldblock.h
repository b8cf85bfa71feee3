// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

// A field of a form: its label above, help under it, and in place of the help what is wrong.
class FieldBlock : public QWidget
{
    Q_OBJECT

public:
    // Takes the editor; its accessible name becomes the label.
    FieldBlock(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    void setLabel(const QString &label); // "Name", or "Name (optional)"
    void setHelp(const QString &help);
    // Words that say what to do; empty takes the error away.
    void setError(const QString &error);
    QString error() const { return m_error; }
    QWidget *editor() const { return m_editor; }

private:
    void showNote();

    QLabel *m_label;
    QWidget *m_editor;
    QLabel *m_note;
    QString m_help;
    QString m_error;
};

// The border of an editor that holds what cannot be accepted.
void setInvalid(QWidget *editor, bool invalid);
