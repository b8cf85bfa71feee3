// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/jobspec.h"

namespace model {

// A specification kept under a name. It need not be complete, and holds no password: one that was
// kept apart is used by a job that names the template (RegistryLogin::passwordFrom).
struct JobTemplate
{
    TemplateKey key;
    std::optional<VcName> vc; // a team's; a user's is there in every VC
    UserId author;
    QString authorName;
    QDateTime changedAt;
    JobSpec spec;
    bool hasPassword = false; // for its registry
    bool mayChange = false; // whether the person who asks may overwrite and delete it

    bool operator==(const JobTemplate &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("key"_L1, &JobTemplate::key),
                          json::field("vc"_L1, &JobTemplate::vc),
                          json::field("author"_L1, &JobTemplate::author),
                          json::field("authorName"_L1, &JobTemplate::authorName),
                          json::field("changedAt"_L1, &JobTemplate::changedAt),
                          json::field("spec"_L1, &JobTemplate::spec),
                          json::defaulted("hasPassword"_L1, &JobTemplate::hasPassword),
                          json::defaulted("mayChange"_L1, &JobTemplate::mayChange)};
    }
};

// The templates that one may see in a VC: one's own and the team's.
struct TemplateQuery
{
    VcName vc;

    bool operator==(const TemplateQuery &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("vc"_L1, &TemplateQuery::vc)};
    }
};

// Keeps `spec` under `key`; a team's template belongs to the VC of the specification. A password in
// it is kept encrypted, apart; `passwordFrom` takes that of a job or of another template along.
struct SaveTemplate
{
    TemplateKey key;
    JobSpec spec;
    bool overwrite = false; // else one that exists answers Conflict

    bool operator==(const SaveTemplate &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("key"_L1, &SaveTemplate::key),
                          json::field("spec"_L1, &SaveTemplate::spec),
                          json::defaulted("overwrite"_L1, &SaveTemplate::overwrite)};
    }
};

struct DeleteTemplate
{
    QString name;
    TemplateScope scope = TemplateScope::User;
    std::optional<VcName> vc; // of a team's

    bool operator==(const DeleteTemplate &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &DeleteTemplate::name),
                          json::field("scope"_L1, &DeleteTemplate::scope),
                          json::field("vc"_L1, &DeleteTemplate::vc)};
    }
};

} // namespace model
