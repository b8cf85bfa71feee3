// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/stateheadline.h"

#include "app/models/jobchip.h"
#include "app/text/format.h"
#include "app/text/jobtext.h"
#include "app/theme/looks.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDevicesWidth = 330; // two nodes beside each other
constexpr int kDevicesHeight = 96;
constexpr qsizetype kLastLines = 3; // of a job that ended

} // namespace

StateHeadline::StateHeadline(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel)
    , m_state(new QLabel)
    , m_reason(new QLabel)
    , m_hint(new QLabel)
    , m_newest(new QLabel)
    , m_devices(new DeviceGrid)
{
    m_state->setObjectName(u"stateLabel"_s);
    m_reason->setObjectName(u"stateReasonLabel"_s);
    m_newest->setObjectName(u"newestLinesLabel"_s);
    setType(m_newest, LabelType::Mono);
    m_newest->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_devices->setComfortableHeight(kDevicesHeight);
    m_devices->hide();
    setType(m_state, LabelType::Figure);
    setType(m_hint, LabelType::Secondary);
    for (QLabel *label : {m_state, m_reason, m_hint, m_newest}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(label != m_newest);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_reason->setFont(sized(kSectionSize));
    auto *state = new QHBoxLayout;
    state->setSpacing(kGrid);
    state->addWidget(m_icon);
    state->addWidget(m_state, 1);
    auto *words = new QVBoxLayout;
    words->setSpacing(kGrid / 2);
    words->addLayout(state);
    words->addWidget(m_reason);
    words->addWidget(m_hint);
    words->addWidget(m_newest);
    words->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(3 * kGrid);
    layout->addLayout(words, 1);
    layout->addWidget(m_devices, 0, Qt::AlignTop);
    m_second.start(1s);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (isVisible() && m_job.state == model::JobState::Running)
            describeTime();
    });
}

void StateHeadline::setJob(const model::JobSummary &job)
{
    m_job = job;
    describe();
}

void StateHeadline::setDevices(const QList<DeviceGrid::Card> &nodes)
{
    m_devices->setCards(nodes);
    m_devices->setFixedWidth(std::min(kDevicesWidth, m_devices->sizeHint().width()));
    m_devices->setVisible(!nodes.isEmpty());
    m_devices->setAccessibleName(tr("Devices of the job"));
}

void StateHeadline::setNewest(const QStringList &lines)
{
    m_lines = lines;
    showNewest();
}

void StateHeadline::showNewest()
{
    const qsizetype most = model::isTerminal(m_job.state) ? kLastLines : 1;
    QStringList shown;
    for (const QString &line : m_lines.last(std::min(most, m_lines.size())))
        shown << m_newest->fontMetrics().elidedText(line, Qt::ElideRight, m_newest->width());
    m_newest->setText(shown.join(u'\n'));
    m_newest->setAccessibleName(tr("Newest lines"));
    m_newest->setVisible(!shown.isEmpty() && m_job.startedAt.has_value());
}

void StateHeadline::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showNewest();
}

void StateHeadline::describe()
{
    const Chip chip = chipOf(m_job.state);
    m_icon->setPixmap(iconPixmap(chip.icon, Colors::of(palette()).tone(chip.tone).text, kFigureSize,
                                 devicePixelRatioF()));
    m_state->setText(chip.text);
    m_reason->setText(JobText::explanation(m_job));
    m_reason->setVisible(!m_reason->text().isEmpty());
    describeTime();
    showNewest();
}

// While waiting: what would help. Later: for how long it runs or ran, and on how many devices.
void StateHeadline::describeTime()
{
    QString hint;
    if (m_job.state == model::JobState::Queued && m_job.reason) {
        hint = JobText::hint(*m_job.reason);
    } else if (m_job.state == model::JobState::Running && m_job.startedAt) {
        const auto now = QDateTime::currentDateTimeUtc();
        const QString time = Format::duration(m_job.startedAt->secsTo(now));
        hint = m_job.devices > 0 ? tr("For %1, on %n device(s).", nullptr, m_job.devices).arg(time)
                                 //: How long a job without devices runs
                                 : tr("For %1.").arg(time);
    } else if (m_job.startedAt && m_job.finishedAt) {
        const QString time = Format::duration(m_job.startedAt->secsTo(*m_job.finishedAt));
        hint = m_job.devices > 0
                   ? tr("Ran for %1, on %n device(s).", nullptr, m_job.devices).arg(time)
                   : tr("Ran for %1.").arg(time);
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void StateHeadline::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        describe();
    QWidget::changeEvent(event);
}
