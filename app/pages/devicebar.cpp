// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/devicebar.h"

#include "app/theme/colors.h"
#include "app/theme/looks.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDot = 8;

} // namespace

DeviceBar::DeviceBar(QWidget *parent)
    : MeterCard(parent)
{
    setObjectName("deviceBar"_L1);
}

void DeviceBar::setUsage(const model::VcUsage &usage)
{
    if (m_usage == usage)
        return;
    m_usage = usage;
    describe();
    update();
}

MeterCard::Meter DeviceBar::meter() const
{
    const double total = std::max(1, m_usage.deviceNumber);
    QList<Share> shares;
    for (const Part &part : parts())
        shares.append({part.count / total, part.color});
    return {.title = m_usage.deviceType.value(),
            .elide = Qt::ElideMiddle,
            .figure = QLocale().toString(free()),
            .rest = tr("of %1 available").arg(QLocale().toString(m_usage.deviceNumber)),
            .shares = shares};
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

void DeviceBar::paintFoot(QPainter &painter, const QRect &line) const
{
    const Colors &colors = Colors::of(palette());
    int x = line.left();
    for (const Part &part : parts()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(part.color);
        painter.drawRoundedRect(QRect(x, line.center().y() - kDot / 2 + 1, kDot, kDot), 2, 2);
        x += kDot + kGrid / 2 + 2;
        const QString text = part.word % u' ' % QLocale().toString(part.count);
        painter.setPen(colors.secondary);
        painter.drawText(QRect(x, line.top(), line.right() - x, line.height()),
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
