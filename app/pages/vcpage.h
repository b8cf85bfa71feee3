// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livestore.h"
#include "app/models/vcsharelist.h"
#include "app/pages/page.h"

#include <memory>

class TableView;
class VcCommands;

namespace Ui {
class VcPage;
}

// Virtual Cluster: how the cluster is shared out, and for holders of Manage VC how to change it.
class VcPage final : public Page
{
    Q_OBJECT

public:
    explicit VcPage(LiveStore &store, QWidget *parent = nullptr);
    ~VcPage() override;

    QString title() const override;
    // Writes what is shown, one line for each VC and device type; false when the file cannot be
    // written.
    bool exportTo(const QString &path) const;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void listen();
    void load();
    void loadSoon();
    void take(const Result<model::VcShares> &shares);
    void showState();
    void showFree();
    void followAccount();
    void chooseFile();
    model::VcName vcOf(const QModelIndex &row) const;

    LiveStore &m_store;
    SystemClock m_clock;
    const std::unique_ptr<Ui::VcPage> m_ui;
    VcCommands *m_commands;
    VcShareList *m_list;
    TableView *m_table;
    model::VcShares m_shares;
    Loading m_loading = Loading::Idle;
    Error m_problem;
    QTimer m_delay; // many changes in a moment are read once
    bool m_isStale = true;
    bool m_isOwn = false; // the person has just changed something here
};
