// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livestore.h"
#include "core/model/verdict.h"

#include <QTimer>

// What the server says would become of a job, asked again when the job or the cluster changes, but
// not with every key.
class Forecast : public QObject
{
    Q_OBJECT

public:
    explicit Forecast(LiveStore &store, QObject *parent = nullptr);

    void follow(const model::JobSpec &spec);
    // The server is asked only while somebody looks; not so to begin with.
    void setWatched(bool watched);

    // Absent until the server has answered for the job as it is now.
    const std::optional<model::Verdict> &verdict() const { return m_verdict; }

signals:
    void changed();

private:
    void askSoon();
    void ask();
    void take(const model::JobSpec &asked, const Result<model::Verdict> &answer);

    LiveStore &m_store;
    QTimer m_pause;
    model::JobSpec m_spec;
    std::optional<model::Verdict> m_verdict;
    bool m_isWatched = false;
};
