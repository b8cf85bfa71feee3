// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cluster.h"
#include "core/model/job.h"
#include "core/model/node.h"

namespace model {

enum class EventTopic {
    Hello, // the first message: the stream is open and complete from `token` on
    Reload, // too much was missed: read the lists again, then go on from `token`
    Job, // `job` is the job as it is now
    Node, // `node` is the node as it is now
    Vc, // quotas or use of the VC `vc` changed: read it again
    People, // users, groups, roles or who may use what changed: read them again (Managers)
    Account, // the person's own name or rights changed: read the account again
    Endpoint, // ways into the job `endpointsOf` changed: read them again
    Template, // templates that the person may use changed: read them again
    Cluster, // the cluster's facts or the engine's reachability changed: read them again
};

// One message of the event stream. It tells what is true now, so reading one twice does no harm.
// `token` is where a client that was away resumes.
struct Event
{
    EventTopic topic = EventTopic::Hello;
    QString token;
    std::optional<JobSummary> job;
    std::optional<Node> node;
    std::optional<VcName> vc;
    std::optional<JobId> endpointsOf = {};

    bool operator==(const Event &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("topic"_L1, &Event::topic),
                          json::field("token"_L1, &Event::token),
                          json::field("job"_L1, &Event::job),
                          json::field("node"_L1, &Event::node),
                          json::field("vc"_L1, &Event::vc),
                          json::field("endpointsOf"_L1, &Event::endpointsOf)};
    }
};

struct EventQuery
{
    QString since; // token of the last message read; empty: from now on

    bool operator==(const EventQuery &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::defaulted("since"_L1, &EventQuery::since)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::EventTopic>
{
    using Topic = model::EventTopic;
    static constexpr std::array table{std::pair{Topic::Hello, QLatin1StringView("hello")},
                                      std::pair{Topic::Reload, QLatin1StringView("reload")},
                                      std::pair{Topic::Job, QLatin1StringView("job")},
                                      std::pair{Topic::Node, QLatin1StringView("node")},
                                      std::pair{Topic::Vc, QLatin1StringView("vc")},
                                      std::pair{Topic::People, QLatin1StringView("people")},
                                      std::pair{Topic::Account, QLatin1StringView("account")},
                                      std::pair{Topic::Endpoint, QLatin1StringView("endpoint")},
                                      std::pair{Topic::Template, QLatin1StringView("template")},
                                      std::pair{Topic::Cluster, QLatin1StringView("cluster")}};
};
