// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobgroups.h"

#include "app/pages/jobcommands.h"
#include "app/pages/prioritydelegate.h"
#include "app/text/format.h"
#include "app/theme/looks.h"
#include "app/widgets/tableview.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

JobGroups::JobGroups(LiveStore &store, LiveJobs &jobs, JobCommands &commands,
                     const QList<JobGroup> &groups, Users users, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_jobs(jobs)
    , m_commands(commands)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    for (const JobGroup &group : groups)
        m_parts << makePart(group, users);
    if (groups.size() > 1)
        m_layout->addStretch(1);
    m_fitSoon.setSingleShot(true);
    m_fitSoon.setInterval(0);
    connect(&m_fitSoon, &QTimer::timeout, this, &JobGroups::fit);
    m_minute.start(30s);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        for (const Part &part : std::as_const(m_parts))
            part.list->refreshTimes();
    });
    retranslate();
    fit();
}

JobGroups::~JobGroups()
{
    for (const Part &part : std::as_const(m_parts))
        part.table->disconnect(this); // a table that hides at the end has no one to tell
}

JobGroups::Part JobGroups::makePart(const JobGroup &group, Users users)
{
    Part part;
    part.group = group;
    if (group.title)
        addHeading(part);
    part.list = new JobList(m_clock, this);
    part.list->setStates(group.states);
    part.list->setEditable(
        [this](const model::JobSummary &job) { return m_commands.mayChangePriority(job); });
    part.table = new TableView(group.name, this);
    part.table->setDefaultHidden(group.hidden);
    dress(part.table, part.list, users);
    connectTable(part.table, part.list);
    feed(part.list);
    m_layout->addWidget(part.table, 1);
    return part;
}

void JobGroups::addHeading(Part &part)
{
    part.heading = new QWidget(this);
    auto *line = new QHBoxLayout(part.heading);
    line->setContentsMargins(0, 2 * kGrid, 0, kGrid / 2);
    part.title = new QLabel;
    setType(part.title, LabelType::Section);
    part.count = new QLabel;
    setType(part.count, LabelType::Secondary);
    line->addWidget(part.title);
    line->addWidget(part.count);
    line->addStretch();
    m_layout->addWidget(part.heading);
}

void JobGroups::dress(TableView *table, JobList *list, Users users)
{
    auto *priority = new PriorityDelegate(table);
    table->setItemDelegateForColumn(JobList::PriorityColumn, priority);
    connect(priority, &PriorityDelegate::priorityChosen, this,
            [this, list](const QModelIndex &index, int chosen) {
                m_commands.changePriority(list->jobAt(index.row()).id, chosen);
            });
    table->setModel(list);
    if (users == Users::Hidden)
        table->removeColumn(JobList::UserColumn);
    table->setDefaultWidths({80, 0, 84, 0, 130, 94, 72, 92, 92, 92});
    table->setStretchColumns({{JobList::NameColumn, 1}, {JobList::StatusColumn, 2}});
    table->makeSortable();
    table->setRowActions([this, list](const QModelIndexList &rows) {
        return m_commands.offers(jobsOf(rows, list));
    });
}

void JobGroups::connectTable(TableView *table, JobList *list)
{
    connect(table, &TableView::actionTriggered, this,
            [this, list](const QString &action, const QModelIndexList &rows) {
                m_commands.run(action, jobsOf(rows, list));
            });
    connect(table, &TableView::pointerRests, this, &JobGroups::hold);
    connect(table, &TableView::opened, this,
            [this, list](const QModelIndex &index) { emit opened(list->jobAt(index.row()).id); });
    connect(table, &TableView::selectionChangedByPerson, this, [this, table] {
        for (const Part &part : std::as_const(m_parts)) {
            if (part.table != table && !table->selectedRows().isEmpty())
                part.table->clearSelection();
        }
        emit selectionChanged();
    });
}

