// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/page.h"

#include <QTimer>

class LiveStore;

// A page of the User Dashboard: what it shows is read when it is opened, and again a moment after
// people, groups or roles have changed; while it is hidden it waits until somebody looks.
class PeoplePage : public Page
{
    Q_OBJECT

public:
    explicit PeoplePage(LiveStore &store, QWidget *parent = nullptr);

    // Now, for the person who asks, or after a change of its own.
    void refresh();

signals:
    void exported(bool done); // a list, by pages that read it for that

protected:
    virtual void read() = 0; // everything it shows, anew
    void showEvent(QShowEvent *event) override;
    LiveStore &store() const { return m_store; }

private:
    void noteChange();

    LiveStore &m_store;
    QTimer m_soon; // many changes in a moment are read once
    bool m_isStale = true;
};
