// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobspec.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

// Rows of a name and a value. A row left wholly empty counts as none.
class EnvironmentEditor : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentEditor(QWidget *parent = nullptr);
    ~EnvironmentEditor() override;

    QList<model::EnvironmentVariable> variables() const;
    void setVariables(const QList<model::EnvironmentVariable> &variables);

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QLineEdit *name = nullptr;
        QLineEdit *value = nullptr;
        QPushButton *remove = nullptr;
    };

    void addRow(const model::EnvironmentVariable &variable);
    void removeRow(const QWidget *widget);
    void retranslate();

    QList<Row> m_rows;
    QVBoxLayout *m_layout;
    QPushButton *m_add;
};
