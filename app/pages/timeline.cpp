// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/timeline.h"

#include "app/pages/timelinestep.h"

#include <QVBoxLayout>

using namespace std::chrono_literals;

Timeline::Timeline(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("timeline"));
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_minute.start(30s);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        for (auto *step : findChildren<TimelineStep *>())
            step->refreshTime();
    });
}

void Timeline::setSteps(const QList<model::TimelineEntry> &steps)
{
    if (std::exchange(m_steps, steps) != steps)
        fill();
}

void Timeline::retranslate()
{
    setAccessibleName(tr("Timeline"));
    fill();
}

void Timeline::fill()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = m_steps.size() - 1; i >= 0; --i)
        m_layout->addWidget(new TimelineStep(m_steps[i], i > 0));
}
