// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/fielderrors.h"
#include "app/pages/factlist.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

// What is known of somebody or something, to read; Edit turns some of it into fields. What is being
// typed stays when the facts are read anew.
class FactsEditor : public QWidget
{
    Q_OBJECT

public:
    using Values = QHash<QString, QString>; // by key
    struct Field
    {
        QString key; // as an error of the server names it
        QString label;
        bool optional = false;
    };

    explicit FactsEditor(QWidget *parent = nullptr);

    // The fields, in the language of now; their keys never change.
    void setFields(const QList<Field> &fields);
    void setCheck(std::function<QList<FieldError>(const Values &)> check);
    // As it is now:  stands before and after what can be changed.
    void setValues(const Values &values, const QList<FactList::Fact> &before,
                   const QList<FactList::Fact> &after);
    void setWhyNot(const QString &whyNot); // why nothing can be changed; empty when it can
    void retranslate();

    bool hasUnsavedInput() const;
    void finish(); // saved: to read again
    void refuse(const FieldError &error); // by the server; without a field below them all

signals:
    void saveRequested(const FactsEditor::Values &values);

private:
    struct Row
    {
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
        QLabel *error = nullptr;
    };

    QWidget *makeForm();
    void addRow(const Field &field);
    void edit();
    void save();
    void check();
    Values typed() const;

    QList<Field> m_fields;
    QHash<QString, Row> m_rows;
    Values m_values;
    std::function<QList<FieldError>(const Values &)> m_check;
    FieldErrors *m_errors;
    FactList *m_facts;
    QStackedWidget *m_stack;
    QVBoxLayout *m_form;
    QLabel *m_problem;
    QPushButton *m_edit;
    QPushButton *m_cancel;
    QPushButton *m_save;
};