void JobGroups::feed(JobList *list)
{
    list->setJobs(m_jobs.jobs());
    connect(&m_jobs, &LiveJobs::jobsReset, list, [this, list] { list->setJobs(m_jobs.jobs()); });
    connect(&m_jobs, &LiveJobs::jobUpserted, list,
            [list](const model::JobSummary &job) { list->apply(job); });
    connect(&m_jobs, &LiveJobs::jobRemoved, list,
            [list](const model::JobId &id) { list->removeJob(id); });
    const auto later = [this] { m_fitSoon.start(); };
    connect(list, &QAbstractItemModel::modelReset, this, later);
    const auto laterUnlessHeld = [this] { m_isHeld ? void() : m_fitSoon.start(); };
    connect(list, &QAbstractItemModel::rowsInserted, this, laterUnlessHeld);
    connect(list, &QAbstractItemModel::rowsRemoved, this, laterUnlessHeld);
}

// While the pointer rests on one table none of them moves: a longer one would push those below.
void JobGroups::hold(bool held)
{
    m_isHeld = held;
    for (const Part &part : std::as_const(m_parts))
        part.list->setHeld(held);
    if (!held)
        m_fitSoon.start();
}

void JobGroups::setText(const QString &text)
{
    for (const Part &part : std::as_const(m_parts))
        part.list->setText(text);
}

void JobGroups::setStates(const QList<model::JobState> &states)
{
    m_states = states;
    for (const Part &part : std::as_const(m_parts)) {
        QList<model::JobState> wanted = part.group.states.isEmpty() ? states : part.group.states;
        if (!states.isEmpty())
            wanted.removeIf([&](model::JobState state) { return !states.contains(state); });
        part.list->setStates(wanted);
    }
    fit();
}

// A group takes no more height than its rows; what is empty or not wanted is hidden.
void JobGroups::fit()
{
    for (const Part &part : std::as_const(m_parts)) {
        if (!part.heading)
            continue;
        const auto &states = part.group.states;
        const bool wanted =
            m_states.isEmpty() || std::ranges::any_of(states, [this](model::JobState state) {
                return m_states.contains(state);
            });
        const int rows = part.list->rowCount();
        part.heading->setVisible(wanted && rows > 0);
        part.table->setVisible(wanted && rows > 0);
        part.count->setText(Format::count(rows));
        const int header = part.table->horizontalHeader()->sizeHint().height();
        part.table->setMaximumHeight(header + rows * kRowHeight + 2);
        part.table->setMinimumHeight(header + std::min(rows, 3) * kRowHeight + 2);
        m_layout->setStretchFactor(part.table, 100 * std::min(rows, 50));
    }
    emit shownChanged();
}

void JobGroups::retranslate()
{
    for (const Part &part : std::as_const(m_parts)) {
        if (part.title)
            part.title->setText(part.group.title());
        part.table->setAccessibleName(part.group.title ? part.group.title() : tr("Jobs"));
        part.list->retranslate();
    }
}

int JobGroups::shownCount() const
{
    int count = 0;
    for (const Part &part : m_parts) {
        if (!part.table->isHidden())
            count += part.list->rowCount();
    }
    return count;
}

QList<model::JobSummary> JobGroups::jobsOf(const QModelIndexList &rows, const JobList *list) const
{
    QList<model::JobSummary> jobs;
    for (const QModelIndex &row : rows)
        jobs << list->jobAt(row.row());
    return jobs;
}

QList<model::JobSummary> JobGroups::shownJobs() const
{
    QList<model::JobSummary> jobs;
    for (const Part &part : m_parts) {
        for (int row = 0; !part.table->isHidden() && row < part.list->rowCount(); ++row)
            jobs << part.list->jobAt(row);
    }
    return jobs;
}

QList<model::JobSummary> JobGroups::selectedJobs() const
{
    QList<model::JobSummary> jobs;
    for (const Part &part : m_parts)
        jobs += jobsOf(part.table->selectedRows(), part.list);
    return jobs;
}

void JobGroups::clearSelection()
{
    for (const Part &part : std::as_const(m_parts))
        part.table->clearSelection();
}

void JobGroups::copySelection() const
{
    for (const Part &part : m_parts) {
        if (!part.table->selectedRows().isEmpty())
            part.table->copySelection();
    }
}

void JobGroups::focusTable()
{
    for (const Part &part : std::as_const(m_parts)) {
        if (part.table->isHidden() || part.list->rowCount() == 0)
            continue;
        part.table->setFocus();
        if (!part.table->currentIndex().isValid())
            part.table->selectRow(0);
        return;
    }
}
