// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/connectionbadge.h"

#include "app/theme/colors.h"
#include "app/theme/looks.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDot = 8;

Tone toneOf(ConnectionBadge::State state)
{
    switch (state) {
    case ConnectionBadge::State::Offline:
        return Tone::Danger;
    case ConnectionBadge::State::Connecting:
    case ConnectionBadge::State::Reconnecting:
        return Tone::Warning;
    case ConnectionBadge::State::Online:
        return Tone::Success;
    }
    Q_UNREACHABLE();
}

} // namespace

ConnectionBadge::ConnectionBadge(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"connectionBadge"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void ConnectionBadge::setState(State state, const QString &reason)
{
    m_state = state;
    m_reason = reason;
    retranslate();
}

QString ConnectionBadge::word() const
{
    switch (m_state) {
    case State::Offline:
        //: The console has no connection to the server
        return tr("Offline");
    case State::Connecting:
        return tr("Connecting");
    case State::Online:
        //: What is shown is live
        return tr("Live");
    case State::Reconnecting:
        return tr("Reconnecting");
    }
    Q_UNREACHABLE();
}

void ConnectionBadge::retranslate()
{
    setAccessibleName(word());
    setToolTip(m_reason.isEmpty() ? word() : m_reason);
    updateGeometry();
    update();
}

QSize ConnectionBadge::sizeHint() const
{
    return {kDot + kGrid + fontMetrics().horizontalAdvance(word()), kControlHeight};
}

void ConnectionBadge::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Colors &colors = Colors::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = colors.tone(toneOf(m_state)).text;
    const QRectF dot(0.75, (height() - kDot) / 2.0 + 0.75, kDot - 1.5, kDot - 1.5);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(m_state == State::Online ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(dot);
    painter.setPen(colors.secondary);
    painter.drawText(rect().adjusted(kDot + kGrid, 0, 0, 0), Qt::AlignVCenter, word());
}

void ConnectionBadge::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}
