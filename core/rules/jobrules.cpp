// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/jobrules.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace rules {

namespace {

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

void checkRegularDevices(const model::JobSpec &spec, const JobLimits &limits,
                         QList<JobViolation> &found)
{
    const int most = spec.deviceType ? limits.mostDevices(*spec.deviceType) : 0;
    const QList<int> choices = spec.deviceType ? limits.choices(*spec.deviceType) : QList<int>();
    if (!spec.deviceType && spec.devices > 0) {
        found.append({.rule = JobRule::DeviceTypeRequired,
                      .field = u"deviceType"_s,
                      .choices = {},
                      .text = {}});
    } else if (!choices.isEmpty() && !choices.contains(spec.devices)) {
        found.append({.rule = JobRule::DevicesChoice,
                      .field = u"devices"_s,
                      .most = most,
                      .choices = choices,
                      .text = {}});
    } else if (spec.devices < 0 || spec.devices > most) {
        found.append({.rule = JobRule::DevicesRange,
                      .field = u"devices"_s,
                      .most = most,
                      .choices = {},
                      .text = {}});
    }
}

void checkNodes(const model::JobSpec &spec, const JobLimits &limits, QList<JobViolation> &found)
{
    if (!spec.deviceType) {
        found.append({.rule = JobRule::DeviceTypeRequired,
                      .field = u"deviceType"_s,
                      .choices = {},
                      .text = {}});
        return;
    }
    const int most = limits.mostNodes(*spec.deviceType);
    if (spec.nodes < 1 || spec.nodes > most)
        found.append({.rule = JobRule::NodesRange,
                      .field = u"nodes"_s,
                      .least = 1,
                      .most = most,
                      .choices = {},
                      .text = {}});
    const auto *type = limits.deviceType(*spec.deviceType);
    const int perNode = type ? std::max(type->devicesPerNode, type->largestNode) : 0;
    if (spec.devicesPerNode < 1 || spec.devicesPerNode > perNode) {
        found.append({.rule = JobRule::DevicesRange,
                      .field = u"devicesPerNode"_s,
                      .least = 1,
                      .most = perNode,
                      .choices = {},
                      .text = {}});
    }
}

void checkDevices(const model::JobSpec &spec, const JobLimits &limits, QList<JobViolation> &found)
{
    if (spec.deviceType && !limits.quota(*spec.deviceType)) {
        found.append({.rule = JobRule::UnknownDeviceType,
                      .field = u"deviceType"_s,
                      .choices = {},
                      .text = spec.deviceType->value()});
    } else if (spec.kind == model::JobKind::Regular) {
        checkRegularDevices(spec, limits, found);
    } else {
        checkNodes(spec, limits, found);
    }
}

void checkProgram(const model::JobSpec &spec, QList<JobViolation> &found)
{
    if (spec.image.isEmpty())
        found.append(
            {.rule = JobRule::ImageRequired, .field = u"image"_s, .choices = {}, .text = {}});
    else if (!isImageReference(spec.image))
        found.append({.rule = JobRule::ImageReference,
                      .field = u"image"_s,
                      .choices = {},
                      .text = spec.image});
    if (spec.command.trimmed().isEmpty())
        found.append(
            {.rule = JobRule::CommandRequired, .field = u"command"_s, .choices = {}, .text = {}});
    else if (spec.command.toUtf8().size() > kMostCommandBytes)
        found.append({.rule = JobRule::CommandTooLong,
                      .field = u"command"_s,
                      .most = kMostCommandBytes,
                      .choices = {},
                      .text = {}});
}

void checkPorts(const QList<int> &ports, QList<JobViolation> &found)
{
    QSet<int> seen;
    for (qsizetype i = 0; i < ports.size(); ++i) {
        const QString field = u"interactivePorts[%1]"_s.arg(i);
        const int port = ports.at(i);
        if (port < kLeastPort || port > kMostPort) {
            found.append({.rule = JobRule::PortRange,
                          .field = field,
                          .least = kLeastPort,
                          .most = kMostPort,
                          .choices = {},
                          .text = QString::number(port)});
        } else if (seen.contains(port)) {
            found.append({.rule = JobRule::PortRepeated,
                          .field = field,
                          .choices = {},
                          .text = QString::number(port)});
        }
        seen.insert(port);
    }
}

void checkEndpoints(const model::JobSpec &spec, QList<JobViolation> &found)
{
    const QSet<model::EndpointKind> kinds(spec.endpoints.begin(), spec.endpoints.end());
    if (spec.interactivePorts.size() + kinds.size() > kMostEndpoints) {
        found.append({.rule = JobRule::EndpointsTooMany,
                      .field = u"interactivePorts"_s,
                      .most = kMostEndpoints,
                      .choices = {},
                      .text = {}});
    }
}

void checkRegistry(const model::JobSpec &spec, QList<JobViolation> &found)
{
    if (!spec.registry)
        return;
    const auto &login = *spec.registry;
    const int given = int(!login.registry.isEmpty()) + int(!login.username.isEmpty())
                      + int(!login.password.isEmpty() || login.passwordFrom);
    if (given != 0 && given != 3) {
        const QString field = login.registry.isEmpty()   ? u"registry.registry"_s
                              : login.username.isEmpty() ? u"registry.username"_s
                                                         : u"registry.password"_s;
        found.append(
            {.rule = JobRule::RegistryIncomplete, .field = field, .choices = {}, .text = {}});
    }
    if (!login.registry.isEmpty()
        && !matches(login.registry, u"(https?://)?[A-Za-z0-9.-]+(:[0-9]{1,5})?/?"_s)) {
        found.append({.rule = JobRule::RegistryAddress,
                      .field = u"registry.registry"_s,
                      .choices = {},
                      .text = login.registry});
    }
}

void checkEnvironment(const model::JobSpec &spec, QList<JobViolation> &found)
{
    if (spec.environment.size() > kMostVariables) {
        found.append({.rule = JobRule::VariablesTooMany,
                      .field = u"environment"_s,
                      .most = kMostVariables,
                      .choices = {},
                      .text = {}});
    }
    QSet<QString> seen;
    for (qsizetype i = 0; i < spec.environment.size(); ++i) {
        const auto &variable = spec.environment.at(i);
        const QString field = u"environment[%1]"_s.arg(i);
        if (!matches(variable.name, u"[A-Za-z_][A-Za-z0-9_]*"_s))
            found.append({.rule = JobRule::VariableName,
                          .field = field % u".name",
                          .choices = {},
                          .text = variable.name});
        else if (seen.contains(variable.name))
            found.append({.rule = JobRule::VariableRepeated,
                          .field = field % u".name",
                          .choices = {},
                          .text = variable.name});
        if (variable.value.toUtf8().size() > kMostVariableBytes) {
            found.append({.rule = JobRule::VariableTooLong,
                          .field = field % u".value",
                          .most = kMostVariableBytes,
                          .choices = {},
                          .text = {}});
        }
        seen.insert(variable.name);
    }
}

} // namespace

