// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/vcservice.h"

#include "backend/services/peopledesk.h"
#include "core/rules/vcrules.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

// Waiting for devices or put aside, a job is in nobody's way.
bool isInTheWay(model::JobState state)
{
    return !isTerminal(state) && state != model::JobState::Queued
           && state != model::JobState::Paused;
}

Result<> allowed(const std::optional<rules::VcRefusal> &refusal)
{
    return refusal ? Result<>(rules::error(*refusal)) : Result<>();
}

// A type of which a VC has nothing is not kept.
QList<model::VcQuota> tidied(QList<model::VcQuota> quotas)
{
    quotas.removeIf([](const model::VcQuota &quota) { return quota.deviceNumber == 0; });
    std::sort(quotas.begin(), quotas.end(),
              [](const auto &a, const auto &b) { return a.deviceType < b.deviceType; });
    return quotas;
}

model::VcShare shareOf(const model::VirtualCluster &vc, const storage::VcStore::Members &members)
{
    return {
        .name = vc.name, .quotas = vc.quotas, .userNumber = members.count, .users = members.first};
}

void count(model::VcShare &share, const model::Job &job)
{
    ++share.jobs;
    share.jobsInTheWay += isInTheWay(job.state) ? 1 : 0;
}

// Device number and the most of one person, for each type.
QJsonObject factsOf(const model::VirtualCluster &vc)
{
    QJsonObject facts;
    for (const model::VcQuota &quota : vc.quotas) {
        facts.insert(quota.deviceType.value(),
                     u"%1 / %2"_s.arg(quota.deviceNumber).arg(quota.maxAvailable));
    }
    return facts;
}

} // namespace

VcService::VcService(const Sources &sources, const Clock &clock)
    : m_from(sources)
    , m_clock(clock)
{ }

QList<model::DeviceShare> VcService::devices(const QList<model::VirtualCluster> &vcs) const
{
    std::map<QString, model::DeviceShare> shares;
    for (const model::DeviceTypeInfo &type : m_from.cluster.deviceTypes()) {
        if (type.devices > 0)
            shares[type.name.value()] = {type.name, type.devices, 0};
    }
    for (const model::VirtualCluster &vc : vcs) {
        for (const model::VcQuota &quota : vc.quotas) {
            model::DeviceShare &share = shares[quota.deviceType.value()];
            share.deviceType = quota.deviceType;
            share.given += quota.deviceNumber;
        }
    }
    QList<model::DeviceShare> list;
    for (const auto &[name, share] : shares)
        list.append(share);
    return list;
}

Result<model::VcShares> VcService::shares(const model::Account &account) const
{
    if (!account.has(model::Permission::ViewVc) && !account.has(model::Permission::ManageVc))
        return Error{ErrorCode::Forbidden, u"needs the right to view VCs"_s, {}};
    model::VcShares shares{{}, devices(m_from.vcs.all())};
    TRY_ASSIGN(const auto members, m_from.vcs.allMembers(model::VcShare::kMostUsers));
    const JobsOfVcs jobs = jobsOfVcs(m_from.jobs);
    for (const model::VirtualCluster &vc : m_from.vcs.all()) {
        model::VcShare share = shareOf(vc, members.value(vc.name));
        for (const model::Job *job : jobs.value(vc.name))
            count(share, *job);
        shares.vcs.append(share);
    }
    return shares;
}

Result<model::VcNames> VcService::names(const model::Account &account) const
{
    TRY_VOID(PeopleDesk::checkManager(account));
    model::VcNames names;
    for (const model::VirtualCluster &vc : m_from.vcs.all())
        names.vcs.append(vc.name);
    return names;
}

Result<model::VcShares> VcService::stored() const
{
    if (!m_from.cluster.isKnown())
        return Error{ErrorCode::Unavailable, u"the cluster's nodes are not known yet"_s, {}};
    TRY_ASSIGN(const auto vcs, m_from.vcs.stored());
    model::VcShares shares{{}, devices(vcs)};
    for (const model::VirtualCluster &vc : vcs)
        shares.vcs.append(model::VcShare{.name = vc.name, .quotas = vc.quotas, .users = {}});
    return shares;
}

Result<model::VcShare> VcService::find(const model::VcName &name) const
{
    TRY_ASSIGN(const auto vcs, m_from.vcs.stored());
    const auto it =
        std::find_if(vcs.begin(), vcs.end(), [&](const auto &vc) { return vc.name == name; });
    if (it == vcs.end())
        return Error{ErrorCode::NotFound, u"no such virtual cluster"_s, u"name"_s};
    TRY_ASSIGN(const auto members, m_from.vcs.members(name, model::VcShare::kMostUsers));
    model::VcShare share = shareOf(*it, members);
    TRY_ASSIGN(const auto jobs, m_from.jobs.activeOf(name));
    for (const model::Job &job : jobs)
        count(share, job);
    return share;
}

Result<model::Account> VcService::checkRight(const Caller &caller) const
{
    auto me = m_from.people.accounts().account(caller.account.id);
    if (!me && me.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::Unauthenticated, u"the account is gone"_s, {}};
    if (me && !me->has(model::Permission::ManageVc))
        return rules::error(rules::VcRefusal::MayNotManage);
    return me;
}

