// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/metercard.h"

#include "app/theme/looks.h"

#include <QEvent>

using namespace Qt::Literals::StringLiterals;

MeterCard::MeterCard(QWidget *parent)
    : QFrame(parent)
{
    setProperty("look", u"card"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize MeterCard::sizeHint() const
{
    return {320, 140};
}

QRect MeterCard::inside() const
{
    constexpr int kPadding = 2 * kGrid;
    return rect().adjusted(kPadding, kPadding, -kPadding, -kPadding);
}

void MeterCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        update();
    QFrame::changeEvent(event);
}
