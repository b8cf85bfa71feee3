// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/menubutton.h"

#include "app/theme/icons.h"
#include "app/theme/looks.h"

#include <QPainter>

namespace {

constexpr int kArrow = 14;

} // namespace

MenuButton::MenuButton(QWidget *parent)
    : QToolButton(parent)
{
    setKind(this, ButtonKind::Ghost);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

QSize MenuButton::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(kArrow - kGrid / 2, 0);
}

void MenuButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    QPainter(this).drawPixmap(width() - kArrow - kGrid, (height() - kArrow) / 2,
                              iconPixmap(Icon::ChevronDown, Colors::of(palette()).secondary, kArrow,
                                         devicePixelRatioF()));
}
