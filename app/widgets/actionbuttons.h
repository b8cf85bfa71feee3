// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/looks.h"
#include "app/widgets/rowaction.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

// Actions as a line of buttons with words. What is not possible now is grey, and its tool tip says
// why.
class ActionButtons : public QWidget
{
    Q_OBJECT

public:
    // A button's object name is the id of its action and the suffix.
    ActionButtons(QString suffix, ButtonKind kind, QWidget *parent = nullptr);

    void setActions(const QList<RowAction> &actions);

signals:
    void triggered(const QString &id);

private:
    QPushButton *addButton();
    void dress(QPushButton *button, const RowAction &action) const;

    const QString m_suffix;
    const ButtonKind m_kind;
    QHBoxLayout *m_layout;
    QList<QPushButton *> m_buttons;
};
