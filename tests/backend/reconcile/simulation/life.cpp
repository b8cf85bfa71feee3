// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "life.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace {

const model::DeviceType kGpu(u"nvidia_gpu_amd64"_s);
constexpr int kDevices = 16;

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *std::move(result);
}

} // namespace

Life::Life(World &world, VirtualTime &time, const QString &directory)
    : m_database(must(storage::Database::open(directory % u"/berth.db"_s)))
    , m_committer(std::make_unique<storage::Committer>(*m_database))
    , m_jobs(must(storage::JobStore::open(*m_database, *m_committer)))
    , m_vcs(must(storage::VcStore::open(*m_database, *m_committer)))
    , m_secrets(must(storage::SecretBox::open(directory)))
    , m_logs(directory)
    , m_engine(world)
    , m_nodes(m_engine)
{
    reconcile::Settings settings;
    settings.task.deviceTypes = {
        {kGpu, model::DeviceFamily::Gpu, {}, 8, {}, 2, kDevices, kDevices / 2}};
    m_reconciler = std::make_unique<reconcile::Reconciler>(
        reconcile::Surroundings{*m_jobs, *m_vcs, m_secrets, m_logs, m_engine, m_nodes, time},
        settings);
    m_reconciler->start();
}

void prepare(const QString &directory)
{
    QDir().mkpath(directory);
    const auto database = must(storage::Database::open(directory % u"/berth.db"_s));
    storage::Committer committer(*database);
    const auto vcs = must(storage::VcStore::open(*database, committer));
    vcs->followCluster(model::VcName(u"platform"_s), {{kGpu, kDevices, kDevices}});
    committer.flush();
}

void copyDirectory(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QFileInfo &entry :
         QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
        const QString target = to % u'/' % entry.fileName();
        if (entry.isDir())
            copyDirectory(entry.filePath(), target);
        else
            QFile::copy(entry.filePath(), target);
    }
}
