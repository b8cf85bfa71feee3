// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobspage.h"

#include "ui_jobspage.h"

#include "app/pages/jobcommands.h"
#include "app/pages/jobgroups.h"
#include "app/pages/jobscsv.h"
#include "app/pages/pagememory.h"
#include "app/pages/savefile.h"
#include "app/text/errortext.h"
#include "app/text/jobtext.h"
#include "app/theme/looks.h"
#include "core/rules/jobactions.h"

#include <QShortcut>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

using State = model::JobState;

QList<State> activeStates()
{
    return {State::Running, State::Queued, State::Scheduling,
            State::Pausing, State::Paused, State::Killing};
}

QList<JobGroup> groupsOfAll()
{
    return {{u"runningJobsTable"_s,
             [] { return JobsPage::tr("Running Jobs"); },
             {State::Running, State::Killing},
             {JobList::FinishedColumn}},
            {u"queuingJobsTable"_s,
             [] { return JobsPage::tr("Queuing Jobs"); },
             {State::Queued, State::Scheduling},
             {JobList::StartedColumn, JobList::FinishedColumn}},
            {u"pausedJobsTable"_s,
             [] { return JobsPage::tr("Paused Jobs"); },
             {State::Pausing, State::Paused},
             {JobList::FinishedColumn}}};
}

} // namespace

JobsPage::JobsPage(LiveStore &store, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_ui(std::make_unique<Ui::JobsPage>())
    , m_commands(new JobCommands(store, this))
    , m_stack(new QStackedWidget)
{
    m_ui->setupUi(this);
    for (LiveJobs *&jobs : m_jobs)
        jobs = new LiveJobs(store, this);
    m_groups[kMine] = new JobGroups(store, *m_jobs[kMine], *m_commands,
                                    {{u"myJobsTable"_s, {}, {}}}, JobGroups::Users::Hidden);
    m_groups[kAll] =
        new JobGroups(store, *m_jobs[kAll], *m_commands, groupsOfAll(), JobGroups::Users::Shown);
    arrange();
    listen();
    followStore();
    retranslate();
    pagememory::keepTab(m_ui->scopeTabBar, u"jobs/tab"_s);
    pagememory::keepText(m_ui->searchField, u"jobs/text"_s);
    pagememory::keepChoice(m_ui->stateComboBox, u"jobs/state"_s);
}

JobsPage::~JobsPage() = default;

QString JobsPage::title() const
{
    return tr("View and Manage Jobs");
}

bool JobsPage::sendPending()
{
    return m_commands->sendPending();
}

void JobsPage::arrange()
{
    for (JobGroups *groups : m_groups)
        m_stack->addWidget(groups);
    m_ui->pageStates->setContent(m_stack);
    m_ui->scopeTabBar->addTab({});
    m_ui->scopeTabBar->addTab({});
    m_ui->scopeTabBar->setExpanding(false);
    m_ui->scopeTabBar->setDrawBase(false);
    m_ui->submitButton->setIcon(icon(Icon::Plus, Ink::OnFill));
    m_ui->exportButton->setIcon(icon(Icon::Download));
    setFocusProxy(m_ui->searchField);
    if (auto *layout = qobject_cast<QBoxLayout *>(this->layout()))
        layout->setStretchFactor(m_ui->pageStates, 1);
}

void JobsPage::listen()
{
    connect(&m_store, &LiveStore::selectedVcChanged, this, &JobsPage::followStore);
    connect(&m_store, &LiveStore::accountChanged, this, &JobsPage::followStore);
    connect(m_ui->scopeTabBar, &QTabBar::currentChanged, this, &JobsPage::showTab);
    connect(m_ui->searchField, &QLineEdit::textChanged, this, &JobsPage::followFilter);
    connect(m_ui->searchField, &SearchField::left, this, [this] { groups().focusTable(); });
    connect(m_ui->stateComboBox, &QComboBox::currentIndexChanged, this, &JobsPage::followFilter);
    connect(m_ui->submitButton, &QPushButton::clicked, this,
            [this] { emit addressRequested(u"submit"_s); });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &JobsPage::chooseFile);
    connect(m_ui->pageStates, &PageStates::retryRequested, this, [this] { jobs().reload(); });
    connect(m_ui->pageStates, &PageStates::emptyActionRequested, this, [this] {
        if (!isFiltered())
            return emit addressRequested(u"submit"_s);
        m_ui->searchField->clear();
        m_ui->stateComboBox->setCurrentIndex(0);
    });
    connect(new QShortcut(QKeySequence::Refresh, this), &QShortcut::activated, this,
            [this] { jobs().reload(); });
    for (const LiveJobs *jobs : m_jobs)
        connect(jobs, &LiveJobs::loadingChanged, this, &JobsPage::showState);
    for (const JobGroups *groups : m_groups) {
        connect(groups, &JobGroups::shownChanged, this, &JobsPage::showState);
        connect(groups, &JobGroups::selectionChanged, this, &JobsPage::showSelection);
        connect(groups, &JobGroups::opened, this, [this](const model::JobId &id) {
            emit addressRequested(u"jobs/"_s + id.toString());
        });
    }
    connect(m_commands, &JobCommands::offersChanged, this, &JobsPage::showSelection);
    connect(m_commands, &JobCommands::pendingSent, this, &Page::pendingSent);
    connect(m_ui->selectionBar, &SelectionBar::actionTriggered, this,
            [this](const QString &id) { m_commands->run(id, groups().selectedJobs()); });
    connect(m_ui->selectionBar, &SelectionBar::copyRequested, this,
            [this] { groups().copySelection(); });
    connect(m_ui->selectionBar, &SelectionBar::clearRequested, this,
            [this] { groups().clearSelection(); });
}

