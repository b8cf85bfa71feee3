// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobdetailpage.h"

#include "app/api/livestore.h"
#include "app/pages/jobbrief.h"
#include "app/pages/jobcommands.h"
#include "app/pages/jobconsole.h"
#include "app/pages/jobendpoints.h"
#include "app/pages/jobhead.h"
#include "app/pages/nodecards.h"
#include "app/pages/pagememory.h"
#include "app/pages/stateheadline.h"
#include "app/text/errortext.h"
#include "app/theme/looks.h"
#include "app/widgets/actionbuttons.h"
#include "app/widgets/pagestates.h"
#include "core/api/jobs.h"
#include "core/client/apiclient.h"
#include "core/rules/jobrules.h"

#include <QDialogButtonBox>
#include <QInputDialog>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNewestLines = 3;
constexpr auto kAgain = "again"_L1;
constexpr auto kPriority = "priority"_L1;

} // namespace

JobDetailPage::JobDetailPage(LiveStore &store, Prompt &prompt, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_commands(new JobCommands(store, this))
    , m_states(new PageStates)
    , m_head(new JobHead)
    , m_headline(new StateHeadline)
    , m_tabs(new QTabWidget)
    , m_brief(new JobBrief(store))
    , m_endpoints(new JobEndpoints(store, prompt))
    , m_console(new JobConsole(store.api()))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, 2 * kGrid);
    layout->addWidget(m_states);
    m_states->setContent(makeContent());
    setFocusProxy(m_tabs);
    m_loadSoon.setSingleShot(true);
    m_loadSoon.setInterval(100ms);
    connect(&m_loadSoon, &QTimer::timeout, this, &JobDetailPage::load);
    connect(&store, &LiveStore::jobChanged, this, &JobDetailPage::follow);
    connect(&store, &LiveStore::reloadNeeded, this, &JobDetailPage::load);
    connect(m_states, &PageStates::retryRequested, this, &JobDetailPage::load);
    connect(m_states, &PageStates::emptyActionRequested, this,
            [this] { emit addressRequested(u"jobs"_s); });
    connect(&m_head->back(), &QPushButton::clicked, this,
            [this] { emit addressRequested(u"jobs"_s); });
    connect(&store, &LiveStore::nodesChanged, this, &JobDetailPage::showDevices);
    connect(m_console, &JobConsole::linesTaken, this,
            [this] { m_headline->setNewest(m_console->newestLines(kNewestLines)); });
    connect(m_commands, &JobCommands::offersChanged, this, &JobDetailPage::showActions);
    connect(m_commands, &JobCommands::pendingSent, this, &Page::pendingSent);
    connect(&m_head->actions(), &ActionButtons::triggered, this, &JobDetailPage::act);
    connect(m_endpoints, &JobEndpoints::accountRequested, this,
            [this] { emit addressRequested(u"account"_s); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &JobDetailPage::followLog);
    retranslate();
    pagememory::keepTab(m_tabs->tabBar(), u"job/tab"_s);
}

QWidget *JobDetailPage::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    m_tabs->setObjectName(u"jobTabWidget"_s);
    m_tabs->addTab(m_brief, {});
    m_tabs->addTab(m_endpoints, {});
    m_tabs->addTab(m_console, {});
    m_tabs->setDocumentMode(true);
    layout->addWidget(m_head);
    layout->addWidget(m_headline);
    layout->addWidget(m_tabs, 1);
    return content;
}

QString JobDetailPage::title() const
{
    return m_job ? m_job->name : tr("Job");
}

bool JobDetailPage::sendPending()
{
    return m_commands->sendPending();
}

void JobDetailPage::open(const QStringList &path)
{
    const auto id = model::JobId::fromString(path.value(0));
    if (!id) {
        m_id = {};
        m_job.reset();
        m_states->showEmpty(tr("There is no such job."), tr("View and Manage Jobs"));
        return;
    }
    if (*id != m_id) {
        m_id = *id;
        m_job.reset();
        m_console->close();
        m_endpoints->close();
        m_brief->setTimeline({});
        m_states->showLoading();
        emit titleChanged();
    }
    load();
}

void JobDetailPage::retranslate()
{
    m_head->retranslate();
    m_tabs->setTabText(0, tr("Brief"));
    m_tabs->setTabText(1, tr("Endpoints"));
    m_tabs->setTabText(2, tr("Console"));
    m_brief->retranslate();
    m_endpoints->retranslate();
    m_console->retranslate();
    if (m_job)
        showJob();
}

void JobDetailPage::follow(const model::JobSummary &job)
{
    if (job.id != m_id || (m_job && job.revision <= m_job->revision))
        return;
    if (m_job) {
        static_cast<model::JobSummary &>(*m_job) = job;
        showJob();
    }
    m_loadSoon.start();
}

