// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobcommands.h"

#include "app/api/livestore.h"
#include "app/pages/jobsupport.h"
#include "app/text/actiontext.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/widgets/toast.h"
#include "core/api/jobs.h"
#include "core/client/apiclient.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kPause = "pause"_L1;
constexpr auto kResume = "resume"_L1;
constexpr auto kKill = "kill"_L1;
constexpr auto kSupport = "support"_L1;

rules::JobAction ruleOf(const QString &action)
{
    return action == kPause    ? rules::JobAction::Pause
           : action == kResume ? rules::JobAction::Resume
                               : rules::JobAction::Kill;
}

} // namespace

JobCommands::JobCommands(LiveStore &store, QWidget *over)
    : QObject(over)
    , m_store(store)
    , m_over(over)
    , m_support(new JobSupport(store, over, this))
{ }

JobCommands::~JobCommands()
{
    sendKills();
}

std::optional<rules::ActionRefusal> JobCommands::refusal(rules::JobAction action,
                                                         const model::JobSummary &job) const
{
    const bool dying = action != rules::JobAction::ChangePriority && m_dying.contains(job.id);
    const auto refused = rules::refusalOf(action, m_store.account(), job);
    return !refused && dying ? rules::ActionRefusal::BeingKilled : refused;
}

QList<model::JobSummary> JobCommands::able(const QString &action,
                                           const QList<model::JobSummary> &jobs) const
{
    QList<model::JobSummary> result;
    std::ranges::copy_if(jobs, std::back_inserter(result), [&](const model::JobSummary &job) {
        return !refusal(ruleOf(action), job);
    });
    return result;
}

QString JobCommands::whyNot(rules::JobAction action, const QList<model::JobSummary> &jobs) const
{
    QString why;
    for (const model::JobSummary &job : jobs) {
        const auto refused = refusal(action, job);
        if (!refused)
            return {};
        const QString words = ActionText::refusal(*refused);
        if (!why.isEmpty() && why != words)
            return tr("None of the chosen jobs can take it.");
        why = words;
    }
    return why;
}

QList<RowAction> JobCommands::offers(const QList<model::JobSummary> &jobs) const
{
    QList<RowAction> actions;
    const auto offer = [&](QLatin1StringView id, const QString &text, Icon icon,
                           const QString &toolTip) {
        const QString why = whyNot(ruleOf(id), jobs);
        RowAction action;
        action.id = id;
        action.text = text;
        action.icon = icon;
        action.enabled = why.isEmpty();
        action.dangerous = id == kKill && action.enabled;
        action.toolTip = why.isEmpty() ? toolTip : text + u": "_s + why;
        actions << action;
    };
    const auto isPaused = [](const auto &job) { return job.state == model::JobState::Paused; };
    if (!std::ranges::all_of(jobs, isPaused))
        //: A button
        offer(kPause, tr("Pause"), Icon::Pause, tr("Pause: containers go, files stay"));
    if (std::ranges::any_of(jobs, isPaused))
        //: A button
        offer(kResume, tr("Resume"), Icon::Play, tr("Resume: starts anew with the same files"));
    if (!jobs.isEmpty())
        //: A button: ends a job for good
        offer(kKill, tr("Kill"), Icon::Stop, tr("Kill: ends it for good, files stay"));
    if (jobs.size() == 1 && m_support->isOffered())
        actions << supportOffer();
    return actions;
}

RowAction JobCommands::supportOffer()
{
    RowAction action;
    action.id = kSupport;
    action.text = tr("Ask support");
    action.icon = Icon::Help;
    action.toolTip = tr("Write to the operators about this job");
    return action;
}

void JobCommands::run(const QString &action, const QList<model::JobSummary> &jobs)
{
    if (action == kSupport && !jobs.isEmpty())
        return m_support->ask(jobs.first());
    const QList<model::JobSummary> willing = able(action, jobs);
    if (willing.isEmpty())
        return;
    if (action == kKill)
        return kill(willing);
    for (const model::JobSummary &job : willing)
        send(action == kPause ? api::pauseJob : api::resumeJob, job.id, model::Nothing());
}

bool JobCommands::mayChangePriority(const model::JobSummary &job) const
{
    return !refusal(rules::JobAction::ChangePriority, job);
}

void JobCommands::changePriority(const model::JobId &job, int priority)
{
    model::PriorityChange change;
    change.priority = priority;
    send(api::setJobPriority, job, change);
}

template <typename Endpoint, typename Request>
void JobCommands::send(const Endpoint &endpoint, const model::JobId &job, const Request &request)
{
    ++m_sending;
    whenDone(m_store.api().call(endpoint, {job.toString()}, request), this,
             [this](const Result<model::Job> &answer) { take(answer); });
}

void JobCommands::take(const Result<model::Job> &answer)
{
    if (!answer) {
        m_allSent = false;
        Toast::say(m_over, ErrorText::of(answer.error()));
    }
    if (--m_sending == 0)
        emit pendingSent(std::exchange(m_allSent, true));
}

bool JobCommands::sendPending()
{
    sendKills();
    return m_sending > 0;
}

QString JobCommands::lossOf(const QList<model::JobSummary> &jobs) const
{
    int devices = 0;
    qint64 seconds = 0;
    for (const model::JobSummary &job : jobs) {
        if (job.state != model::JobState::Running || !job.startedAt)
            continue;
        devices += job.devices;
        seconds += job.startedAt->secsTo(QDateTime::currentDateTimeUtc());
    }
    if (seconds == 0)
        return {};
    //: What is lost with killed jobs: devices, then a time such as "5 h 12 min"
    return tr("%n device(s), %1 of work", nullptr, devices).arg(Format::duration(seconds));
}

void JobCommands::kill(const QList<model::JobSummary> &jobs)
{
    for (const model::JobSummary &job : jobs)
        m_dying << job.id;
    QString text = jobs.size() == 1 ? tr("“%1” is being killed.").arg(jobs.first().name)
                                    : tr("%n jobs are being killed.", nullptr, int(jobs.size()));
    if (const QString loss = lossOf(jobs); !loss.isEmpty())
        text += u' ' + tr("Lost: %1.").arg(loss);
    const auto *toast = Toast::say(m_over, text, tr("Undo"), std::chrono::milliseconds(kUndoMs));
    connect(toast, &Toast::actionTriggered, this, [this, jobs] { undo(jobs); });
    connect(toast, &Toast::expired, this, [this, jobs] { sendKills(jobs); });
    emit offersChanged();
}

void JobCommands::undo(const QList<model::JobSummary> &jobs)
{
    for (const model::JobSummary &job : jobs)
        m_dying.removeOne(job.id);
    emit offersChanged();
}

void JobCommands::sendKills(const QList<model::JobSummary> &jobs)
{
    for (const model::JobSummary &job : jobs) {
        if (m_dying.removeOne(job.id))
            send(api::killJob, job.id, model::Nothing());
    }
}

void JobCommands::sendKills()
{
    for (const model::JobId &job : std::exchange(m_dying, {}))
        send(api::killJob, job, model::Nothing());
}
