// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobdetailpage.h"

#include "app/api/livestore.h"
#include "app/pages/jobbrief.h"
#include "app/pages/jobcommands.h"
#include "app/pages/jobconsole.h"
#include "app/pages/nodecards.h"
#include "app/pages/stateheadline.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/theme/looks.h"
#include "app/widgets/copybutton.h"
#include "app/widgets/pagestates.h"
#include "core/api/jobs.h"
#include "core/client/apiclient.h"
#include "core/rules/jobrules.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNewestLines = 3;

} // namespace

JobDetailPage::JobDetailPage(LiveStore &store, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_commands(new JobCommands(store, this))
    , m_states(new PageStates)
    , m_back(new QPushButton)
    , m_name(new QLabel)
    , m_shortId(new QLabel)
    , m_copyId(new CopyButton)
    , m_actions(new QHBoxLayout)
    , m_headline(new StateHeadline)
    , m_tabs(new QTabWidget)
    , m_brief(new JobBrief)
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
    connect(m_back, &QPushButton::clicked, this, [this] { emit addressRequested(u"jobs"_s); });
    connect(&store, &LiveStore::nodesChanged, this, &JobDetailPage::showDevices);
    connect(m_console, &JobConsole::linesTaken, this,
            [this] { m_headline->setNewest(m_console->newestLines(kNewestLines)); });
    connect(m_commands, &JobCommands::offersChanged, this, &JobDetailPage::showActions);
    connect(m_tabs, &QTabWidget::currentChanged, this, &JobDetailPage::followLog);
    retranslate();
}

QWidget *JobDetailPage::makeHead()
{
    auto *head = new QWidget;
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins({});
    line->setSpacing(kGrid);
    m_back->setObjectName(u"backButton"_s);
    m_back->setIcon(icon(Icon::ChevronLeft));
    setKind(m_back, ButtonKind::Ghost);
    m_name->setObjectName(u"jobNameLabel"_s);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setType(m_name, LabelType::Title);
    m_shortId->setObjectName(u"jobIdLabel"_s);
    m_shortId->setFont(monospace(kSmallSize));
    setType(m_shortId, LabelType::Secondary);
    line->addWidget(m_back);
    line->addWidget(m_name);
    line->addWidget(m_shortId);
    line->addWidget(m_copyId);
    line->addStretch();
    line->addLayout(m_actions);
    return head;
}

QWidget *JobDetailPage::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins({});
    layout->setSpacing(2 * kGrid);
    m_tabs->setObjectName(u"jobTabWidget"_s);
    m_tabs->addTab(m_brief, {});
    m_tabs->addTab(m_console, {});
    m_tabs->setDocumentMode(true);
    layout->addWidget(makeHead());
    layout->addWidget(m_headline);
    layout->addWidget(m_tabs, 1);
    return content;
}

QString JobDetailPage::title() const
{
    return m_job ? m_job->name : tr("Job");
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
        m_brief->setTimeline({});
        m_states->showLoading();
        emit titleChanged();
    }
    load();
}

void JobDetailPage::retranslate()
{
    m_back->setText(tr("Jobs"));
    setNames(m_back, m_back->objectName(), tr("Back to the jobs"));
    m_tabs->setTabText(0, tr("Brief"));
    m_tabs->setTabText(1, tr("Console"));
    m_brief->retranslate();
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
    if (m_back->hasFocus())
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
    m_name->setText(m_job->name);
    m_shortId->setText(Format::shortId(m_job->id.toString()));
    m_copyId->setValue(m_job->id.toString());
    m_headline->setJob(*m_job);
    m_headline->setNewest(m_console->newestLines(kNewestLines));
    showDevices();
    showActions();
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
    connect(dialog, &QInputDialog::intValueSelected, this,
            [this, id = m_id](int priority) { m_commands->changePriority(id, priority); });
    dialog->open();
}

void JobDetailPage::showActions()
{
    while (QLayoutItem *item = m_actions->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (!m_job)
        return;
    const bool mine = m_store.account().has(model::Permission::SubmitTrainingJob);
    if (mine && model::isTerminal(m_job->state)) {
        addAction(u"again"_s, tr("Submit again"), icon(Icon::Retry),
                  tr("Submit the same specification anew"),
                  [this] { emit addressRequested(u"submit/again/"_s + m_job->id.toString()); });
    }
    if (m_commands->mayChangePriority(*m_job)) {
        addAction(u"priority"_s, tr("Priority"), icon(Icon::Edit), tr("Change the priority"),
                  [this] { askPriority(); });
    }
    const auto jobs = [this] { return QList<model::JobSummary>(1, *m_job); };
    for (const RowAction &action : m_commands->offers(jobs())) {
        addAction(action.id, action.text,
                  action.dangerous ? icon(action.icon, Tone::Danger) : icon(action.icon),
                  action.toolTip, [this, jobs, id = action.id] { m_commands->run(id, jobs()); });
    }
}

void JobDetailPage::addAction(const QString &id, const QString &text, const QIcon &icon,
                              const QString &toolTip, const std::function<void()> &press)
{
    auto *button = new QPushButton(icon, text);
    setNames(button, id + u"Button"_s, text);
    button->setToolTip(toolTip);
    connect(button, &QPushButton::clicked, this, press);
    m_actions->addWidget(button);
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
