// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobspec.h"

#include <QSet>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

// Rows of a name and a value. A row left wholly empty counts as none. Return goes on to the next
// field and at the end to a new row, Up and Down to the next row, Backspace in an empty row removes
// it, and lines such as NAME=value that are pasted become rows.
class EnvironmentEditor : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentEditor(QWidget *parent = nullptr);
    ~EnvironmentEditor() override;

    QList<model::EnvironmentVariable> variables() const;
    void setVariables(const QList<model::EnvironmentVariable> &variables);

    // Marks what is wrong, by places in variables(); the focus goes to the first of them.
    void setWrong(const QSet<int> &names, const QSet<int> &values);

    // Lines as a shell writes them, "export NAME='value'" too; what is no such line is left out.
    static QList<model::EnvironmentVariable> parse(const QString &text);

signals:
    void changed();
    void editorAdded(QWidget *editor);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *value = nullptr;
        QToolButton *remove = nullptr;

        bool isEmpty() const;
    };

    void addRow(const model::EnvironmentVariable &variable);
    void addEmptyRow();
    void dropRow(qsizetype place);
    void removeRow(const QWidget *widget);
    bool press(qsizetype place, QLineEdit *editor, int key);
    bool paste(qsizetype place);
    void followCount();
    void retranslate();

    QList<Row> m_rows;
    QVBoxLayout *m_layout;
    QPushButton *m_add;
};
