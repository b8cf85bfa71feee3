// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/ids.h"

// What a person asks for when submitting a job. The rules are in core/rules/jobrules.h.
namespace model {

enum class JobKind {
    Regular, // one container
    Distributed, // one ps0 without devices and a worker on each of `nodes` nodes
};

enum class RunOn { AllWorkers, Launcher }; // where a distributed job's command runs

enum class EndpointKind { Ssh, Jupyter, TensorBoard };

struct EnvironmentVariable
{
    QString name;
    QString value;

    bool operator==(const EnvironmentVariable &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &EnvironmentVariable::name),
                          json::field("value"_L1, &EnvironmentVariable::value)};
    }
};

enum class TemplateScope {
    User, // its author's, in every VC
    Team, // everybody's in one VC
};

// What tells a template from others that one sees in a VC.
struct TemplateKey
{
    QString name;
    TemplateScope scope = TemplateScope::User;

    bool operator==(const TemplateKey &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &TemplateKey::name),
                          json::field("scope"_L1, &TemplateKey::scope)};
    }
};

// Where the server has a registry's password already: one of an earlier job of one's own, or that
// of a template that one may use in the job's VC.
struct PasswordSource
{
    std::optional<JobId> job;
    std::optional<TemplateKey> jobTemplate;

    bool operator==(const PasswordSource &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("job"_L1, &PasswordSource::job),
                          json::field("template"_L1, &PasswordSource::jobTemplate)};
    }
};

// Sign-in for a private registry. The password travels only towards the server and the engine;
// what the server answers and stores in a job leaves it empty.
struct RegistryLogin
{
    QString registry; // host[:port], with http:// or https:// in front if need be
    QString username;
    QString password;
    // Instead of a password, and only for the same registry and username as there.
    std::optional<PasswordSource> passwordFrom = {};

    bool operator==(const RegistryLogin &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("registry"_L1, &RegistryLogin::registry),
                          json::field("username"_L1, &RegistryLogin::username),
                          json::defaulted("password"_L1, &RegistryLogin::password),
                          json::field("passwordFrom"_L1, &RegistryLogin::passwordFrom)};
    }
};

struct JobSpec
{
    static constexpr int kDefaultPriority = 100;

    QString name;
    VcName vc;
    JobKind kind = JobKind::Regular;
    bool preemptible = false;
    std::optional<DeviceType> deviceType; // absent: a CPU job
    int devices = 0; // regular: of the one container
    int nodes = 1; // distributed: number of workers, each on a node of its own
    int devicesPerNode = 8; // distributed: of each worker
    QString image;
    QString command; // several lines, run by a shell
    std::optional<RunOn> runOn; // absent: all workers for an npu, the launcher for a gpu
    QList<int> interactivePorts;
    QList<EndpointKind> endpoints;
    std::optional<RegistryLogin> registry;
    QList<EnvironmentVariable> environment;
    int priority = kDefaultPriority;

    // Devices the job holds while it runs, on all nodes together.
    int totalDevices() const
    {
        return kind == JobKind::Distributed ? nodes * devicesPerNode : devices;
    }

    bool operator==(const JobSpec &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &JobSpec::name),
                          json::field("vc"_L1, &JobSpec::vc),
                          json::defaulted("kind"_L1, &JobSpec::kind),
                          json::defaulted("preemptible"_L1, &JobSpec::preemptible),
                          json::field("deviceType"_L1, &JobSpec::deviceType),
                          json::defaulted("devices"_L1, &JobSpec::devices),
                          json::defaulted("nodes"_L1, &JobSpec::nodes),
                          json::defaulted("devicesPerNode"_L1, &JobSpec::devicesPerNode),
                          json::field("image"_L1, &JobSpec::image),
                          json::field("command"_L1, &JobSpec::command),
                          json::field("runOn"_L1, &JobSpec::runOn),
                          json::defaulted("interactivePorts"_L1, &JobSpec::interactivePorts),
                          json::defaulted("endpoints"_L1, &JobSpec::endpoints),
                          json::field("registry"_L1, &JobSpec::registry),
                          json::defaulted("environment"_L1, &JobSpec::environment),
                          json::defaulted("priority"_L1, &JobSpec::priority)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::JobKind>
{
    static constexpr std::array table{
        std::pair{model::JobKind::Regular, QLatin1StringView("regular")},
        std::pair{model::JobKind::Distributed, QLatin1StringView("distributed")}};
};

template <>
struct json::EnumNames<model::RunOn>
{
    static constexpr std::array table{
        std::pair{model::RunOn::AllWorkers, QLatin1StringView("all_workers")},
        std::pair{model::RunOn::Launcher, QLatin1StringView("launcher")}};
};

template <>
struct json::EnumNames<model::TemplateScope>
{
    static constexpr std::array table{
        std::pair{model::TemplateScope::User, QLatin1StringView("user")},
        std::pair{model::TemplateScope::Team, QLatin1StringView("team")}};
};

template <>
struct json::EnumNames<model::EndpointKind>
{
    static constexpr std::array table{
        std::pair{model::EndpointKind::Ssh, QLatin1StringView("ssh")},
        std::pair{model::EndpointKind::Jupyter, QLatin1StringView("jupyter")},
        std::pair{model::EndpointKind::TensorBoard, QLatin1StringView("tensorboard")}};
};
