// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/devicedonut.h"

#include "app/theme/colors.h"
#include "app/theme/looks.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <numbers>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kThickness = 14; // of the ring
constexpr double kGap = 2; // between two parts, along the ring
constexpr int kLine = 24;
constexpr int kWidest = 200; // of the numbers: the eye must find its way from the word to them
constexpr int kDot = 8;

} // namespace

DeviceDonut::DeviceDonut(QWidget *parent)
    : MeterCard(parent)
{
    setObjectName("deviceDonut"_L1);
}

void DeviceDonut::setUsage(const model::VcUsage &usage)
{
    if (m_usage == usage)
        return;
    m_usage = usage;
    describe();
    update();
}

QList<DeviceDonut::Part> DeviceDonut::parts() const
{
    const Colors &colors = Colors::of(palette());
    return {{tr("Used"), m_usage.used + m_usage.preemptibleUsed, colors.tone(Tone::Accent).fill},
            {tr("Unschedulable"), m_usage.unschedulable, colors.tone(Tone::Warning).fill},
            {tr("Available"), free(), colors.border}};
}

int DeviceDonut::free() const
{
    return std::max(0, m_usage.deviceNumber - m_usage.unschedulable - m_usage.used
                           - m_usage.preemptibleUsed);
}

void DeviceDonut::paintEvent(QPaintEvent *event)
{
    MeterCard::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect inside = this->inside();
    const QRect ring(inside.topLeft(), QSize(inside.height(), inside.height()));
    paintRing(painter, ring);
    paintFigure(painter, ring);
    paintNumbers(painter, inside.adjusted(ring.width() + 3 * kGrid, 0, 0, 0));
}

void DeviceDonut::paintRing(QPainter &painter, const QRect &rect) const
{
    constexpr double kWhole = 360 * 16; // in the painter's units
    const double half = kThickness / 2.0;
    const QRectF circle = QRectF(rect).adjusted(half, half, -half, -half);
    const QList<Part> all = parts();
    const auto shown = std::count_if(all.begin(), all.end(), [](const auto &p) { return p.count; });
    const double gap = shown > 1 ? kGap / (std::numbers::pi * circle.width()) * kWhole : 0;
    const double total = std::max(1, m_usage.deviceNumber);
    double begin = kWhole / 4;
    for (const Part &part : all) {
        const double span = part.count / total * kWhole;
        painter.setPen(QPen(part.color, kThickness, Qt::SolidLine, Qt::FlatCap));
        if (part.count > 0)
            painter.drawArc(circle, qRound(begin - gap / 2),
                            -qRound(std::max(span - gap, span / 2)));
        begin -= span;
    }
}

void DeviceDonut::paintFigure(QPainter &painter, const QRect &rect) const
{
    const Colors &colors = Colors::of(palette());
    painter.setFont(sized(kFigureSize, QFont::DemiBold));
    painter.setPen(colors.text);
    painter.drawText(rect.translated(0, -kGrid), Qt::AlignCenter, QLocale().toString(free()));
    painter.setFont(sized(kSmallSize));
    painter.setPen(colors.secondary);
    painter.drawText(rect.translated(0, 2 * kGrid), Qt::AlignCenter,
                     //: Below the number of those that are free
                     tr("of %1").arg(QLocale().toString(m_usage.deviceNumber)));
}

void DeviceDonut::paintNumbers(QPainter &painter, const QRect &rect) const
{
    const Colors &colors = Colors::of(palette());
    QRect line(rect.left(), rect.top(), rect.width(), kLine);
    painter.setFont(sized(kBodySize, QFont::DemiBold));
    painter.setPen(colors.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_usage.deviceType.value(), Qt::ElideMiddle,
                                                      line.width()));
    line.setWidth(std::min(line.width(), kWidest));
    painter.setFont(sized(kBodySize));
    line.translate(0, kGrid);
    for (const Part &part : parts()) {
        line.translate(0, kLine);
        painter.setPen(Qt::NoPen);
        painter.setBrush(part.color);
        painter.drawRoundedRect(QRect(line.left(), line.center().y() - kDot / 2 + 1, kDot, kDot), 2,
                                2);
        painter.setPen(colors.secondary);
        painter.drawText(line.adjusted(kDot + kGrid, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         part.word);
        painter.setPen(colors.text);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(part.count));
    }
}

void DeviceDonut::describe()
{
    QStringList words;
    for (const Part &part : parts())
        words.append(part.word % u' ' % QLocale().toString(part.count));
    setAccessibleName(m_usage.deviceType.value());
    setAccessibleDescription(words.join(u", "));
    setToolTip(
        tr("%1 of the %2 that you may hold are free for you.")
            .arg(QLocale().toString(m_usage.available), QLocale().toString(m_usage.maxAvailable)));
}
