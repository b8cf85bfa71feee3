// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livejobs.h"

#include "core/api/jobs.h"
#include "core/client/apiclient.h"

LiveJobs::LiveJobs(LiveStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &LiveStore::jobChanged, this, &LiveJobs::apply);
    connect(&store, &LiveStore::reloadNeeded, this, &LiveJobs::reload);
}

void LiveJobs::setQuery(const model::JobQuery &query)
{
    model::JobQuery whole = query;
    whole.limit = model::JobQuery::kMaxLimit;
    whole.cursor.clear();
    if (m_hasQuery && whole == m_query)
        return;
    m_query = whole;
    m_hasQuery = true;
    m_loading = Loading::Idle;
    setJobs({});
    reload();
}

void LiveJobs::reload()
{
    if (!m_hasQuery || !m_store.isOpen())
        return;
    ++m_load;
    m_isLoading = true;
    m_arriving.clear();
    m_changed.clear();
    if (m_loading != Loading::Ready)
        setLoading(Loading::Busy);
    loadPage({});
}

const model::JobSummary *LiveJobs::find(const model::JobId &id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.cend() ? nullptr : &m_jobs.at(*place);
}

void LiveJobs::loadPage(const QString &cursor)
{
    model::JobQuery query = m_query;
    query.cursor = cursor;
    whenDone(m_store.api().call(api::listJobs, {}, query), this,
             [this, load = m_load](const Result<model::Page<model::JobSummary>> &page) {
                 if (load != m_load)
                     return;
                 if (page) {
                     takePage(*page);
                     return;
                 }
                 m_isLoading = false;
                 m_problem = page.error();
                 if (m_loading != Loading::Ready)
                     setLoading(Loading::Failed);
             });
}

void LiveJobs::takePage(const model::Page<model::JobSummary> &page)
{
    m_arriving += page.items;
    if (!page.next) {
        takeAll();
        return;
    }
    if (m_loading == Loading::Busy && m_jobs.isEmpty())
        setJobs(page.items);
    loadPage(*page.next);
}

void LiveJobs::takeAll()
{
    m_isLoading = false;
    setJobs(std::exchange(m_arriving, {}));
    const auto changed = std::exchange(m_changed, {});
    for (const auto &job : changed)
        apply(job);
    setLoading(Loading::Ready);
}

void LiveJobs::apply(const model::JobSummary &job)
{
    if (m_isLoading)
        m_changed.insert(job.id, job);
    const auto place = m_places.constFind(job.id);
    const bool known = place != m_places.cend();
    if (known && job.revision < m_jobs.at(*place).revision)
        return;
    if (!belongs(job)) {
        if (known)
            remove(job.id);
        return;
    }
    if (known && m_jobs.at(*place) == job)
        return;
    if (known) {
        m_jobs[*place] = job;
    } else {
        m_places.insert(job.id, m_jobs.size());
        m_jobs.append(job);
    }
    emit jobUpserted(job);
}

bool LiveJobs::belongs(const model::JobSummary &job) const
{
    const bool textFits = m_query.text.isEmpty()
                          || job.name.contains(m_query.text, Qt::CaseInsensitive)
                          || job.id.toString().startsWith(m_query.text, Qt::CaseInsensitive);
    return m_hasQuery && textFits && (!m_query.vc || *m_query.vc == job.vc)
           && (m_query.states.isEmpty() || m_query.states.contains(job.state))
           && (m_query.scope == model::JobScope::All || job.owner == m_store.account().id);
}

void LiveJobs::setJobs(const QList<model::JobSummary> &jobs)
{
    if (jobs.isEmpty() && m_jobs.isEmpty())
        return;
    m_jobs.clear();
    m_places.clear();
    for (const auto &job : jobs) {
        if (m_places.contains(job.id))
            continue;
        m_places.insert(job.id, m_jobs.size());
        m_jobs.append(job);
    }
    emit jobsReset();
}

void LiveJobs::remove(const model::JobId &id)
{
    const qsizetype place = m_places.take(id);
    if (place != m_jobs.size() - 1) {
        m_jobs[place] = m_jobs.last();
        m_places[m_jobs.at(place).id] = place;
    }
    m_jobs.removeLast();
    emit jobRemoved(id);
}

void LiveJobs::setLoading(Loading loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    emit loadingChanged();
}
