// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engineservice.h"

#include "backend/engines/container/dockerclient.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

#include <sys/mount.h>
#include <sys/prctl.h>

#include <csignal>
#include <tuple>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace support {

namespace {

constexpr int kStartLimit = 60000;
constexpr int kEndLimit = 20000;

// Locks in files: the default is one segment of shared memory for all of the machine.
constexpr auto kPodmanConfiguration = "[engine]\n"
                                      "cgroup_manager = \"cgroupfs\"\n"
                                      "events_logger = \"file\"\n"
                                      "lock_type = \"file\"\n"
                                      "runtime = \"runc\"\n"
                                      "[containers]\n"
                                      "log_driver = \"k8s-file\"\n";

QHash<qint64, qint64> parents()
{
    QHash<qint64, qint64> map;
    const auto names = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &name : names) {
        QFile file(u"/proc/%1/stat"_s.arg(name));
        if (name.toLongLong() > 0 && file.open(QIODevice::ReadOnly)) {
            const QByteArray text = file.readAll();
            map.insert(name.toLongLong(),
                       text.mid(text.lastIndexOf(')') + 4).split(' ').value(0).toLongLong());
        }
    }
    return map;
}

bool isOf(qint64 pid, const QByteArray &folder)
{
    QFile file(u"/proc/%1/cmdline"_s.arg(pid));
    return file.open(QIODevice::ReadOnly) && file.readAll().contains(folder);
}

} // namespace

QString nameOf(EngineKind kind)
{
    return kind == EngineKind::Podman ? u"podman"_s : u"docker"_s;
}

EngineService::EngineService(EngineKind kind)
    : m_kind(kind)
    , m_folder(QDir::tempPath() + u"/berth-engine-XXXXXX"_s)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_folder.filePath(u"log"_s), QIODevice::Append);
}

EngineService::~EngineService()
{
    if (m_process.state() != QProcess::NotRunning)
        removeContainers();
    terminate();
    killLeftovers();
    unmountLeftovers();
}

QString EngineService::socketPath() const
{
    return m_folder.filePath(u"engine.sock"_s);
}

QString EngineService::program() const
{
    return m_kind == EngineKind::Podman ? u"podman"_s : u"dockerd"_s;
}

QStringList EngineService::arguments() const
{
    const auto path = [this](const QString &name) { return m_folder.filePath(name); };
    if (m_kind == EngineKind::Podman) {
        return {u"--root"_s,
                path(u"root"_s),
                u"--runroot"_s,
                path(u"run"_s),
                u"--tmpdir"_s,
                path(u"tmp"_s),
                u"--storage-driver"_s,
                u"vfs"_s,
                u"--network-config-dir"_s,
                path(u"networks"_s),
                u"--cgroup-manager"_s,
                u"cgroupfs"_s,
                u"system"_s,
                u"service"_s,
                u"--time=0"_s,
                u"unix://"_s + socketPath()};
    }
    return {u"--data-root"_s,
            path(u"data"_s),
            u"--exec-root"_s,
            path(u"run"_s),
            u"--pidfile"_s,
            path(u"docker.pid"_s),
            u"--config-file"_s,
            path(u"docker.json"_s),
            u"-H"_s,
            u"unix://"_s + socketPath(),
            u"--bridge"_s,
            m_bridge.name(),
            u"--iptables=false"_s,
            u"--ip-forward=false"_s,
            u"--ip-masq=false"_s,
            u"--live-restore"_s,
            u"--default-ulimit"_s,
            u"nofile=1024:1024"_s,
            u"--default-ulimit"_s,
            u"nproc=1024:1024"_s};
}

Result<> EngineService::start()
{
    if (!m_folder.isValid() || QStandardPaths::findExecutable(program()).isEmpty())
        return Error{ErrorCode::Unavailable, program() + u" is not installed"_s, {}};
    if (m_kind == EngineKind::Docker)
        TRY_VOID(m_bridge.create());
    QFile::remove(socketPath());
    QFile::remove(m_folder.filePath(u"docker.pid"_s));
    const bool podman = m_kind == EngineKind::Podman;
    QFile configuration(m_folder.filePath(podman ? u"containers.conf"_s : u"docker.json"_s));
    if (configuration.open(QIODevice::WriteOnly))
        configuration.write(podman ? kPodmanConfiguration : "{}");
    configuration.close();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CONTAINERS_CONF"_s, configuration.fileName());
    m_process.setProcessEnvironment(environment);
    m_process.setWorkingDirectory(m_folder.path()); // conmon leaves a file named oom where it is
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
    m_process.start(program(), arguments());
    if (!m_process.waitForStarted())
        return Error{ErrorCode::Unavailable, m_process.errorString(), {}};
    return awaitAnswer();
}

Result<> EngineService::awaitAnswer()
{
    engines::DockerClient client(socketPath());
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < kStartLimit && m_process.state() != QProcess::NotRunning) {
        const auto answer = await(client.request({.path = "/_ping", .silence = 5s}));
        if (answer && answer->isSuccess())
            return {};
        m_process.waitForFinished(50);
    }
    QFile log(m_folder.filePath(u"log"_s));
    const QByteArray said = log.open(QIODevice::ReadOnly) ? log.readAll() : QByteArray();
    return Error{ErrorCode::Unavailable, QString::fromUtf8(said.right(1000)), {}};
}

void EngineService::kill()
{
    m_process.kill();
    m_process.waitForFinished(kEndLimit);
    // Docker's containerd dies with it. Where nobody reaps orphans, Docker takes it for alive by its
    // number and waits for it in vain.
    QFile::remove(m_folder.filePath(u"run/containerd/containerd.pid"_s));
}

void EngineService::removeContainers()
{
    engines::DockerClient client(socketPath());
    const auto list =
        await(client.request({.path = "/v1.41/containers/json?all=1", .silence = 10s}));
    const auto rows = QJsonDocument::fromJson(list ? list->body : QByteArray()).array();
    for (const auto &row : rows) {
        const QByteArray id = row[u"Id"_s].toString().toLatin1();
        std::ignore = await(client.request({.verb = "DELETE",
                                            .path = "/v1.41/containers/" + id + "?force=1&v=1",
                                            .silence = 20s}));
    }
}

void EngineService::terminate()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kEndLimit))
        kill();
}

void EngineService::killLeftovers() const
{
    // What was started for us names our folder, or descends from what does.
    const QByteArray folder = m_folder.path().toUtf8();
    const auto family = parents();
    for (auto it = family.cbegin(); it != family.cend(); ++it) {
        bool ours = false;
        for (qint64 pid = it.key(); pid > 1 && !ours; pid = family.value(pid))
            ours = pid != QCoreApplication::applicationPid() && isOf(pid, folder);
        if (ours)
            ::kill(pid_t(it.key()), SIGKILL);
    }
}

void EngineService::unmountLeftovers() const
{
    QFile file(u"/proc/self/mounts"_s);
    if (!file.open(QIODevice::ReadOnly))
        return;
    QByteArrayList points;
    const auto lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (const QByteArray point = line.split(' ').value(1);
            point.startsWith(m_folder.path().toUtf8()))
            points.prepend(point);
    }
    for (const QByteArray &point : points)
        umount2(point.constData(), MNT_DETACH);
}

} // namespace support
