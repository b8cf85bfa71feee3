// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/job.h"
#include "core/model/page.h"
#include "core/rules/endpointrules.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class EndpointList;
class EndpointSwitches;
class LiveStore;
class PageStates;
class Prompt;

// The tab Endpoints: the ways into a job as they are now, opened with a click, and switched on and
// off. They are read while somebody looks.
class JobEndpoints : public QWidget
{
    Q_OBJECT

public:
    JobEndpoints(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    void setJob(const model::JobSummary &job);
    void close();
    void retranslate();

signals:
    void accountRequested(); // where the person's keys are

protected:
    void showEvent(QShowEvent *event) override;

private:
    using Endpoints = model::Items<model::JobEndpoint>;

    void load();
    void take(const Result<Endpoints> &endpoints);
    void takeAll(const QList<model::JobEndpoint> &endpoints);
    void showRows();
    std::optional<rules::EndpointRefusal> refusalOfOpening(const QString &name) const;
    QString whyNot() const;
    QString portProblem(const QString &text) const;
    bool isReady(const QString &name) const;
    void askToSwitch(const QString &name, bool on);
    void openPort(int port);
    void switchTo(const QString &name, bool on);
    void refuse(const QString &name, const QString &why);

    LiveStore &m_store;
    Prompt &m_prompt;
    model::JobSummary m_job;
    std::optional<QList<model::JobEndpoint>> m_endpoints;
    QTimer m_loadSoon; // several changes in a moment are read once
    int m_asked = 0; // answers to questions before this one are dropped
    bool m_isStale = true;
    QString m_newPort; // asked for by the field
    EndpointSwitches *m_switches;
    PageStates *m_states;
    EndpointList *m_list;
};
