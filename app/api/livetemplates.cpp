// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livetemplates.h"

#include "core/api/templates.h"
#include "core/client/apiclient.h"

#include <algorithm>

LiveTemplates::LiveTemplates(LiveStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &LiveStore::selectedVcChanged, this, &LiveTemplates::followVc);
    connect(&store, &LiveStore::templatesChanged, this, &LiveTemplates::reload);
    connect(&store, &LiveStore::reloadNeeded, this, &LiveTemplates::reload);
    followVc();
}

const model::JobTemplate *LiveTemplates::find(const model::TemplateKey &key) const
{
    const auto it = std::find_if(m_templates.begin(), m_templates.end(),
                                 [&key](const auto &each) { return each.key == key; });
    return it == m_templates.end() ? nullptr : &*it;
}

void LiveTemplates::reload()
{
    ++m_load;
    if (m_vc.value().isEmpty() || !m_store.account().has(model::Permission::SubmitTrainingJob))
        return;
    if (m_loading != Loading::Ready)
        m_loading = Loading::Busy;
    whenDone(m_store.api().call(api::listTemplates, {}, model::TemplateQuery{m_vc}), this,
             [this, load = m_load](const Result<model::Items<model::JobTemplate>> &answer) {
                 if (load == m_load)
                     take(answer);
             });
}

void LiveTemplates::followVc()
{
    if (m_vc == m_store.selectedVc())
        return;
    m_vc = m_store.selectedVc();
    m_templates.clear(); // a team's are of another VC
    m_loading = Loading::Idle;
    reload();
    emit changed();
}

void LiveTemplates::take(const Result<model::Items<model::JobTemplate>> &answer)
{
    if (answer) {
        m_templates = answer->items;
        m_loading = Loading::Ready;
    } else {
        m_problem = answer.error();
        if (m_loading != Loading::Ready)
            m_loading = Loading::Failed;
    }
    emit changed();
}
