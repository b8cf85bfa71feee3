// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"
#include "core/model/timeline.h"

#include <QScrollArea>

class FactList;
class QLabel;
class Timeline;

// The tab Brief: what was asked for, where it runs and what happened.
class JobBrief : public QScrollArea
{
    Q_OBJECT

public:
    explicit JobBrief(QWidget *parent = nullptr);

    void setJob(const model::Job &job);
    void setTimeline(const QList<model::TimelineEntry> &timeline);
    void retranslate();

private:
    void showSpecification();
    void showPlacement();

    model::Job m_job;
    QLabel *m_specificationHead;
    QLabel *m_placementHead;
    QLabel *m_timelineHead;
    FactList *m_specification;
    FactList *m_placement;
    Timeline *m_timeline;
};
