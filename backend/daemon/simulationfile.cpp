// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/simulationfile.h"

#include "backend/daemon/devicetypes.h"
#include "backend/daemon/yamlsection.h"
#include "core/rules/accountrules.h"
#include "core/rules/jobrules.h"

#include <QFile>
#include <QHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

constexpr YamlSection::Range kShare{0, 1};
constexpr YamlSection::Range kCount{1, 100000};
constexpr YamlSection::Range kDevices{0, 1024};

std::optional<model::DeviceType> readType(YamlSection &section, const SimulationFile &file)
{
    QString type;
    section.read("type", type);
    if (type.isEmpty())
        return std::nullopt;
    const auto isIt = [&](const auto &known) { return known.name.value() == type; };
    if (!file.deviceTypes.isEmpty()
        && std::none_of(file.deviceTypes.begin(), file.deviceTypes.end(), isIt))
        section.problem("type", u"expected one of device-types"_s);
    return model::DeviceType(type);
}

void readDistribution(YamlSection &section, const char *key, engines::Distribution &value)
{
    using Kind = engines::Distribution::Kind;
    if (section.hasText(key)) {
        value.kind = Kind::Fixed;
        return section.readSpan(key, value.first);
    }
    section.section(key, [&](YamlSection &inner) {
        QList<std::chrono::milliseconds> ends;
        inner.list("uniform", [&](const YAML::Node &item) {
            const QString text =
                item.IsScalar() ? QString::fromStdString(item.Scalar()) : QString();
            if (const auto time = parseTime(text))
                ends.append(*time);
        });
        if (inner.has("uniform")) {
            value.kind = Kind::Uniform;
            if (ends.size() != 2 || ends.at(0) > ends.at(1))
                return inner.problem("uniform", u"expected two times such as [2s, 20s]"_s);
            value.first = ends.at(0);
            value.most = ends.at(1);
        } else if (inner.has("exponential")) {
            value.kind = Kind::Exponential;
            inner.readSpan("exponential", value.first);
        } else if (inner.has("lognormal")) {
            value.kind = Kind::Lognormal;
            inner.readSpan("lognormal", value.first);
            inner.read("spread", value.spread, {0, 5});
        } else {
            section.problem(key, u"expected a time, uniform, exponential or lognormal"_s);
        }
    });
}

engines::SimulatedNodes readNodes(YamlSection &section, const SimulationFile &file)
{
    engines::SimulatedNodes nodes;
    section.read("name", nodes.name);
    if (!section.has("name"))
        section.problem("name", u"expected a text"_s);
    section.read("count", nodes.count, kCount);
    nodes.deviceType = readType(section, file);
    section.read("devices", nodes.devices, kDevices);
    if (nodes.deviceType.has_value() != (nodes.devices > 0))
        section.problem("devices", u"expected type and devices, or neither"_s);
    return nodes;
}

engines::Workload readWorkload(YamlSection &section)
{
    engines::Workload workload;
    section.read("match", workload.match);
    readDistribution(section, "start-time", workload.startTime);
    readDistribution(section, "run-time", workload.runTime);
    readDistribution(section, "stop-time", workload.stopTime);
    section.sections("exit-codes", [&](YamlSection &inner) {
        engines::ExitShare share;
        inner.read("code", share.code, {0, 255});
        inner.read("weight", share.weight, {0, 1000000});
        workload.exitCodes.append(share);
    });
    section.read("out-of-memory", workload.outOfMemory, kShare);
    section.read("stubborn", workload.stubborn, kShare);
    section.readSpan("log-every", workload.logEvery);
    if (workload.logEvery < std::chrono::milliseconds(10))
        section.problem("log-every", u"expected 10ms or more"_s);
    section.read("steps-per-epoch", workload.stepsPerEpoch, kCount);
    section.read("lacks", workload.lacks);
    return workload;
}

void readCluster(YamlSection &root, SimulationFile &file)
{
    engines::Simulation &cluster = file.cluster;
    int seed = 1;
    root.read("seed", seed, {0, 1000000000});
    cluster.seed = quint64(seed);
    root.readTime("lost-after", cluster.lostAfter);
    root.sections("nodes",
                  [&](YamlSection &section) { cluster.nodes.append(readNodes(section, file)); });
    root.sections("workloads",
                  [&](YamlSection &section) { cluster.workloads.append(readWorkload(section)); });
    root.section("images", [&](YamlSection &section) {
        section.read("absent", cluster.absentImages);
        section.read("closed", cluster.closedImages);
    });
    root.sections("incidents", [&](YamlSection &section) {
        engines::PlannedIncident planned;
        QString words;
        section.readSpan("at", planned.at);
        section.read("do", words);
        const auto incident = engines::parseIncident(words);
        if (incident)
            planned.incident = *incident;
        else
            section.problem("do", incident.error().detail);
        cluster.incidents.append(planned);
    });
}