void JobsPage::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->scopeTabBar->setTabText(kMine, tr("My Jobs"));
    m_ui->scopeTabBar->setTabText(kAll, tr("All Jobs"));
    m_ui->scopeTabBar->setAccessibleName(tr("Whose jobs"));
    m_ui->searchField->setPurpose(tr("Search by name, id or user"));
    m_ui->stateComboBox->setAccessibleName(tr("Status"));
    m_ui->submitButton->setAccessibleName(m_ui->submitButton->text());
    m_ui->exportButton->setAccessibleName(m_ui->exportButton->text());
    fillStates();
    for (JobGroups *groups : m_groups)
        groups->retranslate();
    showState();
    showSelection();
}

// The states of the tab, keeping the chosen one where it exists.
void JobsPage::fillStates()
{
    const QVariant chosen = m_ui->stateComboBox->currentData();
    const QSignalBlocker blocker(m_ui->stateComboBox);
    m_ui->stateComboBox->clear();
    m_ui->stateComboBox->addItem(tr("Every status"));
    for (const auto &[state, name] : json::EnumNames<State>::table) {
        if (!isAll() || activeStates().contains(state))
            m_ui->stateComboBox->addItem(JobText::state(state), int(state));
    }
    m_ui->stateComboBox->setCurrentIndex(std::max(0, m_ui->stateComboBox->findData(chosen)));
}

bool JobsPage::maySeeAll() const
{
    return rules::maySeeAll(m_store.account());
}

bool JobsPage::isAll() const
{
    return m_ui->scopeTabBar->currentIndex() == kAll;
}

void JobsPage::followStore()
{
    m_ui->scopeTabBar->setTabVisible(kAll, maySeeAll());
    m_ui->scopeTabBar->setVisible(maySeeAll());
    if (!maySeeAll() && isAll())
        m_ui->scopeTabBar->setCurrentIndex(kMine);
    m_ui->submitButton->setVisible(m_store.account().has(model::Permission::SubmitTrainingJob));
    showTab();
}

void JobsPage::showTab()
{
    m_stack->setCurrentIndex(isAll() ? kAll : kMine);
    fillStates();
    if (!m_store.selectedVc().isEmpty()) {
        model::JobQuery query;
        query.scope = isAll() ? model::JobScope::All : model::JobScope::Mine;
        query.vc = m_store.selectedVc();
        query.states = isAll() ? activeStates() : QList<State>();
        jobs().setQuery(query);
    }
    followFilter();
}

QList<State> JobsPage::chosenStates() const
{
    const QVariant chosen = m_ui->stateComboBox->currentData();
    return chosen.isValid() ? QList<State>{State(chosen.toInt())} : QList<State>();
}

bool JobsPage::isFiltered() const
{
    return !m_ui->searchField->text().trimmed().isEmpty() || !chosenStates().isEmpty();
}

void JobsPage::followFilter()
{
    groups().setText(m_ui->searchField->text());
    groups().setStates(chosenStates());
    showState();
    showSelection();
}

void JobsPage::showState()
{
    const int shown = groups().shownCount();
    const auto all = jobs().jobs().size();
    m_ui->countLabel->setText(isFiltered() ? tr("%1 of %n jobs", nullptr, int(all)).arg(shown)
                                           : tr("%n jobs", nullptr, int(all)));
    m_ui->countLabel->setVisible(all > 0);
    m_ui->exportButton->setEnabled(shown > 0);
    PageStates &states = *m_ui->pageStates;
    if (m_store.selectedVc().isEmpty())
        return states.showEmpty(
            tr("You are in no virtual cluster yet. An administrator can add you."), {},
            Icon::Layers);
    if (jobs().loading() == Loading::Failed)
        return states.showError(tr("The jobs could not be loaded."),
                                ErrorText::of(jobs().problem()));
    if (shown > 0)
        return states.showContent();
    if (jobs().loading() != Loading::Ready)
        return states.showLoading();
    if (isFiltered())
        return states.showEmpty(tr("No job is like this."), tr("Clear the filter"), Icon::Search);
    const bool may = m_store.account().has(model::Permission::SubmitTrainingJob);
    states.showEmpty(isAll() ? tr("No job runs or waits in this virtual cluster.")
                             : tr("You have no jobs in this virtual cluster yet."),
                     may ? tr("Submit Training Job") : QString());
}

void JobsPage::showSelection()
{
    const QList<model::JobSummary> selected = groups().selectedJobs();
    m_ui->selectionBar->setSelection(int(selected.size()), m_commands->offers(selected));
}

bool JobsPage::exportTo(const QString &path) const
{
    return SaveFile::write(path, jobsCsv(groups().shownJobs()));
}

void JobsPage::chooseFile()
{
    SaveFile::table(this, tr("Export jobs"), u"jobs.csv"_s,
                    [this](const QString &path) { return exportTo(path); });
}
