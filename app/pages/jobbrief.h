// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"
#include "core/model/storagemount.h"
#include "core/model/timeline.h"

#include <QScrollArea>

class FactList;
class LiveStore;
class QLabel;
class StorageTable;
class Timeline;

// The tab Brief: what was asked for, the directories it sees, where it runs and what happened.
class JobBrief : public QScrollArea
{
    Q_OBJECT

public:
    explicit JobBrief(LiveStore &store, QWidget *parent = nullptr);

    void setJob(const model::Job &job);
    void setTimeline(const QList<model::TimelineEntry> &timeline);
    void retranslate();

private:
    void loadStorage();
    void showStorage(const QList<model::StorageMount> &mounts);
    void showSpecification();
    void showPlacement();

    LiveStore &m_store;
    model::Job m_job;
    QLabel *m_specificationHead;
    QLabel *m_storageHead;
    QLabel *m_placementHead;
    QLabel *m_timelineHead;
    FactList *m_specification;
    StorageTable *m_storage;
    FactList *m_placement;
    Timeline *m_timeline;
};
