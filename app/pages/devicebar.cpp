// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/devicebar.h"

#include "app/theme/colors.h"
#include "app/theme/looks.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPadding = 16;
constexpr int kBarHeight = 12;
constexpr int kDot = 8;

} // namespace

DeviceBar::DeviceBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName("deviceBar"_L1);
    setProperty("look", u"card"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void DeviceBar::setUsage(const model::VcUsage &usage)
{
    if (m_usage == usage)
        return;
    m_usage = usage;
    describe();
    update();
}

QSize DeviceBar::sizeHint() const
{
    return {320, 140};
}

void DeviceBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = Colors::of(palette());
    const QRect inner = rect().adjusted(kPadding, kPadding, -kPadding, -kPadding);
    QRect line = inner;
    line.setHeight(20);
    painter.setFont(sized(kBodySize));
    painter.setPen(colors.secondary);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_usage.deviceType.value(), Qt::ElideMiddle,
                                                      line.width()));
    line.translate(0, 24);
    line.setHeight(40);
    painter.setFont(sized(kFigureSize, QFont::DemiBold));
    painter.setPen(colors.text);
    QRect drawn;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(free()), &drawn);
    painter.setFont(sized(kBodySize));
    painter.setPen(colors.secondary);
    painter.drawText(line.adjusted(drawn.width() + kGrid, 8, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     tr("of %1 available").arg(QLocale().toString(m_usage.deviceNumber)));
    line.translate(0, 48);
    line.setHeight(kBarHeight);
    paintBar(painter, line);
    line.translate(0, kBarHeight + kGrid);
    line.setHeight(20);
    paintLegend(painter, line);
}

void DeviceBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        update();
    QFrame::changeEvent(event);
}

QList<DeviceBar::Part> DeviceBar::parts() const
{
    const Colors &colors = Colors::of(palette());
    return {{tr("Used"), m_usage.used + m_usage.preemptibleUsed, colors.tone(Tone::Accent).fill},
            {tr("Unschedulable"), m_usage.unschedulable, colors.tone(Tone::Warning).fill},
            {tr("Available"), free(), colors.border}};
}

int DeviceBar::free() const
{
    return std::max(0, m_usage.deviceNumber - m_usage.unschedulable - m_usage.used
                           - m_usage.preemptibleUsed);
}

void DeviceBar::paintBar(QPainter &painter, const QRect &rect) const
{
    QPainterPath outline;
    outline.addRoundedRect(rect, kBarHeight / 2.0, kBarHeight / 2.0);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(rect, Colors::of(palette()).raised);
    const int total = std::max(1, m_usage.deviceNumber);
    int before = 0;
    for (const Part &part : parts()) {
        const int left = rect.left() + rect.width() * before / total;
        before = std::min(total, before + part.count);
        const int right = rect.left() + rect.width() * before / total;
        const int gap = before < total && part.count > 0 ? 2 : 0;
        painter.fillRect(QRect(left, rect.top(), right - left - gap, rect.height()), part.color);
    }
    painter.restore();
}

void DeviceBar::paintLegend(QPainter &painter, const QRect &rect) const
{
    const Colors &colors = Colors::of(palette());
    painter.setFont(sized(kSmallSize));
    int x = rect.left();
    for (const Part &part : parts()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(part.color);
        painter.drawRoundedRect(QRect(x, rect.center().y() - kDot / 2 + 1, kDot, kDot), 2, 2);
        x += kDot + kGrid / 2 + 2;
        const QString text = part.word % u' ' % QLocale().toString(part.count);
        painter.setPen(colors.secondary);
        painter.drawText(QRect(x, rect.top(), rect.right() - x, rect.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
        x += painter.fontMetrics().horizontalAdvance(text) + 2 * kGrid;
    }
}

void DeviceBar::describe()
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
