// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/eventservice.h"

#include "backend/services/discretion.h"
#include "backend/services/topicevents.h"
#include "backend/storage/database.h"
#include "core/rules/jobactions.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

constexpr auto kTogether = 20ms;

using Topic = model::EventTopic;

QList<model::NodeName> nodesOf(const model::Job &job)
{
    QList<model::NodeName> nodes;
    for (const model::TaskPlacement &place : job.placement) {
        if (!place.devices.isEmpty())
            nodes.append(place.node);
    }
    return nodes;
}

bool concerns(const storage::TemplateAddress &address, const model::Account &account)
{
    return address.isTeam() ? rules::mayUse(account, address.vc) : account.id == address.user;
}

} // namespace

EventService::EventService(const Sources &sources)
    : m_changes(sources.database)
    , m_jobs(sources.jobs)
    , m_cluster(sources.cluster)
    , m_sessions(sources.sessions)
{
    m_begin = m_told = newest();
    for (const model::Job &job : m_jobs.active())
        m_known.insert(job.id, {job.state, nodesOf(job)});
    m_flush.setSingleShot(true);
    m_flush.setInterval(kTogether);
    connect(&m_flush, &QTimer::timeout, this, &EventService::flush);
    connect(&m_jobs, &storage::JobStore::jobChanged, this, &EventService::takeJob);
    connect(&sources.endpoints, &storage::EndpointStore::endpointsChanged, this,
            &EventService::changeEndpoints);
    connect(&sources.templates, &storage::TemplateStore::templateChanged, this,
            &EventService::changeTemplate);
    connect(&m_cluster, &ClusterService::nodeChanged, this, &EventService::changeNode);
    connect(&m_cluster, &ClusterService::vcChanged, this, &EventService::changeVc);
    connect(&m_cluster, &ClusterService::clusterChanged, this, [this] {
        m_clusterChanged = true;
        m_flush.start();
    });
    connect(&m_sessions, &SignInService::accountChanged, this, &EventService::changePeople);
    connect(&m_sessions, &SignInService::sessionEnded, this, [this](const QString &tokenHash) {
        endWhere([&](const Entry &entry) { return entry.subscriber.tokenHash == tokenHash; });
    });
}

Result<> EventService::subscribe(const model::EventQuery &query, const Subscriber &subscriber)
{
    TRY_ASSIGN(const model::Account account, m_sessions.accountOf(subscriber.tokenHash));
    const auto own = std::count_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.account.id == account.id;
    });
    if (m_entries.size() >= kMostSubscribers || own >= kMostPerPerson)
        return Error{ErrorCode::TooMany, u"too many event streams are open"_s, QString()};
    const qint64 id = m_nextEntry++;
    m_entries.insert(id, {.subscriber = subscriber, .account = account});
    connect(subscriber.owner, &QObject::destroyed, this, [this, id] { m_entries.remove(id); });
    if (query.since.isEmpty()) {
        tell(id, {topicEvent(Topic::Hello)}, m_told);
    } else if (!tellMissed(id, query.since)) {
        m_entries[id].told = m_told;
        tell(id, {topicEvent(Topic::Hello), topicEvent(Topic::Reload)}, m_told);
    }
    return {};
}

// False when it is too much, too old or of another installation.
bool EventService::tellMissed(qint64 id, const QString &since)
{
    const Entry entry = m_entries.value(id);
    const auto sequence = m_changes.sequenceOf(since);
    if (!sequence)
        return false;
    const auto changes = m_changes.since(*sequence, kMostMissed + 1);
    if (!changes || changes->size() > kMostMissed)
        return false;
    QList<model::Event> events = standing(entry, *sequence);
    if (events.size() > kMostMissed)
        return false;
    const Discretion discretion(m_jobs, entry.account);
    for (const storage::Change &change : *changes) {
        const auto job = model::JobId::fromString(change.subject);
        const bool isEndpoint = change.topic == "endpoint"_L1;
        if ((change.topic != "job"_L1 && !isEndpoint) || !job)
            continue;
        const auto found = m_jobs.find(*job);
        if (found && rules::maySee(entry.account, *found))
            events.append(isEndpoint ? endpointEvent(*job) : jobEvent(discretion.of(*found)));
    }
    tell(id, {topicEvent(Topic::Hello)}, *sequence);
    tell(id, events, m_told);
    return true;
}

// What the log of changes does not tell: why jobs wait, nodes, people, templates and the use of VCs,
// as they are now.
QList<model::Event> EventService::standing(const Entry &entry, qint64 since) const
{
    QList<model::Event> events{topicEvent(Topic::Cluster), topicEvent(Topic::Account),
                               topicEvent(Topic::Template)};
    if (entry.account.has(model::Permission::Manager))
        events.append(topicEvent(Topic::People));
    const auto vcs = m_cluster.vcs(entry.account);
    for (const model::VcStatus &vc : vcs ? vcs->items : QList<model::VcStatus>())
        events.append(vcEvent(vc.name));
    const auto nodes = m_cluster.nodes(entry.account);
    for (const model::Node &node : nodes ? nodes->items : QList<model::Node>()) {
        if (since < m_begin || m_nodeChangedAt.value(node.name, -1) >= since)
            events.append(nodeEvent(node));
    }
    const Discretion discretion(m_jobs, entry.account);
    for (const model::Job &job : m_jobs.active()) {
        if (job.state == model::JobState::Queued && rules::maySee(entry.account, job))
            events.append(jobEvent(discretion.of(job)));
    }
    return events;
}