Result<> VcService::note(const storage::Actor &actor, model::AuditAction action,
                         const model::VirtualCluster &before, const model::VirtualCluster &after,
                         int lostJobs) const
{
    const QString name =
        action == model::AuditAction::VcCreated ? after.name.value() : before.name.value();
    auto entry = storage::entry(actor, action, {model::AuditSubject::Vc, name, name});
    entry.before = factsOf(before);
    entry.after = factsOf(after);
    if (action == model::AuditAction::VcCreated)
        entry.after.insert("name"_L1, name);
    if (action == model::AuditAction::VcDeleted)
        entry.before.insert("name"_L1, name);
    if (lostJobs > 0)
        entry.before.insert("jobs"_L1, lostJobs);
    return m_from.people.audit().append(entry);
}

QFuture<Result<model::VcShare>> VcService::create(const Caller &caller,
                                                  const model::VirtualCluster &vc)
{
    const auto work = [=, this]() -> Result<model::VcShare> {
        TRY_VOID(checkRight(caller).map([](const auto &) { return true; }));
        TRY_ASSIGN(const auto shares, stored());
        TRY_VOID(rules::firstViolation(rules::check(vc, shares)));
        const model::VirtualCluster fresh{vc.name, tidied(vc.quotas)};
        TRY_VOID(m_from.vcs.insert(fresh));
        TRY_VOID(note(actorOf(caller, m_clock), model::AuditAction::VcCreated, {}, fresh));
        return find(vc.name);
    };
    // System Admins may use it at once.
    return m_from.vcs.write<model::VcShare>(vc.name, work, [this] { tellEverybody(); });
}

void VcService::tellEverybody()
{
    m_from.people.tell({.users = {}, .everybody = true, .endedSessions = {}});
}

QFuture<Result<model::VcShare>> VcService::change(const Caller &caller, const QString &name,
                                                  const model::VcChange &change)
{
    const model::VcName vc(name);
    return m_from.vcs.write<model::VcShare>(vc, [=, this]() -> Result<model::VcShare> {
        TRY_ASSIGN(const auto me, checkRight(caller));
        TRY_ASSIGN(const auto before, find(vc));
        TRY_VOID(allowed(rules::refusalOfChange(me, before)));
        TRY_ASSIGN(const auto shares, stored());
        TRY_VOID(rules::firstViolation(rules::check(vc, change, shares)));
        const model::VirtualCluster after{vc, tidied(change.quotas)};
        TRY_VOID(m_from.vcs.replace(vc, after.quotas));
        TRY_VOID(note(actorOf(caller, m_clock), model::AuditAction::VcChanged, {vc, before.quotas},
                      after));
        return find(vc);
    });
}

// Only those that wait for devices or are put aside can be there, so that they are over at once.
Result<QList<model::Job>> VcService::killAll(const model::VcName &vc, const storage::Actor &actor)
{
    TRY_ASSIGN(const auto jobs, m_from.jobs.activeOf(vc));
    model::Reason reason;
    reason.code = model::ReasonCode::ByUser;
    reason.subject = actor.name;
    return m_from.jobs.changeAll(jobs, [=](const model::Job &job) -> Result<storage::JobChange> {
        if (isInTheWay(job.state))
            return rules::error(rules::VcRefusal::JobsInTheWay);
        storage::JobChange change{job, {}};
        change.job.state = model::JobState::Killed;
        change.job.reason = reason;
        change.job.finishedAt = actor.at;
        change.entry = {.at = actor.at,
                        .cause = model::TimelineCause::Ended,
                        .state = model::JobState::Killed,
                        .actor = actor.name,
                        .reason = reason,
                        .priority = {}};
        return change;
    });
}

QFuture<Result<model::Nothing>> VcService::remove(const Caller &caller, const QString &name,
                                                  const model::VcDeletion &deletion)
{
    const model::VcName vc(name);
    const auto killed = std::make_shared<QList<model::Job>>();
    const auto templates = std::make_shared<int>(0);
    const storage::TemplateAddress team{{{}, model::TemplateScope::Team}, {}, vc};
    const auto work = [=, this]() -> Result<model::Nothing> {
        TRY_ASSIGN(const auto me, checkRight(caller));
        TRY_ASSIGN(const auto before, find(vc));
        TRY_ASSIGN(const auto all, m_from.vcs.stored());
        TRY_VOID(allowed(rules::refusalOfDeletion(me, before, deletion, all.size())));
        const storage::Actor actor = actorOf(caller, m_clock);
        TRY_VOID(note(actor, model::AuditAction::VcDeleted, {vc, before.quotas}, {}, before.jobs));
        TRY_ASSIGN(*templates, m_from.templates.count(team));
        TRY_VOID(m_from.vcs.remove(vc));
        TRY_ASSIGN(*killed, killAll(vc, actor));
        return model::Nothing{};
    };
    return m_from.vcs.write<model::Nothing>(vc, work, [this, killed, templates, team] {
        for (const model::Job &job : std::as_const(*killed))
            m_from.jobs.publish(job);
        if (*templates > 0)
            m_from.templates.publish(team);
        tellEverybody();
    });
}

} // namespace services
