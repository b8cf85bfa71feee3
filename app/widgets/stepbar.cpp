// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/stepbar.h"

#include "app/theme/colors.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>

namespace {

constexpr int kBadge = 24;
constexpr int kLine = 4 * kGrid; // between two steps

} // namespace

StepBar::StepBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StepBar::setSteps(const QStringList &names)
{
    m_names = names;
    showName();
    updateGeometry();
    update();
}

void StepBar::setCurrent(int step)
{
    m_current = step;
    showName();
    update();
}

void StepBar::showName()
{
    if (m_current < m_names.size()) {
        setAccessibleName(tr("Step %1 of %2: %3")
                              .arg(QLocale().toString(m_current + 1),
                                   QLocale().toString(m_names.size()), m_names[m_current]));
    }
}

QSize StepBar::sizeHint() const
{
    const QFontMetrics metrics(sized(kBodySize, QFont::Medium));
    int width = 0;
    for (const QString &name : m_names)
        width += kBadge + kGrid + metrics.horizontalAdvance(name) + kLine + 2 * kGrid;
    return {width, kBadge + kGrid};
}

void StepBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = Colors::of(palette());
    const ToneColors &accent = colors.tone(Tone::Accent);
    const QFont font = sized(kBodySize, QFont::Medium);
    int x = 0;
    for (int step = 0; step < int(m_names.size()); ++step) {
        const QRect badge(x, (height() - kBadge) / 2, kBadge, kBadge);
        const bool isDone = step < m_current;
        const bool isCurrent = step == m_current;
        painter.setPen(Qt::NoPen);
        painter.setBrush(isCurrent ? accent.fill : isDone ? accent.soft : colors.raised);
        painter.drawEllipse(badge);
        painter.setFont(sized(kSmallSize, QFont::DemiBold));
        painter.setPen(isCurrent ? colors.onFill : colors.secondary);
        if (isDone)
            painter.drawPixmap(badge.center() - QPoint(6, 6),
                               iconPixmap(Icon::Check, accent.text, 14, devicePixelRatioF()));
        else
            painter.drawText(badge, Qt::AlignCenter, QLocale().toString(step + 1));
        x += kBadge + kGrid;
        painter.setFont(font);
        painter.setPen(isCurrent ? colors.text : colors.secondary);
        const int width = QFontMetrics(font).horizontalAdvance(m_names[step]);
        painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignVCenter | Qt::AlignLeft,
                         m_names[step]);
        x += width + kGrid;
        if (step + 1 < int(m_names.size())) {
            painter.fillRect(QRect(x, height() / 2, kLine, 1), colors.hairline);
            x += kLine + kGrid;
        }
    }
}
