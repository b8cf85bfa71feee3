// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

// A card that paints how much there is of something, in the language and theme of the moment.
class MeterCard : public QFrame
{
    Q_OBJECT

public:
    QSize sizeHint() const override;

protected:
    explicit MeterCard(QWidget *parent = nullptr);

    QRect inside() const; // where to paint
    virtual void describe() = 0; // to those who do not see it
    void changeEvent(QEvent *event) override;
};
