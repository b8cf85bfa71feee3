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

QString numbers(const QList<int> &list)
{
    QStringList words;
    for (const int number : list)
        words.append(QString::number(number));
    return words.join(u", ");
}

QString sentence(const JobViolation &v)
{
    switch (v.rule) {
    case JobRule::NameRequired:
        return u"the job needs a name"_s;
    case JobRule::TemplateNameRequired:
        return u"the template needs a name"_s;
    case JobRule::NameTooLong:
        return u"at most %1 characters"_s.arg(v.most);
    case JobRule::NameCharacters:
        return u"only letters, digits, - and _"_s;
    case JobRule::UnknownVc:
        return u"no virtual cluster %1 that you may use"_s.arg(v.text);
    case JobRule::UnknownDeviceType:
        return u"the virtual cluster has no devices %1"_s.arg(v.text);
    case JobRule::DeviceTypeRequired:
        return u"devices need a device type"_s;
    case JobRule::DevicesRange:
        return u"must be a whole number from %1 to %2"_s.arg(v.least).arg(v.most);
    case JobRule::DevicesChoice:
        return u"must be a whole number from 0 to %1, one of %2"_s.arg(QString::number(v.most),
                                                                       numbers(v.choices));
    case JobRule::NodesRange:
        return u"must be a whole number from %1 to %2"_s.arg(v.least).arg(v.most);
    case JobRule::ImageRequired:
        return u"the job needs an image"_s;
    case JobRule::ImageReference:
        return u"not an image reference: %1"_s.arg(v.text);
    case JobRule::CommandRequired:
        return u"the job needs a command"_s;
    case JobRule::CommandTooLong:
        return u"at most %1 bytes"_s.arg(v.most);
    case JobRule::PortRange:
        return u"%1: ports are whole numbers from %2 to %3"_s.arg(v.text, QString::number(v.least),
                                                                  QString::number(v.most));
    case JobRule::EndpointsTooMany:
        return u"at most %1 endpoints"_s.arg(v.most);
    case JobRule::PortRepeated:
        return u"port %1 is there twice"_s.arg(v.text);
    case JobRule::RegistryIncomplete:
        return u"registry, username and password, or none"_s;
    case JobRule::RegistryAddress:
        return u"not the address of a registry: %1"_s.arg(v.text);
    case JobRule::VariableName:
        return u"not a variable's name: %1 (letters, digits and _, no digit first)"_s.arg(v.text);
    case JobRule::VariableRepeated:
        return u"variable %1 is there twice"_s.arg(v.text);
    case JobRule::VariableTooLong:
        return u"at most %1 bytes"_s.arg(v.most);
    case JobRule::VariablesTooMany:
        return u"at most %1 variables"_s.arg(v.most);
    case JobRule::PriorityRange:
        return u"must be a whole number from %1 to %2"_s.arg(v.least).arg(v.most);
    }
    Q_UNREACHABLE();
}

} // namespace

Error error(const JobViolation &violation)
{
    return {ErrorCode::InvalidInput, violation.field % u": " % sentence(violation),
            violation.field};
}

const model::VcQuota *JobLimits::quota(const model::DeviceType &type) const
{
    const auto it = std::find_if(quotas.begin(), quotas.end(),
                                 [&](const auto &quota) { return quota.deviceType == type; });
    return it == quotas.end() ? nullptr : &*it;
}

const model::DeviceTypeInfo *JobLimits::deviceType(const model::DeviceType &type) const
{
    const auto it = std::find_if(deviceTypes.begin(), deviceTypes.end(),
                                 [&](const auto &info) { return info.name == type; });
    return it == deviceTypes.end() ? nullptr : &*it;
}

int JobLimits::mostDevices(const model::DeviceType &type) const
{
    const auto *held = quota(type);
    const auto *info = deviceType(type);
    return held && info ? std::min(held->maxAvailable, info->largestNode) : 0;
}

int JobLimits::mostNodes(const model::DeviceType &type) const
{
    const auto *info = deviceType(type);
    return info ? info->nodes : 0;
}

QList<int> JobLimits::choices(const model::DeviceType &type) const
{
    const auto *info = deviceType(type);
    QList<int> allowed = info ? info->counts : QList<int>();
    allowed.removeIf([most = mostDevices(type)](int count) { return count > most; });
    return allowed;
}

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
