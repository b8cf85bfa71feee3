// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/peoplepage.h"

#include "app/api/livestore.h"

#include <QShortcut>

using namespace std::chrono_literals;

PeoplePage::PeoplePage(LiveStore &store, QWidget *parent)
    : Page(parent)
    , m_store(store)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(150ms);
    connect(&m_soon, &QTimer::timeout, this, &PeoplePage::refresh);
    connect(&store, &LiveStore::peopleChanged, this, &PeoplePage::noteChange);
    connect(&store, &LiveStore::reloadNeeded, this, &PeoplePage::noteChange);
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this,
            &PeoplePage::refresh);
}

void PeoplePage::refresh()
{
    m_isStale = false;
    m_soon.stop();
    read();
}

void PeoplePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        refresh();
}

void PeoplePage::noteChange()
{
    m_isStale = true;
    if (isVisible() && !m_soon.isActive())
        m_soon.start();
}
