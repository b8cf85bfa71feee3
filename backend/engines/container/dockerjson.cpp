// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/dockerjson.h"

#include "core/json/codec.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

constexpr auto kInstallation = "berth.installation"_L1;
constexpr auto kJob = "berth.job"_L1;
constexpr auto kAttempt = "berth.attempt"_L1;
constexpr auto kTask = "berth.task"_L1;
constexpr auto kNode = "berth.node"_L1;

Error unexpected(const QString &what)
{
    return {ErrorCode::Unavailable, u"the engine's answer is not understood: "_s % what, {}};
}

Result<QJsonValue> parsed(const QByteArray &body)
{
    const auto value = json::parse(body);
    if (!value)
        return unexpected(value.error().detail);
    return *value;
}

std::optional<TaskKey> keyOf(const QJsonObject &labels)
{
    const auto job = model::JobId::fromString(labels.value(kJob).toString());
    bool ok = false;
    const int attempt = labels.value(kAttempt).toString().toInt(&ok);
    if (!job || !ok)
        return std::nullopt;
    return TaskKey{*job, attempt, labels.value(kTask).toString()};
}

TaskPhase phaseOf(const QJsonObject &state, bool everStarted)
{
    const QString word = state.value("Status"_L1).toString();
    if (word == "created"_L1 || word == "configured"_L1 || word == "initialized"_L1)
        return TaskPhase::Created;
    if (word == "exited"_L1 || word == "dead"_L1 || word == "stopped"_L1 || word == "removing"_L1)
        return everStarted ? TaskPhase::Exited : TaskPhase::Created;
    return TaskPhase::Running;
}

// In the one network a task is in; the host's, with all its addresses, counts as loopback.
QString addressOf(const QJsonValue &container)
{
    if (container["HostConfig"_L1]["NetworkMode"_L1].toString() == "host"_L1)
        return u"127.0.0.1"_s;
    const QJsonObject networks = container["NetworkSettings"_L1]["Networks"_L1].toObject();
    for (const auto &network : networks) {
        if (const QString address = network["IPAddress"_L1].toString(); !address.isEmpty())
            return address;
    }
    return {};
}

} // namespace

std::optional<QDateTime> parseTime(const QString &text)
{
    const qsizetype dot = text.indexOf(u'.');
    qsizetype zone = text.indexOf(u'Z', 19);
    if (zone < 0)
        zone = std::max(text.indexOf(u'+', 19), text.indexOf(u'-', 19));
    if (zone < 0)
        return std::nullopt;
    // Qt would round a longer fraction, which puts a time ahead of itself.
    const QString fraction = dot > 0 ? text.mid(dot + 1, zone - dot - 1).left(3) : QString();
    QDateTime time = QDateTime::fromString(QString(text.left(19) % text.mid(zone)), Qt::ISODate);
    if (!time.isValid() || time.date().year() <= 1)
        return std::nullopt;
    if (!fraction.isEmpty())
        time = time.addMSecs(fraction.leftJustified(3, u'0').toInt());
    return time.toUTC();
}

QString containerName(const QString &installation, const TaskKey &key)
{
    const QByteArray digest =
        QCryptographicHash::hash(installation.toUtf8(), QCryptographicHash::Sha256).toHex();
    return u"berth-%1-%2-%3-%4"_s.arg(QString::fromLatin1(digest.left(8)), key.job.toString())
        .arg(key.attempt)
        .arg(key.task);
}

QJsonObject labelsOf(const QString &installation, const TaskKey &key, const model::NodeName &node)
{
    return {{kInstallation, installation},
            {kJob, key.job.toString()},
            {kAttempt, QString::number(key.attempt)},
            {kTask, key.task},
            {kNode, node.value()}};
}

QByteArray installationFilter(const QString &installation)
{
    const QJsonObject filters{
        {"label"_L1, QJsonArray{QString(kInstallation % u'=' % installation)}}};
    return "filters=" + QUrl::toPercentEncoding(QString::fromUtf8(json::toText(filters)));
}

ImageName parseImageName(const QString &image)
{
    ImageName name{u"docker.io"_s, image};
    const qsizetype slash = image.indexOf(u'/');
    const QString first = image.left(slash);
    if (slash > 0 && (first.contains(u'.') || first.contains(u':') || first == "localhost"_L1))
        name.registry = first;
    const QString rest = image.mid(image.lastIndexOf(u'/') + 1);
    if (!rest.contains(u':') && !rest.contains(u'@'))
        name.full += ":latest"_L1;
    return name;
}

QByteArray registryAuth(const model::RegistryLogin &login, const ImageName &image)
{
    QString address = login.registry;
    for (const auto scheme : {"http://"_L1, "https://"_L1}) {
        if (address.startsWith(scheme))
            address = address.mid(scheme.size());
    }
    QString host = address.section(u'/', 0, 0);
    if (host == "index.docker.io"_L1 || host == "registry-1.docker.io"_L1)
        host = u"docker.io"_s;
    if (host != image.registry)
        return {};
    const QJsonObject auth{{"username"_L1, login.username},
                           {"password"_L1, login.password},
                           {"serveraddress"_L1, host}};
    return json::toText(auth).toBase64(QByteArray::Base64UrlEncoding);
}

Result<EngineVersion> decodeVersion(const QByteArray &body)
{
    TRY_ASSIGN(const QJsonValue value, parsed(body));
    const QString version = value["Version"_L1].toString();
    if (version.isEmpty())
        return unexpected(u"no version"_s);
    const QJsonArray components = value["Components"_L1].toArray();
    for (const auto &component : components) {
        if (component["Name"_L1].toString().contains("podman"_L1, Qt::CaseInsensitive))
            return EngineVersion{EngineBrand::Podman, u"podman "_s % version};
    }
    return EngineVersion{EngineBrand::Docker, u"docker "_s % version};
}