void EventService::takeJob(const model::Job &job)
{
    m_changedJobs.insert(job.id, job);
    const Known before = m_known.value(job.id, {job.state, {}});
    const Known now{job.state, nodesOf(job)};
    const bool isNew = !m_known.contains(job.id);
    if (isTerminal(job.state))
        m_known.remove(job.id);
    else
        m_known.insert(job.id, now);
    if (isNew || before.state != now.state) {
        changeVc(job.vc);
        for (const model::NodeName &node : before.nodes + now.nodes)
            changeNode(node);
    }
    flushSoon();
}

void EventService::changeNode(const model::NodeName &name)
{
    m_changedNodes.insert(name);
    flushSoon();
}

void EventService::changeVc(const model::VcName &name)
{
    m_changedVcs.insert(name);
    flushSoon();
}

void EventService::changePeople()
{
    m_peopleChanged = true;
    flushSoon();
}

void EventService::changeTemplate(const storage::TemplateAddress &address)
{
    if (!m_changedTemplates.contains(address))
        m_changedTemplates.append(address);
    flushSoon();
}

void EventService::changeEndpoints(const model::JobId &job)
{
    m_changedEndpoints.insert(job);
    flushSoon();
}

void EventService::flushSoon()
{
    if (!m_flush.isActive())
        m_flush.start();
}

void EventService::flush()
{
    // Every commit up to here has been signalled, so everything up to here is told below.
    m_told = newest();
    for (const model::NodeName &node : std::as_const(m_changedNodes))
        m_nodeChangedAt.insert(node, m_told);
    const QList<model::JobSummary> jobs = std::exchange(m_changedJobs, {}).values();
    const auto nodes = std::exchange(m_changedNodes, {}).values();
    if (!m_entries.isEmpty())
        tellAll(jobs, m_cluster.nodesWithHolders(nodes));
    m_changedVcs.clear();
    m_changedTemplates.clear();
    m_changedEndpoints.clear();
    m_clusterChanged = false;
    m_peopleChanged = false;
}

void EventService::tellAll(const QList<model::JobSummary> &jobs, const QList<model::Node> &nodes)
{
    endWhere([this](Entry &entry) { return !refresh(entry); });
    QList<model::Job> entered; // jobs whose endpoints changed
    for (const model::JobId &changed : std::as_const(m_changedEndpoints)) {
        if (const auto job = m_jobs.find(changed))
            entered.append(*job);
    }
    const auto ids = m_entries.keys();
    for (const qint64 id : ids) {
        const auto it = m_entries.find(id);
        if (it == m_entries.end())
            continue;
        QList<model::Event> events;
        if (std::exchange(it->isOther, false))
            events.append(topicEvent(Topic::Account));
        const Discretion discretion(m_jobs, it->account);
        for (const model::JobSummary &job : jobs) {
            if (rules::maySee(it->account, job))
                events.append(jobEvent(discretion.of(job)));
        }
        for (const model::Job &job : std::as_const(entered)) {
            if (rules::maySee(it->account, job))
                events.append(endpointEvent(job.id));
        }
        if (it->account.has(model::Permission::ViewClusterStatus)) {
            for (const model::Node &node : nodes)
                events.append(nodeEvent(node));
        }
        for (const model::VcName &vc : std::as_const(m_changedVcs)) {
            if (m_cluster.maySee(it->account, vc))
                events.append(vcEvent(vc));
        }
        if (it->hasOtherTemplates)
            events.append(topicEvent(Topic::Template));
        if (m_clusterChanged)
            events.append(topicEvent(Topic::Cluster));
        if (m_peopleChanged && it->account.has(model::Permission::Manager))
            events.append(topicEvent(Topic::People));
        tell(id, events, m_told);
    }
}

// Only the last of them carries the new token: who leaves before has not read everything.
void EventService::tell(qint64 id, QList<model::Event> events, qint64 sequence)
{
    const auto it = m_entries.find(id);
    if (it == m_entries.end() || events.isEmpty())
        return;
    const QString before = m_changes.token(it->told);
    it->told = sequence;
    const auto send = it->subscriber.send;
    for (model::Event &next : events) {
        next.token = &next == &events.last() ? m_changes.token(sequence) : before;
        send(next);
    }
}

bool EventService::refresh(Entry &entry)
{
    const auto account = m_sessions.accountOf(entry.subscriber.tokenHash);
    if (!account)
        return false;
    entry.isOther |= *account != entry.account;
    // With a VC its team's templates go from those who can use it no more.
    entry.hasOtherTemplates =
        mayUseChangedTemplates(entry.account) || mayUseChangedTemplates(*account);
    entry.account = *account;
    return true;
}

bool EventService::mayUseChangedTemplates(const model::Account &account) const
{
    return std::any_of(m_changedTemplates.cbegin(), m_changedTemplates.cend(),
                       [&](const auto &address) { return concerns(address, account); });
}

void EventService::endWhere(const std::function<bool(Entry &entry)> &condition)
{
    const auto ids = m_entries.keys();
    for (const qint64 id : ids) {
        if (const auto it = m_entries.find(id); it != m_entries.end() && condition(*it)) {
            const Subscriber subscriber = it->subscriber;
            m_entries.erase(it);
            subscriber.end();
        }
    }
}

qint64 EventService::newest() const
{
    const auto last = m_changes.last();
    return last ? *last : m_told;
}

} // namespace services
