// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/dockerjson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

constexpr qint64 kNanoCpusPerMilliCpu = 1000000;

QString networkMode(Network network)
{
    switch (network) {
    case Network::None:
        return u"none"_s;
    case Network::Bridge:
        return u"bridge"_s;
    case Network::Host:
        return u"host"_s;
    }
    return {};
}

QJsonArray mounts(const QList<Mount> &list)
{
    // "Mounts" and not "Binds": a colon in a path stays a colon, and a source that is not there is
    // refused and not made.
    QJsonArray array;
    for (const Mount &mount : list) {
        array.append(QJsonObject{{"Type"_L1, "bind"_L1},
                                 {"Source"_L1, mount.source},
                                 {"Target"_L1, mount.target},
                                 {"ReadOnly"_L1, mount.readOnly}});
    }
    return array;
}

QJsonArray deviceNodes(const QStringList &paths)
{
    QJsonArray array;
    for (const QString &path : paths) {
        array.append(QJsonObject{{"PathOnHost"_L1, path},
                                 {"PathInContainer"_L1, path},
                                 {"CgroupPermissions"_L1, "rwm"_L1}});
    }
    return array;
}

QJsonObject ulimit(QLatin1StringView name, qint64 limit)
{
    return {{"Name"_L1, name}, {"Soft"_L1, limit}, {"Hard"_L1, limit}};
}

// Docker keeps the older half aside until the newer one is full; Podman drops it.
QJsonObject logConfig(EngineBrand brand, qint64 bytes)
{
    const bool podman = brand == EngineBrand::Podman;
    QJsonObject log{{"Type"_L1, podman ? "k8s-file"_L1 : "json-file"_L1}};
    if (bytes > 0 && podman) {
        log.insert("Config"_L1, QJsonObject{{"max-size"_L1, QString::number(bytes)}});
    } else if (bytes > 0) {
        log.insert("Config"_L1, QJsonObject{{"max-size"_L1, QString::number(bytes / 2)},
                                            {"max-file"_L1, "2"_L1}});
    }
    return log;
}

QJsonArray environment(const QList<model::EnvironmentVariable> &task,
                       const QList<model::EnvironmentVariable> &devices)
{
    // One entry a name, since programs differ in which of two they read. The later one counts: what
    // makes devices visible is not the job's to change.
    QMap<QString, QString> values;
    for (const auto &list : {task, devices}) {
        for (const auto &variable : list)
            values.insert(variable.name, variable.value);
    }
    QJsonArray array;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        array.append(QString(it.key() % u'=' % it.value()));
    return array;
}

QJsonObject hostConfig(const TaskSpec &spec, const CreateContext &context)
{
    QJsonObject host{{"NetworkMode"_L1, networkMode(context.network)},
                     {"Mounts"_L1, mounts(spec.mounts)},
                     {"Devices"_L1, deviceNodes(context.devices.nodes)},
                     {"SecurityOpt"_L1, QJsonArray{"no-new-privileges"_L1}},
                     // Both, or Podman adds one of its own that it may not be allowed to set.
                     {"Ulimits"_L1, QJsonArray{ulimit("nofile"_L1, context.ulimits.files),
                                               ulimit("nproc"_L1, context.ulimits.processes)}},
                     {"LogConfig"_L1, logConfig(context.brand, context.logBytes)}};
    if (spec.memoryBytes > 0) {
        host.insert("Memory"_L1, spec.memoryBytes);
        host.insert("MemorySwap"_L1, spec.memoryBytes); // of both together: no swap
    }
    if (spec.milliCpu > 0)
        host.insert("NanoCpus"_L1, spec.milliCpu * kNanoCpusPerMilliCpu);
    if (spec.pids > 0)
        host.insert("PidsLimit"_L1, spec.pids);
    if (spec.shmBytes > 0)
        host.insert("ShmSize"_L1, spec.shmBytes);
    return host;
}

} // namespace

QJsonObject createBody(const TaskSpec &spec, const CreateContext &context)
{
    // Root whatever the image says: the first process needs it to make the person's user, and
    // runs the command as that.
    QJsonObject body{{"Image"_L1, parseImageName(spec.image).full},
                     {"User"_L1, "0:0"_L1},
                     {"Env"_L1, environment(spec.environment, context.devices.environment)},
                     {"Labels"_L1, labelsOf(context.installation, spec.key, spec.node)},
                     {"HostConfig"_L1, hostConfig(spec, context)}};
    if (!spec.command.isEmpty()) {
        // As entry point: Podman takes an empty one for the image's own.
        body.insert("Entrypoint"_L1, QJsonArray{spec.command.first()});
        body.insert("Cmd"_L1, QJsonArray::fromStringList(spec.command.mid(1)));
    }
    // The host's network comes with the host's name.
    if (!spec.hostname.isEmpty() && context.network != Network::Host)
        body.insert("Hostname"_L1, spec.hostname);
    return body;
}

} // namespace engines
