// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livestore.h"
#include "core/model/jobtemplate.h"
#include "core/model/page.h"

// The templates that the person sees in the VC of now, live: read anew when the VC changes and when
// the server says so.
class LiveTemplates : public QObject
{
    Q_OBJECT

public:
    explicit LiveTemplates(LiveStore &store, QObject *parent = nullptr);

    // By name, a user's before a team's of the same name.
    const QList<model::JobTemplate> &templates() const { return m_templates; }
    const model::JobTemplate *find(const model::TemplateKey &key) const;

    Loading loading() const { return m_loading; }
    const Error &problem() const { return m_problem; } // why loading failed

    // Reads them anew; what is there stays until the answer has come.
    void reload();

signals:
    void changed(); // another list, or another state of loading

private:
    void followVc();
    void take(const Result<model::Items<model::JobTemplate>> &answer);

    LiveStore &m_store;
    model::VcName m_vc;
    QList<model::JobTemplate> m_templates;
    Loading m_loading = Loading::Idle;
    Error m_problem;
    int m_load = 0; // answers to a load before this one are dropped
};
