// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/rowaction.h"

#include <QFrame>

class ActionButtons;
class QLabel;

// “3 selected” and what can be done with them; hidden while fewer than two are.
class SelectionBar : public QFrame
{
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent = nullptr);

    void setSelection(int count, const QList<RowAction> &actions);

signals:
    void actionTriggered(const QString &id);
    void copyRequested();
    void clearRequested();

private:
    void trigger(const QString &id);

    QLabel *m_count;
    ActionButtons *m_buttons;
};
