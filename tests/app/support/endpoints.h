// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobendpoint.h"
#include "core/model/page.h"

// Ways into a job, for tests of the console.
namespace samples {

using namespace Qt::Literals::StringLiterals;

inline model::JobEndpoint endpoint(const QString &name,
                                   model::EndpointState state = model::EndpointState::Pending,
                                   const QString &task = u"main"_s)
{
    model::JobEndpoint endpoint;
    endpoint.name = name;
    endpoint.task = task;
    endpoint.state = state;
    return endpoint;
}

inline model::JobEndpoint readySsh(const QString &task = u"main"_s, int port = 40022)
{
    auto ssh = endpoint(u"ssh"_s, model::EndpointState::Ready, task);
    ssh.host = u"10.0.0.1"_s;
    ssh.port = port;
    ssh.command = u"ssh -p %1 alice@10.0.0.1"_s.arg(port);
    return ssh;
}

inline model::JobEndpoint readyPage(const QString &name, int port, const QString &rest = u"/"_s)
{
    auto page = endpoint(name, model::EndpointState::Ready);
    page.host = u"10.0.0.1"_s;
    page.port = port;
    page.url = u"http://10.0.0.1:%1"_s.arg(port) + rest;
    return page;
}

inline model::JobEndpoint failed(const QString &name, model::EndpointFailure failure,
                                 const QString &detail = {})
{
    auto failed = endpoint(name, model::EndpointState::Failed);
    failed.failure = failure;
    failed.detail = detail;
    return failed;
}

// Of everything something.
inline QList<model::JobEndpoint> manyEndpoints()
{
    using Failure = model::EndpointFailure;
    return {readySsh(),
            failed(u"jupyter"_s, Failure::NotInImage),
            readyPage(u"tensorboard"_s, 40103),
            readyPage(u"port-40001"_s, 40104),
            endpoint(u"port-40002"_s),
            failed(u"port-40003"_s, Failure::EngineRefused,
                   u"cannot reach 10.88.0.4: rootless containers have no address that others "
                   "reach"_s),
            endpoint(u"port-40004"_s, model::EndpointState::Stopped)};
}

} // namespace samples
