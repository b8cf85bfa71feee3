// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log.h"

namespace client {

// Tells new log lines from those seen before: a followed log that was interrupted begins again with
// its newest lines.
class LogCursor
{
public:
    void restart(); // what follows may have been seen
    bool isNew(const model::LogLine &line);

private:
    QDateTime m_newest;
    QList<model::LogLine> m_atNewest; // seen lines with that time
    QList<model::LogLine> m_expected; // of them, after a restart: not yet seen again
    bool m_isRepeating = false;
};

} // namespace client
