// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/logpast.h"

#include "core/api/jobs.h"
#include "core/client/apiclient.h"

#include <algorithm>

LogPast::LogPast(client::ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{ }

void LogPast::restart(const model::JobId &job)
{
    m_job = job;
    m_oldest = {};
    m_atOldest = 0;
    ++m_asked;
    m_isAsking = false;
    m_isAtBeginning = false;
}

void LogPast::noteNewest(const QList<model::LogLine> &lines)
{
    if (!m_oldest.isValid() && !lines.isEmpty())
        m_oldest = lines.first().at;
    for (const model::LogLine &line : lines) {
        if (line.at != m_oldest)
            return;
        ++m_atOldest;
    }
}

void LogPast::ask()
{
    if (m_isAsking || m_isAtBeginning || !m_oldest.isValid())
        return;
    m_isAsking = true;
    model::LogQuery query;
    query.tail = kPage;
    query.until = m_oldest;
    query.skip = m_atOldest;
    whenDone(m_api.call(api::jobLog, {m_job.toString()}, query), this,
             [this, asked = ++m_asked](const Result<model::Items<model::LogLine>> &page) {
                 if (asked == m_asked)
                     take(page);
             });
}

void LogPast::take(const Result<model::Items<model::LogLine>> &page)
{
    m_isAsking = false;
    if (!page)
        return; // the next scrolling asks again
    const QList<model::LogLine> &lines = page->items;
    m_isAtBeginning = lines.size() < kPage;
    if (lines.isEmpty())
        return;
    if (lines.first().at != m_oldest)
        m_atOldest = 0;
    m_oldest = lines.first().at;
    m_atOldest += int(std::ranges::count(lines, m_oldest, &model::LogLine::at));
    emit received(lines);
}
