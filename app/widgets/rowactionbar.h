// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/rowaction.h"

#include <QWidget>

class QHBoxLayout;

// The buttons over the right end of the row under the pointer.
class RowActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit RowActionBar(QWidget *parent = nullptr);

    void setActions(const QList<RowAction> &actions);

signals:
    void triggered(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QHBoxLayout *m_layout;
    QStringList m_shown; // what the buttons stand for, so that equal ones stay
};
