// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/profileservice.h"

#include "core/rules/accountrules.h"
#include "core/rules/sshkeyrules.h"

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

Result<model::Nothing> nothing()
{
    return model::Nothing{};
}

} // namespace

ProfileService::ProfileService(storage::ProfileStore &profiles, const Clock &clock)
    : m_profiles(profiles)
    , m_clock(clock)
{ }

template <typename T>
QFuture<Result<T>> ProfileService::after(const QFuture<Result<>> &done,
                                         std::function<Result<T>()> answer)
{
    const Promise<T> promise;
    whenDone(done, this, [promise, answer = std::move(answer)](const Result<> &result) {
        promise.finish(result ? answer() : Result<T>(result.error()));
    });
    return promise.future();
}

Result<model::Profile> ProfileService::profile(const model::Account &account) const
{
    return m_profiles.profile(account.id);
}

QFuture<Result<model::Profile>> ProfileService::change(const Caller &caller,
                                                       const model::ProfileChange &change)
{
    if (const auto good = rules::firstViolation(rules::check(change)); !good)
        return ready<model::Profile>(good.error());
    return after<model::Profile>(m_profiles.change(caller.account.id, change, caller.address),
                                 [this, account = caller.account] { return profile(account); });
}

QFuture<Result<model::SshKey>> ProfileService::addSshKey(const Caller &caller,
                                                         const model::NewSshKey &key)
{
    const auto parsed = rules::parseSshKey(key.line);
    if (const auto *broken = std::get_if<rules::SshKeyRule>(&parsed))
        return ready<model::SshKey>(rules::error(*broken, u"line"_s));
    const auto &good = std::get<rules::ParsedSshKey>(parsed);
    const model::SshKey added{.id = storage::ProfileStore::keyId(good.fingerprint()),
                              .name = good.name,
                              .type = good.type,
                              .fingerprint = good.fingerprint(),
                              .line = good.line(),
                              .addedAt = m_clock.now()};
    return after<model::SshKey>(
        m_profiles.addSshKey(caller.account.id, added, rules::kMostSshKeys, caller.address),
        [added] { return Result<model::SshKey>(added); });
}

QFuture<Result<model::Nothing>> ProfileService::removeSshKey(const Caller &caller,
                                                             const QString &id)
{
    return after<model::Nothing>(m_profiles.removeSshKey(caller.account.id, id, caller.address),
                                 nothing);
}

QFuture<Result<model::Nothing>> ProfileService::unbind(const Caller &caller,
                                                       const QString &provider)
{
    const auto known = json::fromName<model::Provider>(provider);
    if (!known) {
        return ready<model::Nothing>(
            Error{ErrorCode::NotFound, u"no such provider"_s, u"provider"_s});
    }
    return after<model::Nothing>(m_profiles.unbind(caller.account.id, *known, caller.address),
                                 nothing);
}

} // namespace services
