// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"

#include <QJsonObject>

// What is sent to and read from the Docker Engine API, as values. Pure.
namespace engines {

enum class Network { None, Bridge, Host };

// Which engine answers: the two differ (see the README).
enum class EngineBrand { Docker, Podman };

struct EngineVersion
{
    EngineBrand brand = EngineBrand::Docker;
    QString text; // "podman 4.3.1"

    bool operator==(const EngineVersion &) const = default;
};

// How a container gets its devices: variables always, device nodes where they exist.
struct DeviceAccess
{
    QList<model::EnvironmentVariable> environment;
    QStringList nodes; // paths under /dev
};

struct Ulimits
{
    qint64 files = 0; // hard limits
    qint64 processes = 0;
};

// What a container's body needs beside its task.
struct CreateContext
{
    QString installation;
    EngineBrand brand = EngineBrand::Docker;
    Network network = Network::Bridge;
    qint64 logBytes = 0; // 0: no limit
    Ulimits ulimits;
    DeviceAccess devices;
};

// One row of /containers/json.
struct ListedContainer
{
    QString id;
    QString state;

    bool operator==(const ListedContainer &) const = default;
};

// An answer of /containers/…/json.
struct InspectedContainer
{
    QString id;
    QString installation; // of the label; empty when it bears none
    TaskStatus status;
    bool memoryLimited = false;
    QString logPath;
};

// What one answer of /containers/…/stats says; the times of two tell the CPU share.
struct StatsSample
{
    TaskUsage usage; // cpuPercent only when the answer itself held two samples
    qint64 cpuNanoseconds = 0;
    bool hasCpuPercent = false;
};

// How an engine is set up, of its /info.
struct EngineTraits
{
    bool isRootless = false; // its containers' network is its own
    bool keepsContainers = true; // when its daemon restarts

    bool operator==(const EngineTraits &) const = default;
};

struct ContainerEvent
{
    QString id;
    QString installation;
    QString action; // "start", "die", "oom", …
};

// RFC 3339, with any number of digits after the seconds; absent for what is no time and for the
// year 1, by which the engines mean never.
std::optional<QDateTime> parseTime(const QString &text);

// "berth-<8 digits of the installation>-<job>-<attempt>-<task>"
QString containerName(const QString &installation, const TaskKey &key);

QJsonObject labelsOf(const QString &installation, const TaskKey &key, const model::NodeName &node);
QJsonObject createBody(const TaskSpec &spec, const CreateContext &context);

// Percent-encoded filters={"label":["berth.installation=…"]}.
QByteArray installationFilter(const QString &installation);

// The part of an image name that names its registry ("docker.io" when it names none), and the
// rest with a tag or digest.
struct ImageName
{
    QString registry;
    QString full; // with ":latest" when it had neither tag nor digest
};
ImageName parseImageName(const QString &image);

// The value of X-Registry-Auth; empty when the login is for another registry than the image's, so
// that a password never travels to a stranger.
QByteArray registryAuth(const model::RegistryLogin &login, const ImageName &image);

Result<EngineVersion> decodeVersion(const QByteArray &body);
Result<EngineTraits> decodeTraits(const QByteArray &body);
Result<QList<ListedContainer>> decodeList(const QByteArray &body);
Result<InspectedContainer> decodeInspect(const QByteArray &body);
Result<StatsSample> decodeStats(const QByteArray &body);
std::optional<ContainerEvent> decodeEvent(const QByteArray &line);

// The sentence in {"message": "…"}, or the body itself.
QString engineSentence(const QByteArray &body);

} // namespace engines
