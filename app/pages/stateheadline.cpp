// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/stateheadline.h"

#include "app/models/jobchip.h"
#include "app/text/format.h"
#include "app/text/jobtext.h"
#include "app/theme/looks.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

StateHeadline::StateHeadline(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_state(new QLabel)
    , m_reason(new QLabel)
    , m_hint(new QLabel)
{
    m_state->setObjectName(u"stateLabel"_s);
    m_reason->setObjectName(u"stateReasonLabel"_s);
    setType(m_state, LabelType::Figure);
    setType(m_hint, LabelType::Secondary);
    for (QLabel *label : {m_state, m_reason, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_reason->setFont(sized(kSectionSize));
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(kGrid + kGrid / 2);
    layout->setVerticalSpacing(kGrid / 2);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_icon, 0, 0);
    layout->addWidget(m_state, 0, 1);
    layout->addWidget(m_reason, 1, 0, 1, 2);
    layout->addWidget(m_hint, 2, 0, 1, 2);
}

void StateHeadline::setJob(const model::JobSummary &job)
{
    m_job = job;
    describe();
}

void StateHeadline::describe()
{
    const Chip chip = chipOf(m_job.state);
    m_icon->setPixmap(iconPixmap(chip.icon, Colors::of(palette()).tone(chip.tone).text, kFigureSize,
                                 devicePixelRatioF()));
    m_state->setText(chip.text);
    m_reason->setText(JobText::explanation(m_job));
    m_reason->setVisible(!m_reason->text().isEmpty());
    const bool waits = m_job.state == model::JobState::Queued && m_job.reason;
    m_hint->setText(waits ? JobText::hint(*m_job.reason) : QString());
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void StateHeadline::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        describe();
    QWidget::changeEvent(event);
}
