// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livestore.h"
#include "core/api/endpoint.h"
#include "core/client/apiclient.h"
#include "core/model/page.h"

// What a PagedRead tells.
class PagedReading : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void rowsReset(); // rows() answer another question
    void rowsChanged(); // more of the same, or the same anew
    void loadingChanged();
    void failed(const Error &error); // rows() stay
};

// A long list of the server, read a page at a time as far as somebody scrolls.
template <typename Query, typename Row>
class PagedRead final : public PagedReading
{
public:
    using Endpoint = api::Endpoint<Query, model::Page<Row>>;
    static constexpr int kPage = 100;

    PagedRead(LiveStore &store, const Endpoint &endpoint, QObject *parent)
        : PagedReading(parent)
        , m_store(store)
        , m_endpoint(endpoint)
    { }

    // What was read of another query stays until its answer is there.
    void setQuery(const Query &query)
    {
        if (m_hasQuery && query == m_query)
            return;
        m_query = query;
        m_hasQuery = true;
        m_isOther = true;
        begin();
    }
    const Query &query() const { return m_query; }

    // As much as is known now, anew.
    void reload()
    {
        if (m_hasQuery)
            begin();
    }

    // The next page.
    void more()
    {
        if (m_isReading || !m_next)
            return;
        m_arriving = m_rows;
        ask(*m_next, kPage);
    }

    const QList<Row> &rows() const { return m_rows; }
    qint64 total() const { return m_total; } // of the whole list
    bool hasMore() const { return m_next.has_value(); }
    Loading loading() const { return m_loading; }
    const Error &problem() const { return m_problem; }

private:
    void begin()
    {
        m_arriving.clear();
        m_wanted = m_isOther ? kPage : std::max<qsizetype>(m_rows.size(), kPage);
        if (m_loading != Loading::Ready)
            setLoading(Loading::Busy);
        ask({}, int(std::min<qsizetype>(m_wanted, Query::kMaxLimit)));
    }

    void ask(const QString &cursor, int limit)
    {
        Query query = m_query;
        query.cursor = cursor;
        query.limit = limit;
        m_isReading = true;
        whenDone(m_store.api().call(m_endpoint, {}, query), this,
                 [this, load = ++m_load](const Result<model::Page<Row>> &page) {
                     if (load == m_load)
                         take(page);
                 });
    }

    void take(const Result<model::Page<Row>> &page)
    {
        m_isReading = false;
        if (!page) {
            m_problem = page.error();
            if (m_loading == Loading::Ready)
                return void(emit failed(m_problem));
            return setLoading(Loading::Failed);
        }
        m_arriving += page->items;
        if (page->next && m_arriving.size() < m_wanted)
            return ask(*page->next, Query::kMaxLimit);
        m_rows = std::exchange(m_arriving, {});
        m_next = page->next;
        m_total = page->total;
        if (std::exchange(m_isOther, false))
            emit rowsReset();
        else
            emit rowsChanged();
        setLoading(Loading::Ready);
    }

    void setLoading(Loading loading)
    {
        if (std::exchange(m_loading, loading) != loading)
            emit loadingChanged();
    }

    LiveStore &m_store;
    const Endpoint m_endpoint;
    Query m_query;
    QList<Row> m_rows;
    QList<Row> m_arriving; // pages so far
    std::optional<QString> m_next; // cursor of the page after rows()
    qint64 m_total = 0;
    qsizetype m_wanted = 0;
    Loading m_loading = Loading::Idle;
    Error m_problem;
    int m_load = 0; // answers to a load before this one are dropped
    bool m_hasQuery = false;
    bool m_isOther = false; // what is being read answers another query than rows()
    bool m_isReading = false;
};
