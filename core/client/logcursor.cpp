// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/logcursor.h"

namespace client {

void LogCursor::restart()
{
    m_isRepeating = m_newest.isValid();
    m_expected = m_atNewest;
}

bool LogCursor::isNew(const model::LogLine &line)
{
    if (m_isRepeating && line.at < m_newest)
        return false;
    if (m_isRepeating && line.at == m_newest && m_expected.removeOne(line))
        return false;
    if (!m_newest.isValid() || line.at > m_newest) {
        m_newest = line.at;
        m_atNewest.clear();
        m_isRepeating = false;
    }
    if (line.at == m_newest)
        m_atNewest.append(line);
    return true;
}

} // namespace client
