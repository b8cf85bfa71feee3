// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/vcusagelist.h"
#include "app/pages/page.h"

#include <memory>

class LiveStore;
class NodesPane;
class QStackedWidget;
class TableView;

namespace Ui {
class ClusterStatusPage;
}

// Cluster Status: what each virtual cluster has and uses, and for those who may see it each node.
class ClusterStatusPage final : public Page
{
    Q_OBJECT

public:
    explicit ClusterStatusPage(LiveStore &store, QWidget *parent = nullptr);
    ~ClusterStatusPage() override;

    QString title() const override;
    void open(const QStringList &path) override; // "vcs" or "nodes"
    // Writes what the current tab shows; false when the file cannot be written.
    bool exportTo(const QString &path) const;

protected:
    void retranslate() override;

private:
    static constexpr int kVcs = 0;
    static constexpr int kNodes = 1;

    void arrange();
    void listen();
    void followVcs();
    void followNodes();
    void followAccount();
    void followFilter();
    void showTab();
    void showState();
    bool isNodes() const;
    int shownCount() const;
    int allCount() const;
    const QAbstractItemModel &model() const;
    void chooseFile();

    LiveStore &m_store;
    SystemClock m_clock;
    const std::unique_ptr<Ui::ClusterStatusPage> m_ui;
    VcUsageList *m_vcs;
    TableView *m_vcTable;
    NodesPane *m_nodes;
    QStackedWidget *m_stack;
};
