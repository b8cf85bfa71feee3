// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/topicevents.h"

namespace services {

using Topic = model::EventTopic;

model::Event topicEvent(Topic topic)
{
    return {.topic = topic, .token = {}, .job = {}, .node = {}, .vc = {}};
}

model::Event jobEvent(const model::JobSummary &job)
{
    return {.topic = Topic::Job, .token = {}, .job = job, .node = {}, .vc = {}};
}

model::Event nodeEvent(const model::Node &node)
{
    return {.topic = Topic::Node, .token = {}, .job = {}, .node = node, .vc = {}};
}

model::Event vcEvent(const model::VcName &name)
{
    return {.topic = Topic::Vc, .token = {}, .job = {}, .node = {}, .vc = name};
}

model::Event endpointEvent(const model::JobId &job)
{
    model::Event event = topicEvent(Topic::Endpoint);
    event.endpointsOf = job;
    return event;
}

} // namespace services
