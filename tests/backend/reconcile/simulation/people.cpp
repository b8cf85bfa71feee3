// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "people.h"

#include "core/rules/jobactions.h"

using namespace Qt::Literals::StringLiterals;
using model::JobState;

namespace {

constexpr std::array kCommands{"exit 0", "exit 0", "exit 0", "exit 3", "sleep"};

rules::JobAction actionFor(JobState state)
{
    switch (state) {
    case JobState::Pausing:
        return rules::JobAction::Pause;
    case JobState::Queued:
        return rules::JobAction::Resume;
    default:
        return rules::JobAction::Kill;
    }
}

} // namespace

void People::meet(Life &life)
{
    m_life = &life;
    QObject::connect(&life.jobs(), &storage::JobStore::jobChanged, &life.jobs(),
                     [this](const model::Job &job) { watch(job); });
    for (const auto &[id, known] : m_known) {
        if (!known.acknowledged)
            send(known);
    }
}

void People::act()
{
    if (m_known.empty() || m_world.chance(0.5)) {
        submitNew();
        return;
    }
    const auto it = std::next(m_known.begin(), m_world.between(0, int(m_known.size()) - 1));
    constexpr std::array kWishes{JobState::Pausing, JobState::Queued, JobState::Killing};
    ask(it->first, kWishes[size_t(m_world.between(0, 2))]);
}

void People::submitNew()
{
    model::Job job;
    QByteArray bytes(16, 0);
    for (char &byte : bytes)
        byte = char(m_world.between(0, 255));
    job.id = model::JobId(QUuid::fromRfc4122(bytes));
    job.spec.name = u"job"_s;
    job.spec.vc = model::VcName(u"platform"_s);
    job.spec.deviceType = model::DeviceType(u"nvidia_gpu_amd64"_s);
    job.spec.devices = m_world.between(0, 8);
    job.spec.image = m_world.chance(0.1) ? u"missing"_s : u"busybox"_s;
    job.spec.command =
        QString::fromLatin1(kCommands[size_t(m_world.between(0, int(kCommands.size()) - 1))]);
    job.name = job.spec.name;
    job.vc = job.spec.vc;
    job.owner = model::UserId(30001 + m_world.between(0, 2));
    job.ownerName = u"ann"_s;
    job.deviceType = job.spec.deviceType;
    job.devices = job.spec.devices;
    job.preemptible = job.spec.preemptible = m_world.chance(0.4);
    job.priority = m_world.between(1, 3) * 100;
    job.submittedAt = m_time.now();
    const auto it = m_known.emplace(job.id, Known{job, false, false}).first;
    send(it->second);
}

void People::send(const Known &known)
{
    const model::JobId id = known.job.id;
    whenDone(m_life->jobs().submit(known.job, id.toString(), {}), &m_life->jobs(),
             [this, id](const Result<model::Job> &job) {
                 if (job && job->id != id)
                     m_world.violate(u"the same key answered with another job"_s);
                 m_known[id].acknowledged = m_known[id].acknowledged || job;
             });
}

void People::ask(const model::JobId &id, JobState state)
{
    if (state != JobState::Queued)
        m_known[id].wasAskedToEnd = true;
    m_life->jobs().change(id, [this, state](const model::Job &job) -> Result<storage::JobChange> {
        if (!rules::isPossible(actionFor(state), job.state))
            return Error{ErrorCode::Conflict, u"not now"_s, {}};
        storage::JobChange change{job, {}};
        change.job.state = state;
        change.entry.at = m_time.now();
        change.entry.state = state;
        return change;
    });
}

// What is told of a job must be true outside as well.
void People::watch(const model::Job &job) const
{
    const bool over = isTerminal(job.state) || job.state == JobState::Paused;
    if (over && m_world.isRunning(job.id))
        m_world.violate(u"a job is %1 and its command runs"_s.arg(json::nameOf(job.state)));
    const auto known = m_known.find(job.id);
    if (job.state == JobState::Queued && known != m_known.end() && !known->second.wasAskedToEnd)
        watchReturn(job);
}

// Only what had not ended before it had to leave its devices is put back to run again.
void People::watchReturn(const model::Job &job) const
{
    const auto end = m_world.ownEnds().find({job.id, job.attempt});
    if (end == m_world.ownEnds().end())
        return;
    const auto life = m_life->jobs().timeline(job.id);
    for (const auto &entry : life ? *life : QList<model::TimelineEntry>()) {
        if (entry.cause == model::TimelineCause::Withdrawn && end->second < entry.at)
            m_world.violate(u"job %1 had ended and waits to run again"_s.arg(job.id.toString()));
    }
}

void People::goHome()
{
    for (const auto &[id, known] : m_known) {
        const auto job = m_life->jobs().find(id);
        if (!job)
            continue;
        if (job->state == JobState::Paused)
            ask(id, JobState::Queued);
        else if (known.job.spec.command == "sleep"_L1 && job->state != JobState::Killing)
            ask(id, JobState::Killing);
    }
}

bool People::isAllOver() const
{
    return m_life->jobs().active().isEmpty()
           && std::all_of(m_known.begin(), m_known.end(),
                          [](const auto &entry) { return entry.second.acknowledged; });
}

QString People::openEnds() const
{
    QStringList ends;
    for (const auto &[id, known] : m_known) {
        const auto job = m_life->jobs().find(id);
        if (!known.acknowledged || !job)
            ends.append(u"%1 has no answer"_s.arg(id.toString()));
        else if (!isTerminal(job->state))
            ends.append(u"%1 is %2 in attempt %3"_s.arg(id.toString(), json::nameOf(job->state))
                            .arg(job->attempt));
    }
    return ends.join(u", "_s);
}

void People::check() const
{
    for (const auto &[id, known] : m_known) {
        const auto job = m_life->jobs().find(id);
        if (!job) {
            m_world.violate(u"job %1 is lost"_s.arg(id.toString()));
            continue;
        }
        const QString command = known.job.spec.command;
        const JobState expected = known.job.spec.image == "missing"_L1 ? JobState::Error
                                  : command == "exit 0"_L1             ? JobState::Finished
                                  : command == "exit 3"_L1             ? JobState::Failed
                                                                       : JobState::Killed;
        const bool ended = job->state == JobState::Finished || job->state == JobState::Failed;
        const auto lines = m_life->logs().read(id, job->attempt, 10);
        if (ended && (!lines || lines->size() != 1))
            m_world.violate(u"the log of job %1 is not kept"_s.arg(id.toString()));
        const bool wasKilled = known.wasAskedToEnd && job->state == JobState::Killed;
        if (job->state != expected && !wasKilled) {
            m_world.violate(u"job %1, \"%2\", is %3: %4"_s.arg(
                id.toString(), command, json::nameOf(job->state),
                job->reason ? QString::fromUtf8(json::encodeText(*job->reason)) : QString()));
        }
    }
}
