// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/daemon/mailconfig.h"
#include "backend/daemon/signinconfig.h"
#include "backend/daemon/simulationfile.h"
#include "backend/daemon/storageconfig.h"
#include "backend/engines/container/dockerengine.h"
#include "backend/http/limits.h"
#include "backend/http/trustedproxies.h"
#include "core/base/result.h"
#include "core/model/cluster.h"

#include <chrono>
#include <optional>

namespace berthd {

struct Listen
{
    QString host = QStringLiteral("127.0.0.1"); // an IP address
    quint16 port = 8600; // 0: a free one

    bool isLoopback() const;
};

struct TlsFiles
{
    QString certificate;
    QString key;
};

struct SessionTimes
{
    std::chrono::seconds idle = std::chrono::hours(24);
    std::chrono::seconds absolute = std::chrono::hours(24 * 30);
};

// What a task may take; 0 is no limit.
struct TaskLimits
{
    qint64 memoryBytes = 0;
    qint64 milliCpu = 0;
    int pids = 4096;
    qint64 shmBytes = 1LL << 30;
    qint64 logBytes = 100LL << 20; // kept by the engine while the container is there
};

struct EngineSettings
{
    QString socket = QStringLiteral("auto");
    engines::PullPolicy pull = engines::PullPolicy::Missing;
    std::chrono::seconds stopGrace{30};
    TaskLimits task;
};

struct NodeSettings
{
    QString name; // empty: this machine's host name
    QString address; // or a name; empty: loopback
    QList<QHostAddress> listen = {QHostAddress(QHostAddress::LocalHost)}; // what that means
    std::optional<engines::DeclaredDevices> devices; // absent: those that are found
    int hosts = 1; // nodes that it stands for; more than one only with declared devices
    engines::PortRange ports; // through which tasks are reached
};

// Everything berthd can be told. The initial values are what holds without a file.
struct Config
{
    Listen listen;
    std::optional<TlsFiles> tls;
    bool allowPlainHttp = false;
    http::TrustedProxies trustedProxies;
    QString dataDir = defaultDataDir(); // empty: one that goes with the process
    StorageConfig storage;
    QString clusterName = QStringLiteral("Berth");
    QString support;
    http::Limits limits;
    SessionTimes sessions;
    SignInConfig signIn;
    std::optional<MailConfig> mail; // absent: no mails are sent
    EngineSettings engine;
    QList<model::DeviceTypeInfo> deviceTypes = defaultDeviceTypes();
    NodeSettings node;
    std::optional<SimulationFile> simulation; // in the place of the engine and this machine

    // /var/lib/berth for root, else berth in the person's data directory (XDG).
    static QString defaultDataDir();
    // Huawei NPUs and NVIDIA GPUs, eight to a node.
    static QList<model::DeviceTypeInfo> defaultDeviceTypes();
};

// "127.0.0.1:8600", "[::1]:8600", "localhost:0".
std::optional<Listen> parseListen(const QString &text);

// The file, read strictly; relative paths are relative to it. InvalidInput has one line for each
// thing that is wrong, with file and line number.
Result<Config> readConfig(const QString &path);

// What no single value shows. InvalidInput in words.
Result<> checkConfig(const Config &config);

} // namespace berthd

template <>
struct json::EnumNames<engines::PullPolicy>
{
    static constexpr std::array table{
        std::pair{engines::PullPolicy::Missing, QLatin1StringView("missing")},
        std::pair{engines::PullPolicy::Always, QLatin1StringView("always")},
        std::pair{engines::PullPolicy::Never, QLatin1StringView("never")}};
};