QList<JobViolation> check(const model::JobSpec &spec, const JobLimits &limits)
{
    QList<JobViolation> found;
    found += checkName(spec.name, u"name"_s, JobRule::NameRequired);
    checkDevices(spec, limits, found);
    checkProgram(spec, found);
    checkPorts(spec.interactivePorts, found);
    checkEndpoints(spec, found);
    checkRegistry(spec, found);
    checkEnvironment(spec, found);
    found += checkPriority(spec.priority);
    return found;
}

Result<> firstViolation(const QList<JobViolation> &violations)
{
    if (violations.isEmpty())
        return {};
    return error(violations.first());
}

QList<JobViolation> checkPriority(int priority)
{
    if (priority >= kLeastPriority && priority <= kMostPriority)
        return {};
    return {{.rule = JobRule::PriorityRange,
             .field = u"priority"_s,
             .least = kLeastPriority,
             .most = kMostPriority,
             .choices = {},
             .text = {}}};
}

QList<JobViolation> checkName(const QString &name, const QString &field, JobRule missing)
{
    JobViolation violation{.rule = missing, .field = field, .choices = {}, .text = {}};
    if (name.isEmpty())
        return {violation};
    if (!matches(name, u"[A-Za-z0-9_-]*"_s)) {
        violation.rule = JobRule::NameCharacters;
        return {violation};
    }
    if (name.size() > kMostNameCharacters) {
        violation.rule = JobRule::NameTooLong;
        violation.most = kMostNameCharacters;
        return {violation};
    }
    return {};
}

PortList parsePorts(const QString &text)
{
    PortList list;
    const QStringList words = text.trimmed().isEmpty() ? QStringList() : text.split(u',');
    for (const QString &word : words) {
        bool ok = false;
        list.ports.append(word.trimmed().toInt(&ok));
        if (!ok) {
            list.violations.append({.rule = JobRule::PortRange,
                                    .field = u"interactivePorts"_s,
                                    .least = kLeastPort,
                                    .most = kMostPort,
                                    .choices = {},
                                    .text = word.trimmed()});
        }
    }
    if (list.violations.isEmpty())
        checkPorts(list.ports, list.violations);
    return list;
}

bool isImageReference(const QString &text)
{
    static const QRegularExpression kReference(QRegularExpression::anchoredPattern(
        u"(?:(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*(?::[0-9]{1,5})?/)?"
        "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*"
        "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
        "(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?"_s));
    return text.size() <= 1024 && kReference.match(text).hasMatch();
}

} // namespace rules
