// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livejobs.h"
#include "app/pages/page.h"

#include <array>
#include <memory>

class JobCommands;
class JobGroups;
class QStackedWidget;

namespace Ui {
class JobsPage;
}

// View and Manage Jobs: all own jobs of the VC, and for those who may see them everybody's that
// have not ended, in groups.
class JobsPage final : public Page
{
    Q_OBJECT

public:
    explicit JobsPage(LiveStore &store, QWidget *parent = nullptr);
    ~JobsPage() override;

    QString title() const override;
    bool sendPending() override;
    // Writes what the current tab shows; false when the file cannot be written.
    bool exportTo(const QString &path) const;

protected:
    void retranslate() override;

private:
    static constexpr int kMine = 0;
    static constexpr int kAll = 1;

    void arrange();
    void listen();
    void fillStates();
    void followStore();
    void followFilter();
    void showTab();
    void showState();
    void showSelection();
    void chooseFile();
    QList<model::JobState> chosenStates() const;
    bool isFiltered() const;
    bool maySeeAll() const;
    bool isAll() const;
    LiveJobs &jobs() const { return *m_jobs[isAll() ? size_t(kAll) : size_t(kMine)]; }
    JobGroups &groups() const { return *m_groups[isAll() ? size_t(kAll) : size_t(kMine)]; }

    LiveStore &m_store;
    const std::unique_ptr<Ui::JobsPage> m_ui;
    JobCommands *m_commands;
    std::array<LiveJobs *, 2> m_jobs{};
    std::array<JobGroups *, 2> m_groups{};
    QStackedWidget *m_stack;
};