void JobDetailPage::load()
{
    if (m_id.isEmpty())
        return;
    const model::JobId asked = m_id;
    whenDone(m_store.api().call(api::getJob, {asked.toString()}), this,
             [this, asked](const Result<model::Job> &job) {
                 if (asked == m_id)
                     take(job);
             });
    whenDone(m_store.api().call(api::jobTimeline, {asked.toString()}), this,
             [this, asked](const Result<model::Items<model::TimelineEntry>> &timeline) {
                 if (asked == m_id)
                     takeTimeline(timeline);
             });
}

void JobDetailPage::take(const Result<model::Job> &job)
{
    if (!job) {
        // What is shown stays true enough while the server is away; the top bar says that it is.
        if (m_job && ErrorText::mayPass(job.error().code))
            return;
        m_job.reset();
        if (job.error().code == ErrorCode::NotFound)
            return m_states->showEmpty(tr("There is no such job."), tr("View and Manage Jobs"));
        return m_states->showError(tr("The job could not be loaded."), ErrorText::of(job.error()));
    }
    if (m_job && m_job->revision > job->revision)
        return;
    m_job = *job;
    showJob();
    m_brief->setJob(*job);
    m_states->showContent();
    // Loading took the focus to the first button.
    if (m_head->back().hasFocus())
        m_tabs->setFocus();
    followLog();
    emit titleChanged();
}

void JobDetailPage::takeTimeline(const Result<model::Items<model::TimelineEntry>> &timeline)
{
    if (timeline)
        m_brief->setTimeline(timeline->items);
}

void JobDetailPage::showJob()
{
    m_headline->setJob(*m_job);
    m_endpoints->setJob(*m_job);
    m_headline->setNewest(m_console->newestLines(kNewestLines));
    showDevices();
    showActions();
    m_head->setJob(*m_job);
}

// Where it runs, as long as it holds the devices.
void JobDetailPage::showDevices()
{
    QList<DeviceGrid::Card> nodes;
    if (m_job && model::holdsDevices(m_job->state) && m_store.cluster())
        nodes = NodeCards::of(*m_job, m_store.nodes(), m_store.cluster()->deviceTypes);
    m_headline->setDevices(nodes);
}

void JobDetailPage::askPriority()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"priorityDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(rules::kLeastPriority, rules::kMostPriority);
    dialog->setIntValue(m_job->priority);
    dialog->setWindowTitle(tr("Priority"));
    dialog->setLabelText(tr("From %1 to %2. Jobs of larger priority start first.")
                             .arg(rules::kLeastPriority)
                             .arg(rules::kMostPriority));
    dialog->setOkButtonText(tr("Change priority"));
    dialog->layout()->setContentsMargins(3 * kGrid, 3 * kGrid, 3 * kGrid, 3 * kGrid);
    dialog->layout()->setSpacing(2 * kGrid);
    if (const auto *buttons = dialog->findChild<QDialogButtonBox *>())
        setKind(buttons->button(QDialogButtonBox::Ok), ButtonKind::Primary);
    connect(dialog, &QInputDialog::intValueSelected, this,
            [this, id = m_id](int priority) { m_commands->changePriority(id, priority); });
    dialog->open();
}

void JobDetailPage::showActions()
{
    if (!m_job)
        return m_head->actions().setActions({});
    RowAction again;
    again.id = kAgain;
    again.text = tr("Submit again");
    again.icon = Icon::Retry;
    again.toolTip = tr("Submit the same specification anew");
    RowAction priority;
    priority.id = kPriority;
    priority.text = tr("Priority");
    priority.icon = Icon::Edit;
    const QString why =
        m_commands->whyNot(rules::JobAction::ChangePriority, QList<model::JobSummary>(1, *m_job));
    priority.enabled = why.isEmpty();
    priority.toolTip = why.isEmpty() ? tr("Change the priority") : why;
    QList<RowAction> actions{priority};
    const bool maySubmit = m_store.account().has(model::Permission::SubmitTrainingJob);
    if (maySubmit && model::isTerminal(m_job->state))
        actions.prepend(again);
    m_head->actions().setActions(actions + m_commands->offers(QList<model::JobSummary>(1, *m_job)));
}

void JobDetailPage::act(const QString &id)
{
    if (!m_job)
        return;
    if (id == kAgain)
        emit addressRequested(u"submit/again/"_s + m_job->id.toString());
    else if (id == kPriority)
        askPriority();
    else
        m_commands->run(id, QList<model::JobSummary>(1, *m_job));
}

// The log is read while somebody looks at the job: its newest lines stand under its state.
void JobDetailPage::followLog()
{
    if (m_job && isVisible() && (m_job->attempt > 0 || m_tabs->currentWidget() == m_console))
        m_console->open(m_id);
}

void JobDetailPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    followLog();
}

void JobDetailPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_console->pause();
}
