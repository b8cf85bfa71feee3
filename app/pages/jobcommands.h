// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/rowaction.h"
#include "core/base/result.h"
#include "core/model/job.h"
#include "core/rules/jobactions.h"

#include <QObject>

class JobSupport;
class LiveStore;
class QWidget;

// What people do with jobs, from a list or from a job's page: what is offered, and doing it. A kill
// can be undone for five seconds: only then the request is sent, or at once when this object goes
// with its page. Whatever fails is said in a toast.
class JobCommands : public QObject
{
    Q_OBJECT

public:
    static constexpr int kUndoMs = 5000;

    // Toasts are shown over the window of the widget.
    JobCommands(LiveStore &store, QWidget *over);
    ~JobCommands() override;

    // "pause" or "resume", "kill", "support"; grey with the reason when none of the jobs can take it.
    QList<RowAction> offers(const QList<model::JobSummary> &jobs) const;
    // Does it with those that can take it.
    void run(const QString &action, const QList<model::JobSummary> &jobs);

    // Why none of the jobs can take it; empty when one can.
    QString whyNot(rules::JobAction action, const QList<model::JobSummary> &jobs) const;
    bool mayChangePriority(const model::JobSummary &job) const;
    void changePriority(const model::JobId &job, int priority);

    // Sends the kills that wait for their undo.
    void sendKills();
    // The same; whether a request is under way now, so that pendingSent() follows.
    bool sendPending();

signals:
    void pendingSent(bool all); // the last request that was under way is answered
    void offersChanged(); // a kill begins or ends to wait

private:
    template <typename Endpoint, typename Request>
    void send(const Endpoint &endpoint, const model::JobId &job, const Request &request);
    void take(const Result<model::Job> &answer);
    void sendKills(const QList<model::JobSummary> &jobs);
    void kill(const QList<model::JobSummary> &jobs);
    void undo(const QList<model::JobSummary> &jobs);
    std::optional<rules::ActionRefusal> refusal(rules::JobAction action,
                                                const model::JobSummary &job) const;
    static RowAction supportOffer();
    QString lossOf(const QList<model::JobSummary> &jobs) const;
    QList<model::JobSummary> able(const QString &action,
                                  const QList<model::JobSummary> &jobs) const;

    LiveStore &m_store;
    QWidget *m_over;
    JobSupport *m_support;
    int m_sending = 0; // requests
    bool m_allSent = true;
    QList<model::JobId> m_dying; // killed, but for the undo
};
