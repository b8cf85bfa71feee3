// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"
#include "core/base/result.h"
#include "core/model/job.h"
#include "core/model/page.h"
#include "core/model/timeline.h"

#include <QTimer>

#include <optional>

class JobBrief;
class JobCommands;
class JobConsole;
class JobEndpoints;
class JobHead;
class LiveStore;
class PageStates;
class Prompt;
class QTabWidget;
class StateHeadline;

// One job: its state and reason, what can be done, Brief, Endpoints and Console.
class JobDetailPage final : public Page
{
    Q_OBJECT

public:
    JobDetailPage(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    QString title() const override;
    bool sendPending() override;
    void open(const QStringList &path) override; // the job's id

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeContent();
    void follow(const model::JobSummary &job);
    void load();
    void take(const Result<model::Job> &job);
    void takeTimeline(const Result<model::Items<model::TimelineEntry>> &timeline);
    void showJob();
    void showActions();
    void act(const QString &id);
    void followLog();
    void showDevices();
    void askPriority();

    LiveStore &m_store;
    JobCommands *m_commands;
    model::JobId m_id;
    std::optional<model::Job> m_job;
    QTimer m_loadSoon; // several changes in a moment are read once
    PageStates *m_states;
    JobHead *m_head;
    StateHeadline *m_headline;
    QTabWidget *m_tabs;
    JobBrief *m_brief;
    JobEndpoints *m_endpoints;
    JobConsole *m_console;
};
