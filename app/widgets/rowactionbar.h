// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/rowaction.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

// The buttons over the right end of one row of a table. It stands beside the table among the
// children of the page, where the keyboard and assistive tools find it after the table.
class RowActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit RowActionBar(QWidget *table);

    void setActions(const QList<RowAction> &actions);
    void setFill(const QColor &fill); // of the row it stands on
    bool hasKeyboard() const; // one of its buttons has the focus

signals:
    void triggered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    // Escape leads back to the table; up and down to another of its rows.
    bool eventFilter(QObject *button, QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    QToolButton *addButton();
    static void dress(QToolButton *button, const RowAction &action);

    QWidget *m_table;
    QHBoxLayout *m_layout;
    QList<QToolButton *> m_buttons;
    QColor m_fill;
};
