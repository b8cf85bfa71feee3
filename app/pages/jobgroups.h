// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livejobs.h"
#include "app/models/joblist.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class JobCommands;
class QLabel;
class QVBoxLayout;
class TableView;

// Which jobs one table of JobGroups shows; without a title there is no heading.
struct JobGroup
{
    QString name; // of its table
    std::function<QString()> title;
    QList<model::JobState> states; // empty: every state
    QList<int> hidden = {}; // columns that say nothing in these states
};

// The jobs of one live list as tables under each other, each for some states.
class JobGroups : public QWidget
{
    Q_OBJECT

public:
    enum class Users { Hidden, Shown };

    JobGroups(LiveStore &store, LiveJobs &jobs, JobCommands &commands,
              const QList<JobGroup> &groups, Users users, QWidget *parent = nullptr);
    ~JobGroups() override;

    void setText(const QString &text);
    void setStates(const QList<model::JobState> &states); // empty: all of each group
    void retranslate();

    int shownCount() const;
    QList<model::JobSummary> shownJobs() const;
    QList<model::JobSummary> selectedJobs() const;
    void clearSelection();
    void copySelection() const;
    void focusTable();

signals:
    void opened(const model::JobId &job);
    void selectionChanged();
    void shownChanged();

private:
    struct Part
    {
        JobGroup group;
        QWidget *heading = nullptr;
        QLabel *title = nullptr;
        QLabel *count = nullptr;
        JobList *list = nullptr;
        TableView *table = nullptr;
    };

    Part makePart(const JobGroup &group, Users users);
    void addHeading(Part &part);
    void dress(TableView *table, JobList *list, Users users);
    void connectTable(TableView *table, JobList *list);
    void feed(JobList *list);
    void hold(bool held);
    void fit();
    QList<model::JobSummary> jobsOf(const QModelIndexList &rows, const JobList *list) const;

    LiveStore &m_store;
    LiveJobs &m_jobs;
    JobCommands &m_commands;
    SystemClock m_clock;
    QVBoxLayout *m_layout;
    QList<Part> m_parts;
    QList<model::JobState> m_states;
    bool m_isHeld = false; // the pointer rests on a table
    QTimer m_minute; // relative times grow old
    QTimer m_fitSoon; // many changes in a moment are fitted once
};
