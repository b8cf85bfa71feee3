// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/endpointservice.h"

#include "core/rules/endpointrules.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

using model::EndpointKind;
using model::EndpointState;
using storage::StoredEndpoint;

// What is stored tells of one start of the job; the job's own state tells whether that is now.
EndpointState stateOf(const model::Job &job, const StoredEndpoint &endpoint)
{
    if (!endpoint.isOn || !rules::canSwitchEndpoints(job.state))
        return EndpointState::Stopped;
    const bool isNow = job.state == model::JobState::Running && job.attempt == endpoint.attempt;
    return isNow && endpoint.state != EndpointState::Stopped ? endpoint.state
                                                             : EndpointState::Pending;
}

QString commandOf(const model::Job &job, const StoredEndpoint &endpoint)
{
    return u"ssh -p %1 %2@%3"_s.arg(QString::number(endpoint.port), job.ownerName, endpoint.host);
}

// What somebody does with a job.
model::AuditEntry entryOf(storage::EndpointStore::Switch position, const storage::Actor &actor,
                          const model::Job &job, const QString &name)
{
    const bool on = position == storage::EndpointStore::Switch::On;
    auto entry = storage::entry(
        actor, on ? model::AuditAction::JobEndpointOpened : model::AuditAction::JobEndpointClosed,
        {model::AuditSubject::Job, job.id.toString(),
         QString(job.name % u" (" % job.ownerName % u')')});
    (on ? entry.after : entry.before).insert("endpoint"_L1, name);
    return entry;
}

} // namespace

EndpointService::EndpointService(const Sources &sources, const Clock &clock)
    : m_with(sources)
    , m_clock(clock)
{ }

Result<EndpointService::Items> EndpointService::list(const model::Account &account,
                                                     const QString &id) const
{
    TRY_ASSIGN(const model::Job job, m_with.visible.get(account, id));
    TRY_ASSIGN(const auto stored, m_with.endpoints.of(job));
    return Items{shown(account, job, stored)};
}

QFuture<Result<EndpointService::Items>>
EndpointService::open(const Caller &caller, const QString &id, const QString &name)
{
    return turn(Switch::On, caller, id, name);
}

QFuture<Result<EndpointService::Items>>
EndpointService::close(const Caller &caller, const QString &id, const QString &name)
{
    return turn(Switch::Off, caller, id, name);
}

QFuture<Result<EndpointService::Items>>
EndpointService::turn(Switch position, const Caller &caller, const QString &id, const QString &name)
{
    const auto job = m_with.visible.get(caller.account, id);
    if (!job)
        return ready<Items>(job.error());
    const auto known = m_with.endpoints.of(*job);
    if (!known)
        return ready<Items>(known.error());
    // Before its turn, since only a name that is one can wait for it.
    const auto checked =
        check(position, caller.account, *job, shown(caller.account, *job, *known), name);
    if (!checked)
        return ready<Items>(checked.error());
    const Promise<Items> promise;
    const auto again = [=, this](const storage::EndpointStore::Endpoints &stored) -> Result<bool> {
        TRY_ASSIGN(const model::Job now, m_with.jobs.find(job->id));
        return check(position, caller.account, now, shown(caller.account, now, stored), name);
    };
    whenDone(m_with.endpoints.turn(position, *job, *model::EndpointName::fromString(name), again,
                                   entryOf(position, actorOf(caller, m_clock), *job, name)),
             this, [=, this](const Result<> &done) {
                 promise.finish(done ? list(caller.account, id) : Result<Items>(done.error()));
             });
    return promise.future();
}

// Whether there is anything to do.
Result<bool> EndpointService::check(Switch position, const model::Account &account,
                                    const model::Job &job,
                                    const QList<model::JobEndpoint> &endpoints,
                                    const QString &name) const
{
    using rules::EndpointRefusal;
    const auto refusal = position == Switch::On
                             ? rules::refusalOfOpening(account, job, endpoints, name)
                             : rules::refusalOfClosing(account, job, endpoints, name);
    if (refusal == EndpointRefusal::OnAlready || refusal == EndpointRefusal::OffAlready)
        return false;
    if (refusal)
        return rules::error(*refusal);
    return true;
}

QList<model::JobEndpoint>
EndpointService::shown(const model::Account &account, const model::Job &job,
                       const storage::EndpointStore::Endpoints &stored) const
{
    const bool isTold = rules::mayManage(account, job);
    QList<model::JobEndpoint> list;
    for (const StoredEndpoint &one : stored) {
        model::JobEndpoint endpoint;
        endpoint.name = one.name.toString();
        endpoint.task = one.task;
        endpoint.state = stateOf(job, one);
        if (endpoint.state == EndpointState::Failed)
            endpoint.failure = one.failure;
        if (isTold && endpoint.state == EndpointState::Failed)
            endpoint.detail = one.detail;
        if (isTold && endpoint.state == EndpointState::Ready) {
            endpoint.host = one.host;
            endpoint.port = one.port;
            if (one.name.kind == EndpointKind::Ssh)
                endpoint.command = commandOf(job, one);
            else
                endpoint.url = urlOf(job, one);
        }
        list.append(endpoint);
    }
    return list;
}

QString EndpointService::urlOf(const model::Job &job, const StoredEndpoint &endpoint) const
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(endpoint.host);
    url.setPort(endpoint.port);
    url.setPath(u"/"_s);
    if (endpoint.name.kind == EndpointKind::Jupyter) {
        const auto sealed = m_with.endpoints.sealedToken(job);
        const auto token = sealed ? m_with.secrets.unseal(*sealed) : sealed;
        if (token)
            url.setQuery(u"token="_s + QString::fromLatin1(*token));
    }
    return url.toString(QUrl::FullyEncoded);
}

} // namespace services
