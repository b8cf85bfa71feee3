// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/loghits.h"

#include <algorithm>

bool LogHits::setText(const QString &text)
{
    if (text == m_text)
        return false;
    m_text = text;
    clear();
    return true;
}

void LogHits::clear()
{
    m_hits.clear();
    m_current = -1;
}

void LogHits::search(qint64 line, const QString &text, int from)
{
    if (m_text.isEmpty())
        return;
    qsizetype at = text.indexOf(m_text, from, Qt::CaseInsensitive);
    while (at >= 0) {
        m_hits.push_back({line, int(at)});
        at = text.indexOf(m_text, at + m_text.size(), Qt::CaseInsensitive);
    }
}

void LogHits::dropBefore(qint64 line)
{
    while (!m_hits.empty() && m_hits.front().line < line) {
        m_hits.pop_front();
        m_current = std::max(m_current - 1, m_hits.empty() ? -1 : 0);
    }
}

void LogHits::move(int step)
{
    if (count() > 0)
        m_current = (m_current + step + count()) % count();
}

int LogHits::firstFrom(qint64 line) const
{
    const auto found = std::ranges::lower_bound(m_hits, line, {}, &Hit::line);
    return int(found - m_hits.begin());
}
