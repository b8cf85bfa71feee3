// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/timelinestep.h"

#include "app/models/jobchip.h"
#include "app/text/format.h"
#include "app/text/jobtext.h"
#include "app/theme/looks.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace {

constexpr int kDot = kGrid;
constexpr int kIndent = 3 * kGrid;

QLabel *literal(const QString &text, LabelType type)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setType(label, type);
    return label;
}

} // namespace

TimelineStep::TimelineStep(model::TimelineEntry entry, bool isJoined, QWidget *parent)
    : QWidget(parent)
    , m_entry(std::move(entry))
    , m_isJoined(isJoined)
    , m_what(literal(JobText::step(m_entry), LabelType::Label))
    , m_when(new QLabel)
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(kIndent, 0, 0, isJoined ? 2 * kGrid : 0);
    layout->setHorizontalSpacing(2 * kGrid);
    layout->setVerticalSpacing(kGrid / 4);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_what, 0, 0);
    layout->addWidget(m_when, 0, 1, Qt::AlignRight | Qt::AlignTop);
    if (m_entry.reason)
        layout->addWidget(literal(JobText::reason(*m_entry.reason), LabelType::Secondary), 1, 0);
    setType(m_when, LabelType::Secondary);
    m_when->setToolTip(Format::exact(m_entry.at));
    m_when->setAccessibleDescription(m_when->toolTip());
    refreshTime();
}

void TimelineStep::refreshTime()
{
    m_when->setText(Format::relative(m_entry.at, QDateTime::currentDateTimeUtc()));
}

void TimelineStep::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Colors &colors = Colors::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF dot(kDot / 2.0,
                     m_what->geometry().top() + (m_what->fontMetrics().height() - kDot) / 2.0, kDot,
                     kDot);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.tone(chipOf(m_entry.state).tone).text);
    painter.drawEllipse(dot);
    if (!m_isJoined)
        return;
    const qreal x = dot.center().x();
    painter.fillRect(
        QRectF(x - 0.5, dot.bottom() + kGrid / 2.0, 1, height() - dot.bottom() - kGrid / 4.0),
        colors.border);
}