Result<EngineTraits> decodeTraits(const QByteArray &body)
{
    TRY_ASSIGN(const QJsonValue value, parsed(body));
    EngineTraits traits;
    const QJsonArray options = value["SecurityOptions"_L1].toArray();
    traits.isRootless = std::any_of(options.begin(), options.end(), [](const auto &option) {
        return option.toString().startsWith("name=rootless"_L1);
    });
    // Podman has no daemon whose end could end them, and says false.
    const bool isDaemon = value["LiveRestoreEnabled"_L1].isBool() && !value["Rootless"_L1].isBool();
    traits.keepsContainers = !isDaemon || value["LiveRestoreEnabled"_L1].toBool();
    return traits;
}

Result<QList<ListedContainer>> decodeList(const QByteArray &body)
{
    TRY_ASSIGN(const QJsonValue value, parsed(body));
    if (!value.isArray())
        return unexpected(u"no list of containers"_s);
    QList<ListedContainer> list;
    const QJsonArray rows = value.toArray();
    for (const auto &row : rows)
        list.append({row["Id"_L1].toString(), row["State"_L1].toString()});
    return list;
}

Result<InspectedContainer> decodeInspect(const QByteArray &body)
{
    TRY_ASSIGN(const QJsonValue value, parsed(body));
    const QJsonObject state = value["State"_L1].toObject();
    const QJsonObject labels = value["Config"_L1]["Labels"_L1].toObject();
    const auto key = keyOf(labels);
    if (state.isEmpty() || (!key && labels.contains(kInstallation)))
        return unexpected(u"a container without its state or labels"_s);
    InspectedContainer container;
    container.id = value["Id"_L1].toString();
    container.installation = labels.value(kInstallation).toString();
    container.memoryLimited = value["HostConfig"_L1]["Memory"_L1].toInteger() > 0;
    container.logPath = value["LogPath"_L1].toString();
    TaskStatus &status = container.status;
    status.key = key.value_or(TaskKey{});
    status.startedAt = parseTime(state.value("StartedAt"_L1).toString());
    status.phase = phaseOf(state, status.startedAt.has_value());
    status.node = model::NodeName(labels.value(kNode).toString());
    if (status.phase == TaskPhase::Running)
        status.address = addressOf(value);
    if (status.phase == TaskPhase::Exited) {
        status.exitCode = state.value("ExitCode"_L1).toInt();
        status.outOfMemory = state.value("OOMKilled"_L1).toBool();
        // Docker may note the start of a very short command after its end.
        if (const auto finished = parseTime(state.value("FinishedAt"_L1).toString()))
            status.finishedAt = std::max(*finished, status.startedAt.value_or(*finished));
    }
    return container;
}

Result<StatsSample> decodeStats(const QByteArray &body)
{
    const Error notRunning{ErrorCode::Conflict, u"the task is not running"_s, {}};
    if (body.trimmed().isEmpty()) // Podman's way to say it
        return notRunning;
    TRY_ASSIGN(const QJsonValue value, parsed(body));
    const auto at = parseTime(value["read"_L1].toString());
    const QJsonValue memory = value["memory_stats"_L1];
    if (!at || !memory["usage"_L1].isDouble())
        return notRunning;
    StatsSample sample;
    TaskUsage &usage = sample.usage;
    usage.at = *at;
    sample.cpuNanoseconds = value["cpu_stats"_L1]["cpu_usage"_L1]["total_usage"_L1].toInteger();
    if (const auto before = parseTime(value["preread"_L1].toString()); before && *before < *at) {
        const auto earlier = value["precpu_stats"_L1]["cpu_usage"_L1]["total_usage"_L1].toInteger();
        usage.cpuPercent =
            double(sample.cpuNanoseconds - earlier) / 1e4 / double(before->msecsTo(*at));
        sample.hasCpuPercent = true;
    }
    const QJsonObject details = memory["stats"_L1].toObject();
    // The page cache that can go at once is not the task's need; cgroup v1 and v2 name it so.
    const auto cache = details.contains("total_inactive_file"_L1)
                           ? details.value("total_inactive_file"_L1)
                           : details.value("inactive_file"_L1);
    usage.memoryBytes = std::max<qint64>(0, memory["usage"_L1].toInteger() - cache.toInteger());
    const QJsonObject networks = value["networks"_L1].toObject();
    for (const auto &network : networks) {
        usage.networkInBytes += network.toObject().value("rx_bytes"_L1).toInteger();
        usage.networkOutBytes += network.toObject().value("tx_bytes"_L1).toInteger();
    }
    const QJsonArray blocks = value["blkio_stats"_L1]["io_service_bytes_recursive"_L1].toArray();
    for (const auto &block : blocks) {
        const QString operation = block["op"_L1].toString().toLower();
        if (operation == "read"_L1)
            usage.blockInBytes += block["value"_L1].toInteger();
        else if (operation == "write"_L1)
            usage.blockOutBytes += block["value"_L1].toInteger();
    }
    return sample;
}

std::optional<ContainerEvent> decodeEvent(const QByteArray &line)
{
    const auto value = json::parse(line);
    if (!value || (*value)["Type"_L1].toString() != "container"_L1)
        return std::nullopt;
    const QJsonValue actor = (*value)["Actor"_L1];
    return ContainerEvent{actor["ID"_L1].toString(),
                          actor["Attributes"_L1].toObject().value(kInstallation).toString(),
                          (*value)["Action"_L1].toString()};
}

QString engineSentence(const QByteArray &body)
{
    const auto value = json::parse(body);
    const QString message = value ? (*value)["message"_L1].toString() : QString();
    return message.isEmpty() ? QString::fromUtf8(body).trimmed() : message;
}

} // namespace engines
