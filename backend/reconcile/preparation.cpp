// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/preparation.h"

#include "backend/engines/nodebook.h"
#include "backend/reconcile/frameworks.h"
#include "backend/reconcile/ranktable.h"
#include "backend/reconcile/taskspec.h"
#include "core/base/log.h"

using namespace Qt::Literals::StringLiterals;

namespace reconcile {

namespace {

constexpr std::chrono::seconds kAddressPatience{90};

} // namespace

Preparation::Preparation(volumes::Volumes *volumes, const engines::NodeBook &nodes,
                         QList<model::DeviceTypeInfo> deviceTypes, QObject *parent)
    : QObject(parent)
    , m_volumes(volumes)
    , m_nodes(nodes)
    , m_deviceTypes(std::move(deviceTypes))
{ }

void Preparation::start(const QSet<volumes::Attempt> &attempts)
{
    if (!m_volumes)
        return;
    whenDone(m_volumes->removeRuntimesBut(attempts), this, [this](const Result<> &removed) {
        if (!removed)
            qCWarning(logReconcile) << removed.error();
        m_started = true;
        emit started();
    });
}

bool Preparation::prepare(const model::Job &job)
{
    if (!m_volumes)
        return true;
    if (!m_started)
        return false;
    Progress &progress = m_progress[job.id];
    if (progress.attempt != job.attempt || progress.step == Step::Introduced)
        progress = {.attempt = job.attempt};
    if (progress.step != Step::Due)
        return progress.step == Step::Prepared;
    progress.step = Step::Preparing;
    auto files = m_files ? m_files(job) : QList<volumes::RuntimeFile>();
    files += taskPrograms();
    if (job.kind == model::JobKind::Regular)
        files += tables(job);
    follow(job, m_volumes->prepare(job, files), Step::Prepared);
    return false;
}

bool Preparation::introduce(const model::Job &job, const Addresses &addresses,
                            std::chrono::milliseconds upFor)
{
    if (!m_volumes || job.kind == model::JobKind::Regular)
        return true;
    // None of this attempt: its tasks were started before berthd was.
    const auto known = m_progress.value(job.id);
    if (known.attempt == job.attempt && known.step != Step::Prepared)
        return known.step == Step::Introduced;
    QByteArray hosts;
    for (const auto &[task, address] : addresses) {
        if (address.isEmpty() && upFor > kAddressPatience)
            fail(job, u"%1: the engine gave it no address"_s.arg(task));
        if (address.isEmpty())
            return false;
        hosts += address.toLatin1() + ' ' + task.toLatin1() + '\n';
    }
    if (known.attempt != job.attempt)
        m_progress.insert(job.id, {.attempt = job.attempt});
    m_progress[job.id].step = Step::Introducing;
    auto files = tables(job);
    files.append({u"hosts"_s, hosts});
    files.append({u"go"_s, {}}); // the last: who sees it finds the others
    follow(job, m_volumes->write(job, files), Step::Introduced);
    return false;
}

void Preparation::fail(const model::Job &job, const QString &problem)
{
    m_progress.insert(job.id, {job.attempt, Step::Failed, problem});
    emit changed(job.id);
}

void Preparation::follow(const model::Job &job, const QFuture<Result<>> &work, Step done)
{
    whenDone(work, this, [this, id = job.id, attempt = job.attempt, done](const Result<> &result) {
        Progress *progress = find(id, attempt);
        if (!progress)
            return;
        if (result)
            *progress = {attempt, done};
        else
            tryLater(id, result.error(), done == Step::Prepared ? Step::Due : Step::Prepared);
        emit changed(id);
    });
}

void Preparation::tryLater(const model::JobId &job, const Error &error, Step again)
{
    Progress &progress = m_progress[job];
    progress.problem = error.detail;
    ++progress.tries;
    const bool mayPass = error.code == ErrorCode::Unavailable && progress.tries < kMostTries;
    progress.step = mayPass ? Step::Waiting : Step::Failed;
    if (!mayPass)
        return;
    qCWarning(logReconcile) << job << error;
    QTimer::singleShot(TaskBook::pauseAfter(progress.tries), this,
                       [this, job, attempt = progress.attempt, again] {
                           Progress *waiting = find(job, attempt);
                           if (!waiting || waiting->step != Step::Waiting)
                               return;
                           waiting->step = again;
                           emit changed(job);
                       });
}

Preparation::Progress *Preparation::find(const model::JobId &job, int attempt)
{
    const auto it = m_progress.find(job);
    return it == m_progress.end() || it->attempt != attempt ? nullptr : &*it;
}

std::optional<QString> Preparation::problem(const model::Job &job) const
{
    const auto known = m_progress.value(job.id);
    const bool failed = known.attempt == job.attempt && known.step == Step::Failed;
    return failed ? std::optional(known.problem) : std::nullopt;
}

Preparation::Trouble Preparation::trouble(const model::Job &job) const
{
    const auto known = m_progress.value(job.id);
    return known.attempt == job.attempt ? Trouble{known.tries, known.problem} : Trouble();
}

QList<engines::Mount> Preparation::mounts(const model::Job &job) const
{
    if (!m_volumes)
        return {};
    const auto directories = m_volumes->mounts(volumes::ownerOf(job), job.id);
    QList<engines::Mount> mounts;
    for (const auto &mount : directories ? *directories : QList<model::StorageMount>())
        mounts.append({mount.source, mount.target});
    mounts.append({m_volumes->runtimePath({job.id, job.attempt}),
                   QString::fromLatin1(volumes::kRuntimeTarget), true});
    return mounts;
}

void Preparation::forget(const model::JobId &job, int attempt)
{
    m_progress.remove(job);
    if (!m_volumes)
        return;
    whenDone(m_volumes->removeRuntime({job, attempt}), this, [job](const Result<> &removed) {
        if (!removed)
            qCWarning(logReconcile) << job << removed.error();
    });
}

bool Preparation::isNpuJob(const model::Job &job) const
{
    return familyOf(job, m_deviceTypes) == model::DeviceFamily::Npu && job.spec.totalDevices() > 0;
}

QList<volumes::RuntimeFile> Preparation::tables(const model::Job &job) const
{
    QList<volumes::RuntimeFile> files{{u"hostfile"_s, hostfile(job)}};
    if (isNpuJob(job)) {
        const auto servers = rankedServers(job, m_nodes.nodes());
        files.append({u"hccl_ms.json"_s, rankTableForMindSpore(servers)});
        files.append({u"hccl_tf.json"_s, rankTableForTensorFlow(job.id, servers)});
    }
    return files;
}

} // namespace reconcile
