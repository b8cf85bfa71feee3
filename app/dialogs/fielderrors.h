// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>

class QLabel;
class QWidget;

// What is wrong with a field, in words that say what to do.
struct FieldError
{
    QString field; // "name", or a path such as "environment[2].name", shown at "environment"
    QString text;
};

// Shows what is wrong under each field of a form: not before the field was left once, then at every
// change. The error takes the place of the field's help.
class FieldErrors : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    void add(const QString &field, QWidget *editor, QLabel *error, QLabel *help = nullptr);
    // Another editor of the field: it is left when the focus goes to none of them.
    void addPart(const QString &field, QWidget *part);

    // What is wrong now, in the order of the form; hides what is right again.
    void setErrors(const QList<FieldError> &errors);
    // Shows all of them and moves to the first. False when there is none.
    bool reveal();
    // Shows a word of the server at the field, until setErrors() is called again. False when no
    // field goes by this name.
    bool refuse(const FieldError &error);
    // As if the person had been in these fields.
    void leave(const QStringList &fields);
    // As if no field had been left.
    void reset();

signals:
    void fieldLeft();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field
    {
        QWidget *editor = nullptr;
        QLabel *error = nullptr;
        QLabel *help = nullptr;
    };

    void show();
    static void show(const Field &field, const QString &text);
    static QString nameOf(const QString &path);

    QHash<QString, Field> m_fields;
    QHash<const QObject *, QString> m_editors; // and parts
    QList<FieldError> m_errors;
    QSet<QString> m_left;
};
