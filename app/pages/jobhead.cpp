// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobhead.h"

#include "app/text/format.h"
#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/actionbuttons.h"
#include "app/widgets/copybutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

JobHead::JobHead(QWidget *parent)
    : QWidget(parent)
    , m_back(new QPushButton)
    , m_name(new QLabel)
    , m_shortId(new QLabel)
    , m_copyId(new CopyButton)
    , m_actions(new ActionButtons(u"Button"_s, ButtonKind::Secondary))
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
    line->setSpacing(kGrid);
    m_back->setObjectName(u"backButton"_s);
    m_back->setIcon(icon(Icon::ChevronLeft));
    setKind(m_back, ButtonKind::Ghost);
    m_name->setObjectName(u"jobNameLabel"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setType(m_name, LabelType::Title);
    m_shortId->setObjectName(u"jobIdLabel"_s);
    m_shortId->setFont(monospace(kSmallSize));
    setType(m_shortId, LabelType::Secondary);
    line->addWidget(m_back);
    line->addWidget(m_name);
    line->addWidget(m_shortId);
    line->addWidget(m_copyId);
    line->addStretch();
    line->addWidget(m_actions);
}

void JobHead::setJob(const model::JobSummary &job)
{
    m_wholeName = job.name;
    m_shortId->setText(Format::shortId(job.id.toString()));
    m_copyId->setValue(job.id.toString());
    fitName();
}

void JobHead::retranslate()
{
    m_back->setText(tr("Jobs"));
    setNames(m_back, m_back->objectName(), tr("Back to the jobs"));
}

bool JobHead::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fitName();
    return QWidget::event(event);
}

// The name has what the others leave.
void JobHead::fitName()
{
    int others = 0;
    for (const QWidget *widget : QWidgetList{m_back, m_shortId, m_copyId, m_actions})
        others += widget->sizeHint().width() + kGrid;
    const int room = std::max(width() - others - kGrid, 10 * kGrid);
    const QString shown = m_name->fontMetrics().elidedText(m_wholeName, Qt::ElideRight, room);
    m_name->setText(shown);
    m_name->setAccessibleName(m_wholeName);
    m_name->setToolTip(shown == m_wholeName ? QString() : m_wholeName);
}
