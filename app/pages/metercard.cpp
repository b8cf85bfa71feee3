// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/metercard.h"

#include "app/theme/colors.h"
#include "app/theme/looks.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPadding = 16;
constexpr int kBarHeight = 12;
constexpr int kGap = 2; // between two shares

} // namespace

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

void MeterCard::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Meter shown = meter();
    QRect line = rect().adjusted(kPadding, kPadding, -kPadding, -kPadding);
    line.setHeight(20);
    painter.setFont(sized(kBodySize));
    painter.setPen(Colors::of(palette()).secondary);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(shown.title, shown.elide, line.width()));
    line.translate(0, 24);
    line.setHeight(40);
    paintFigure(painter, line, shown);
    line.translate(0, 48);
    line.setHeight(kBarHeight);
    paintBar(painter, line, shown.shares);
    line.translate(0, kBarHeight + kGrid);
    line.setHeight(20);
    painter.setFont(sized(kSmallSize));
    paintFoot(painter, line);
}

void MeterCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        update();
    QFrame::changeEvent(event);
}

void MeterCard::paintFigure(QPainter &painter, QRect line, const Meter &meter) const
{
    const Colors &colors = Colors::of(palette());
    painter.setFont(sized(kFigureSize, QFont::DemiBold));
    painter.setPen(colors.text);
    QRect drawn;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, meter.figure, &drawn);
    painter.setFont(sized(kBodySize));
    painter.setPen(colors.secondary);
    line.adjust(drawn.width() + kGrid, 8, 0, 0);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(meter.rest, Qt::ElideRight, line.width()));
}

void MeterCard::paintBar(QPainter &painter, const QRect &rect, const QList<Share> &shares) const
{
    QPainterPath outline;
    outline.addRoundedRect(rect, kBarHeight / 2.0, kBarHeight / 2.0);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(rect, Colors::of(palette()).raised);
    double before = 0;
    for (auto share = shares.begin(); share != shares.end(); ++share) {
        const int left = int(std::lround(rect.width() * before));
        before = std::min(1.0, before + share->part);
        const int right = int(std::lround(rect.width() * before));
        const bool goesOn = std::any_of(std::next(share), shares.end(),
                                        [](const Share &later) { return later.part > 0; });
        const int gap = goesOn && share->part > 0 ? kGap : 0;
        painter.fillRect(QRect(rect.left() + left, rect.top(), right - left - gap, rect.height()),
                         share->color);
    }
    painter.restore();
}
