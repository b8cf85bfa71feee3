// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/templateservice.h"

#include "core/rules/jobactions.h"
#include "core/rules/templaterules.h"

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

Error unknownVc(const model::VcName &vc)
{
    return rules::error(
        {.rule = rules::JobRule::UnknownVc, .field = u"vc"_s, .choices = {}, .text = vc.value()});
}

storage::TemplateAddress addressOf(const Caller &caller, const model::TemplateKey &key,
                                   const model::VcName &vc)
{
    const bool isTeam = key.scope == model::TemplateScope::Team;
    return {key, caller.account.id, isTeam ? vc : model::VcName()};
}

// What the audit log keeps of it: where it leads, not its commands and variables.
QJsonObject factsOf(const std::optional<model::JobTemplate> &kept)
{
    if (!kept)
        return {};
    QJsonObject facts{{"changedAt"_L1, json::encode(kept->changedAt)},
                      {"author"_L1, kept->authorName},
                      {"image"_L1, kept->spec.image},
                      {"devices"_L1, kept->spec.totalDevices()},
                      {"signsIn"_L1, kept->hasPassword}};
    if (kept->spec.registry)
        facts.insert("registry"_L1, kept->spec.registry->registry);
    return facts;
}

} // namespace

TemplateService::TemplateService(const Sources &sources, const Clock &clock)
    : m_from(sources)
    , m_clock(clock)
{ }

Result<model::Items<model::JobTemplate>>
TemplateService::list(const model::Account &account, const model::TemplateQuery &query) const
{
    if (!rules::mayUse(account, query.vc))
        return unknownVc(query.vc);
    TRY_ASSIGN(auto templates, m_from.templates.list(account.id, query.vc));
    for (model::JobTemplate &kept : templates) {
        kept.mayChange = rules::mayChange(account, kept);
        kept.spec.vc = query.vc;
    }
    return model::Items<model::JobTemplate>{templates};
}

Result<model::Account> TemplateService::checkRight(const Caller &caller,
                                                   const model::VcName &vc) const
{
    auto me = m_from.people.accounts().account(caller.account.id);
    if (!me && me.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::Unauthenticated, u"the account is gone"_s, {}};
    if (me && !me->has(model::Permission::SubmitTrainingJob))
        return Error{ErrorCode::Forbidden, u"needs the right to submit training jobs"_s, {}};
    if (me && !vc.isEmpty() && !rules::mayUse(*me, vc))
        return unknownVc(vc);
    return me;
}

Result<> TemplateService::checkRules(const model::SaveTemplate &wish) const
{
    const auto limits = m_from.cluster.limits(wish.spec.vc);
    if (!limits)
        return unknownVc(wish.spec.vc);
    const auto violations = rules::check(wish, *limits);
    // Before the engine has answered, no node is known that could have the devices.
    if (!violations.isEmpty() && wish.spec.deviceType && !m_from.cluster.isKnown())
        return Error{ErrorCode::Unavailable, u"the cluster's nodes are not known yet"_s, {}};
    return rules::firstViolation(violations);
}

Result<> TemplateService::checkPlace(const model::Account &me,
                                     const storage::TemplateAddress &address,
                                     const std::optional<model::JobTemplate> &before,
                                     bool overwrite) const
{
    const QString field = u"key.name"_s;
    if (before && !rules::mayChange(me, *before)) {
        return Error{ErrorCode::Forbidden,
                     field % u": there is a template of this name by "_s % before->authorName,
                     field};
    }
    if (before && !overwrite)
        return Error{ErrorCode::Conflict, field % u": there is a template of this name"_s, field};
    if (before)
        return {};
    TRY_ASSIGN(const int count, m_from.templates.count(address));
    if (count < rules::kMostTemplates)
        return {};
    const QString whose = address.isTeam() ? u"the team has"_s : u"you have"_s;
    return Error{ErrorCode::TooMany,
                 u"%1: %2 %3 templates already, delete some first"_s.arg(field, whose).arg(count),
                 field};
}

Result<> TemplateService::note(const Caller &caller, model::AuditAction action,
                               const std::optional<model::JobTemplate> &before,
                               const std::optional<model::JobTemplate> &after) const
{
    const model::JobTemplate &kept = after ? *after : *before;
    if (kept.key.scope != model::TemplateScope::Team)
        return {};
    auto entry = storage::entry(actorOf(caller, m_clock), action,
                                {model::AuditSubject::Template,
                                 QString(kept.vc->value() % u'/' % kept.key.name),
                                 QString(kept.key.name % u" (" % kept.vc->value() % u')')});
    entry.before = factsOf(before);
    entry.after = factsOf(after);
    return m_from.people.audit().append(entry);
}

Result<model::JobTemplate> TemplateService::store(const Caller &caller,
                                                  const model::SaveTemplate &wish,
                                                  const storage::TemplateAddress &address)
{
    TRY_ASSIGN(const model::Account me, checkRight(caller, wish.spec.vc));
    TRY_VOID(checkRules(wish));
    TRY_ASSIGN(const auto before, m_from.templates.find(address));
    TRY_VOID(checkPlace(me, address, before, wish.overwrite));
    TRY_ASSIGN(const QByteArray password, m_from.passwords.sealed(me, wish.spec));
    model::JobTemplate fresh;
    fresh.author = me.id;
    fresh.authorName = me.username;
    fresh.changedAt = m_clock.now();
    fresh.spec = withoutPassword(wish.spec);
    TRY_VOID(m_from.templates.put(address, fresh, password));
    TRY_ASSIGN(auto kept, m_from.templates.find(address));
    TRY_VOID(note(caller, model::AuditAction::TemplateSaved, before, kept));
    kept->mayChange = rules::mayChange(me, *kept);
    return *kept;
}

QFuture<Result<model::JobTemplate>> TemplateService::save(const Caller &caller,
                                                          const model::SaveTemplate &wish)
{
    model::SaveTemplate wanted = wish;
    wanted.spec = tidied(wish.spec);
    const auto address = addressOf(caller, wanted.key, wanted.spec.vc);
    return m_from.templates.write<model::JobTemplate>(
        address, [=, this] { return store(caller, wanted, address); });
}

QFuture<Result<model::Nothing>> TemplateService::remove(const Caller &caller,
                                                        const model::DeleteTemplate &wish)
{
    const auto address =
        addressOf(caller, {wish.name, wish.scope}, wish.vc.value_or(model::VcName()));
    const auto work = [=, this]() -> Result<model::Nothing> {
        TRY_ASSIGN(const model::Account me, checkRight(caller, address.vc));
        TRY_ASSIGN(const auto before, m_from.templates.find(address));
        if (!before)
            return Error{ErrorCode::NotFound, u"no such template"_s, u"name"_s};
        if (!rules::mayChange(me, *before))
            return Error{ErrorCode::Forbidden, u"the template is somebody else's"_s, u"name"_s};
        TRY_VOID(m_from.templates.remove(address));
        TRY_VOID(note(caller, model::AuditAction::TemplateDeleted, before, {}));
        return model::Nothing{};
    };
    return m_from.templates.write<model::Nothing>(address, work);
}

} // namespace services