QList<model::VcName> toVcs(const QStringList &names)
{
    QList<model::VcName> vcs;
    for (const QString &name : names)
        vcs.append(model::VcName(name));
    return vcs;
}

void readPeople(YamlSection &root, SimulationFile &file)
{
    root.read("password", file.password);
    root.sections("people", [&](YamlSection &section) {
        SimulatedPerson person;
        QStringList vcs;
        section.read("username", person.username);
        if (person.username.size() < 2)
            section.problem("username", u"expected a name"_s);
        person.nickname = person.username;
        section.read("nickname", person.nickname);
        if (section.has("roles"))
            section.read("roles", person.roles);
        section.read("vcs", vcs);
        person.vcs = toVcs(vcs);
        file.people.append(person);
    });
    if (!file.people.isEmpty() && rules::checkPassword(file.password, {}))
        root.problem("password",
                     u"expected at least %1 characters"_s.arg(rules::kLeastPasswordCharacters));
}

void readVcs(YamlSection &root, SimulationFile &file)
{
    QHash<model::DeviceType, int> left;
    for (const auto &nodes : std::as_const(file.cluster.nodes)) {
        if (nodes.deviceType)
            left[*nodes.deviceType] += nodes.count * nodes.devices;
    }
    root.sections("vcs", [&](YamlSection &section) {
        QString name;
        section.read("name", name);
        model::VirtualCluster vc{model::VcName(name), {}};
        section.sections("quotas", [&](YamlSection &inner) {
            model::VcQuota quota;
            quota.deviceType = readType(inner, file).value_or(model::DeviceType());
            inner.read("devices", quota.deviceNumber, {0, 10000000});
            quota.maxAvailable = quota.deviceNumber;
            inner.read("most", quota.maxAvailable, {0, quota.deviceNumber});
            left[quota.deviceType] -= quota.deviceNumber;
            if (left.value(quota.deviceType) < 0)
                inner.problem("devices", u"more than the nodes have"_s);
            vc.quotas.append(quota);
        });
        file.vcs.append(vc);
    });
}

void readSpec(YamlSection &section, const SimulationFile &file, model::JobSpec &spec)
{
    QString vc;
    section.read("name", spec.name);
    section.read("vc", vc);
    spec.vc = model::VcName(vc);
    spec.deviceType = readType(section, file);
    section.read("devices", spec.devices, kDevices);
    section.read("nodes", spec.nodes, kCount);
    if (section.has("nodes")) {
        spec.kind = model::JobKind::Distributed;
        spec.devicesPerNode = spec.devices;
    }
    section.read("preemptible", spec.preemptible);
    section.read("priority", spec.priority, {rules::kLeastPriority, rules::kMostPriority});
    section.read("image", spec.image);
    section.read("command", spec.command);
}

void readJobs(YamlSection &root, SimulationFile &file)
{
    root.sections("jobs", [&](YamlSection &section) {
        SimulatedJobs jobs;
        section.read("owner", jobs.owner);
        const bool isKnown =
            std::any_of(file.people.begin(), file.people.end(),
                        [&](const auto &person) { return person.username == jobs.owner; });
        if (!isKnown)
            section.problem("owner", u"expected one of people"_s);
        readSpec(section, file, jobs.spec);
        section.read("count", jobs.count, kCount);
        section.readSpan("at", jobs.at);
        section.readSpan("every", jobs.every);
        section.readWord("then", jobs.then);
        section.readSpan("after", jobs.after);
        file.jobs.append(jobs);
    });
}

void readRoot(const YAML::Node &node, SimulationFile &file, Problems &problems)
{
    YamlSection root(node, {}, problems);
    root.readSpan("history", file.history);
    root.read("speed", file.speed, {0, 100000});
    if (file.speed <= 0)
        root.problem("speed", u"expected more than 0"_s);
    readDeviceTypes(root, file.deviceTypes);
    readCluster(root, file);
    if (file.cluster.nodes.isEmpty())
        root.problem("nodes", u"expected at least one"_s);
    readPeople(root, file);
    readVcs(root, file);
    readJobs(root, file);
}

} // namespace

Result<SimulationFile> readSimulation(const QString &path)
{
    QFile text(path);
    if (!text.open(QIODevice::ReadOnly))
        return Error{ErrorCode::InvalidInput, path % u": " % text.errorString(), {}};
    SimulationFile file;
    Problems problems(path);
    try {
        readRoot(YAML::Load(text.readAll().toStdString()), file, problems);
    } catch (const YAML::Exception &exception) {
        problems.add(exception.mark, QString::fromStdString(exception.msg));
    }
    if (!problems.lines().isEmpty())
        return Error{ErrorCode::InvalidInput, problems.lines().join(u'\n'), {}};
    return file;
}

} // namespace berthd
