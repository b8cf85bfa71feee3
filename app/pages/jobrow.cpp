// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobrow.h"

#include "app/models/jobchip.h"
#include "app/text/format.h"
#include "app/text/jobtext.h"
#include "app/theme/chip.h"
#include "app/theme/looks.h"

#include <QEvent>
#include <QPainter>

namespace {

constexpr int kHeight = 40;
constexpr int kChipWidth = 128;
constexpr int kTimeWidth = 140;

} // namespace

JobRow::JobRow(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("jobRow"));
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void JobRow::setJob(const model::JobSummary &job)
{
    m_job = job;
    describe();
    update();
}

QSize JobRow::sizeHint() const
{
    return {480, kHeight};
}

void JobRow::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &colors = Colors::of(palette());
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(colors.tone(Tone::Accent).text) : QPen(Qt::NoPen));
        painter.setBrush(colors.raised);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QRect inner = rect().adjusted(kGrid, 0, -kGrid, 0);
    paintChip(&painter, QRect(inner.left(), 0, kChipWidth, kHeight), chipOf(m_job.state),
              palette());
    painter.setFont(sized(kBodySize));
    painter.setPen(colors.secondary);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, when());
    QRect text = inner.adjusted(kChipWidth + kGrid, 0, -kTimeWidth, 0);
    painter.setFont(sized(kBodySize, QFont::Medium));
    painter.setPen(colors.text);
    const QString name = painter.fontMetrics().elidedText(m_job.name, Qt::ElideRight, text.width());
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, name);
    text.setLeft(text.left() + painter.fontMetrics().horizontalAdvance(name) + 2 * kGrid);
    painter.setFont(sized(kBodySize));
    painter.setPen(colors.secondary);
    const QString why = JobText::explanation(m_job);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(why, Qt::ElideRight, text.width()));
}

void JobRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        describe();
        update();
    }
    QAbstractButton::changeEvent(event);
}

QString JobRow::when() const
{
    const QDateTime time = m_job.finishedAt.value_or(m_job.startedAt.value_or(m_job.submittedAt));
    return Format::relative(time, QDateTime::currentDateTimeUtc());
}

void JobRow::describe()
{
    setAccessibleName(m_job.name);
    setAccessibleDescription(JobText::state(m_job.state));
    setToolTip(Format::exact(m_job.submittedAt));
}
