// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/cluster.h"
#include "core/model/jobspec.h"
#include "core/model/vc.h"

#include <QStringList>

// The rules of a job specification, once for the form, the command line and the server.
namespace rules {

// A broken rule, as a code with numbers: the console words it, error() says it in English.
enum class JobRule {
    NameRequired,
    TemplateNameRequired,
    NameTooLong, // more than `most` characters
    NameCharacters, // letters, digits, - and _ only
    UnknownVc,
    UnknownDeviceType, // `text` is not held by the VC
    DeviceTypeRequired, // devices asked for, but of no type
    DevicesRange, // 0…`most`
    DevicesChoice, // one of `choices`
    NodesRange, // `least`…`most`
    ImageRequired,
    ImageReference, // not an image reference
    CommandRequired,
    CommandTooLong, // more than `most` bytes
    PortRange, // `text` is not a whole number `least`…`most`
    PortRepeated, // `text` is there twice
    EndpointsTooMany, // more than `most`, ports and others together
    RegistryIncomplete, // all three or none
    RegistryAddress, // `text` is not host[:port] or an http(s) URL of one
    VariableName, // `text` is not a variable's name
    VariableRepeated, // `text` is there twice
    VariableTooLong, // more than `most` bytes
    VariablesTooMany, // more than `most`
    PriorityRange, // `least`…`most`
};

struct JobViolation
{
    JobRule rule = JobRule::NameRequired;
    QString field; // path in the specification, such as "environment[2].name"
    int least = 0;
    int most = 0;
    QList<int> choices;
    QString text;

    bool operator==(const JobViolation &) const = default;
};

Error error(const JobViolation &violation);

// What a specification is held against: the person's VC and the cluster as they are now.
struct JobLimits
{
    QList<model::VcQuota> quotas; // of the VC the job is for
    QList<model::DeviceTypeInfo> deviceTypes;

    const model::VcQuota *quota(const model::DeviceType &type) const;
    const model::DeviceTypeInfo *deviceType(const model::DeviceType &type) const;

    // The most devices a regular job may ask for: min(MaxAvailable, largest node).
    int mostDevices(const model::DeviceType &type) const;
    // The most nodes a distributed job may ask for: the nodes of the type.
    int mostNodes(const model::DeviceType &type) const;
    // The counts a regular job may ask for, within mostDevices; empty when any is allowed.
    QList<int> choices(const model::DeviceType &type) const;
};

constexpr int kLeastPriority = 1;
constexpr int kMostPriority = 1000;
constexpr int kLeastPort = 40000;
constexpr int kMostPort = 49999;
constexpr int kMostEndpoints = 20; // of a job, ports and others together; ssh counts once
constexpr int kMostNameCharacters = 64;
constexpr int kMostVariables = 100;
constexpr int kMostVariableBytes = 32 * 1024;
constexpr int kMostCommandBytes = 64 * 1024;

// Every broken rule, in the order of the form; empty when the job may be submitted. More devices
// than are free now is not a violation: the job waits.
QList<JobViolation> check(const model::JobSpec &spec, const JobLimits &limits);

// The first of them as an error.
Result<> firstViolation(const QList<JobViolation> &violations);

QList<JobViolation> checkPriority(int priority);

// A job's or a template's name, or what is wrong with it; `missing` when there is none.
QList<JobViolation> checkName(const QString &name, const QString &field, JobRule missing);

// The text of the form's port field ("40001, 40002") as numbers, or what is wrong with it.
struct PortList
{
    QList<int> ports;
    QList<JobViolation> violations;
};
PortList parsePorts(const QString &text);

// Whether the text is an image reference: [registry[:port]/]path[:tag][@digest], the grammar of
// the OCI distribution specification's reference package.
bool isImageReference(const QString &text);

} // namespace rules
