// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"
#include "core/model/job.h"
#include "core/model/jobendpoint.h"
#include "core/rules/jobrules.h"

// Which ways into a job may be switched on and off, by whom and when: the same answer greys out a
// switch and refuses a request.
namespace rules {

// Why not.
enum class EndpointRefusal {
    SomebodyElses,
    JobEnded, // or is being killed
    UnknownName, // neither a kind nor "port-N"
    PortRange,
    TooMany, // kMostEndpoints are on
    OnAlready, // nothing to do: the server answers as if it had been done
    OffAlready, // likewise
};

// Whether the endpoints of a job in this state can be switched: until it ends or is being killed.
bool canSwitchEndpoints(model::JobState state);

// Why the person cannot switch the endpoint on now; nothing when it is possible. One that has
// failed may be switched on again. `endpoints`: all that the job has.
std::optional<EndpointRefusal> refusalOfOpening(const model::Account &account,
                                                const model::JobSummary &job,
                                                const QList<model::JobEndpoint> &endpoints,
                                                const QString &name);

std::optional<EndpointRefusal> refusalOfClosing(const model::Account &account,
                                                const model::JobSummary &job,
                                                const QList<model::JobEndpoint> &endpoints,
                                                const QString &name);

// As the server answers it; "name" is the field of a wrong name.
Error error(EndpointRefusal refusal);

} // namespace rules
