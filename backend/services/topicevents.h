// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

// One event of each kind, still without its token.
namespace services {

model::Event topicEvent(model::EventTopic topic);
model::Event jobEvent(const model::JobSummary &job);
model::Event nodeEvent(const model::Node &node);
model::Event vcEvent(const model::VcName &name);
model::Event endpointEvent(const model::JobId &job);

} // namespace services
