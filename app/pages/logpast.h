// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/job.h"
#include "core/model/log.h"
#include "core/model/page.h"

#include <QObject>

namespace client {
class ApiClient;
}

// Reads a job's log on towards its beginning, a page at a time. It knows where it stands by the time
// of the oldest line that was read, and by how many of that very time there are.
class LogPast : public QObject
{
    Q_OBJECT

public:
    static constexpr int kPage = 2000; // lines

    explicit LogPast(client::ApiClient &api, QObject *parent = nullptr);

    void restart(const model::JobId &job); // nothing of it is read
    void noteNewest(const QList<model::LogLine> &lines); // read otherwise, at the other end
    // Asks for the page before; nothing happens while it is asked for, or at the beginning.
    void ask();

signals:
    void received(const QList<model::LogLine> &lines); // they stand before all others

private:
    void take(const Result<model::Items<model::LogLine>> &page);

    client::ApiClient &m_api;
    model::JobId m_job;
    QDateTime m_oldest;
    int m_atOldest = 0; // lines of that time
    int m_asked = 0; // an answer to an earlier question is not wanted any more
    bool m_isAsking = false;
    bool m_isAtBeginning = false;
};
