// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/clusterservice.h"
#include "backend/services/registrypasswords.h"
#include "backend/storage/peoplestore.h"
#include "core/model/page.h"

namespace services {

// Specifications kept under a name. A VC that the person may not use answers like one that does not
// exist. Each change is one transaction that reads rights and rules anew.
class TemplateService
{
public:
    // All of it outlives the service.
    struct Sources
    {
        storage::TemplateStore &templates;
        storage::PeopleStore &people;
        const ClusterService &cluster;
        const RegistryPasswords &passwords;
    };
    TemplateService(const Sources &sources, const Clock &clock);

    // One's own and the team's. Those of one's own are told as of the VC that is asked for.
    Result<model::Items<model::JobTemplate>> list(const model::Account &account,
                                                  const model::TemplateQuery &query) const;

    // Conflict on key.name when there is one and `overwrite` is not set, Forbidden when it may
    // not be overwritten, TooMany when there are as many as there may be. InvalidInput names the
    // field of the specification, or key.name. Overwriting replaces the password as well.
    QFuture<Result<model::JobTemplate>> save(const Caller &caller, const model::SaveTemplate &wish);

    // NotFound, or Forbidden for those who may only use it.
    QFuture<Result<model::Nothing>> remove(const Caller &caller, const model::DeleteTemplate &wish);

private:
    // All within a transaction.
    Result<model::Account> checkRight(const Caller &caller, const model::VcName &vc) const;
    Result<> checkRules(const model::SaveTemplate &wish) const;
    Result<> checkPlace(const model::Account &me, const storage::TemplateAddress &address,
                        const std::optional<model::JobTemplate> &before, bool overwrite) const;
    Result<model::JobTemplate> store(const Caller &caller, const model::SaveTemplate &wish,
                                     const storage::TemplateAddress &address);
    Result<> note(const Caller &caller, model::AuditAction action,
                  const std::optional<model::JobTemplate> &before,
                  const std::optional<model::JobTemplate> &after) const;

    Sources m_from;
    const Clock &m_clock;
};

} // namespace services
