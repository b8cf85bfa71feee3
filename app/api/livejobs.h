// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livestore.h"
#include "core/model/jobquery.h"
#include "core/model/page.h"

#include <QHash>

// The jobs of one query, complete and live: loaded by pages, then changed by events. A view owns
// one, sets the query and sorts by itself: the order of jobs() means nothing.
class LiveJobs : public QObject
{
    Q_OBJECT

public:
    explicit LiveJobs(LiveStore &store, QObject *parent = nullptr);

    // Loads the jobs of the query (its limit and cursor do not matter). What was shown of another
    // query is forgotten; the same query again changes nothing.
    void setQuery(const model::JobQuery &query);
    const model::JobQuery &query() const { return m_query; }

    // Reads the list anew and replaces it when all of it has come.
    void reload();

    const QList<model::JobSummary> &jobs() const { return m_jobs; }
    const model::JobSummary *find(const model::JobId &id) const;

    Loading loading() const { return m_loading; }
    const Error &problem() const { return m_problem; } // why loading failed

signals:
    void jobsReset(); // jobs() is a new list; also after the first page of a long one
    void jobUpserted(const model::JobSummary &job); // new in the list, or changed
    void jobRemoved(const model::JobId &id); // no longer of this query
    void loadingChanged();

private:
    void loadPage(const QString &cursor);
    void takePage(const model::Page<model::JobSummary> &page);
    void takeAll();
    void apply(const model::JobSummary &job);
    bool belongs(const model::JobSummary &job) const;
    void setJobs(const QList<model::JobSummary> &jobs);
    void remove(const model::JobId &id);
    void setLoading(Loading loading);

    LiveStore &m_store;
    model::JobQuery m_query;
    QList<model::JobSummary> m_jobs;
    QHash<model::JobId, qsizetype> m_places; // in m_jobs
    QList<model::JobSummary> m_arriving; // pages so far
    QHash<model::JobId, model::JobSummary> m_changed; // by events while pages arrive
    Loading m_loading = Loading::Idle;
    Error m_problem;
    int m_load = 0; // answers to a load before this one are dropped
    bool m_hasQuery = false;
    bool m_isLoading = false; // pages are on their way, also while Ready
};
