// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/registrypasswords.h"

#include "core/rules/jobactions.h"

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

Error refused(const QString &detail)
{
    const QString field = u"registry.password"_s;
    return {ErrorCode::InvalidInput, field % u": " % detail, field};
}

// One answer to all who ask for what they may not have, whatever the reason.
Error notThere(const model::RegistryLogin &login)
{
    return refused(
        u"no password of %1 at %2 is kept there any more"_s.arg(login.username, login.registry));
}

// Compared letter by letter: http:// in front would let it travel unprotected.
bool isSame(const std::optional<model::RegistryLogin> &there, const model::RegistryLogin &login)
{
    return there && there->registry == login.registry && there->username == login.username;
}

} // namespace

RegistryPasswords::RegistryPasswords(const storage::JobStore &jobs,
                                     const storage::TemplateStore &templates,
                                     const storage::SecretBox &secrets)
    : m_jobs(jobs)
    , m_templates(templates)
    , m_secrets(secrets)
{ }

Result<QByteArray> RegistryPasswords::sealed(const model::Account &account,
                                             const model::JobSpec &spec) const
{
    if (!spec.registry)
        return QByteArray();
    const model::RegistryLogin &login = *spec.registry;
    if (!login.password.isEmpty())
        return m_secrets.seal(login.password.toUtf8());
    if (!login.passwordFrom)
        return QByteArray();
    const model::PasswordSource &source = *login.passwordFrom;
    if (source.job.has_value() == source.jobTemplate.has_value())
        return refused(u"expected a job or a template that has it"_s);
    return source.job ? ofJob(account, *source.job, login)
                      : ofTemplate(account, *source.jobTemplate, spec);
}

Result<QByteArray> RegistryPasswords::ofJob(const model::Account &account, const model::JobId &id,
                                            const model::RegistryLogin &login) const
{
    const auto job = m_jobs.find(id);
    if (!job && job.error().code != ErrorCode::NotFound)
        return job.error();
    if (!job || !rules::mayTakePassword(account, *job) || !isSame(job->spec.registry, login))
        return notThere(login);
    auto sealed = m_jobs.sealedPassword(id);
    if (!sealed && sealed.error().code == ErrorCode::NotFound)
        return notThere(login);
    return sealed;
}

Result<QByteArray> RegistryPasswords::ofTemplate(const model::Account &account,
                                                 const model::TemplateKey &key,
                                                 const model::JobSpec &spec) const
{
    const storage::TemplateAddress address{key, account.id, spec.vc};
    if (address.isTeam() && !rules::mayUse(account, spec.vc))
        return notThere(*spec.registry);
    TRY_ASSIGN(const auto kept, m_templates.find(address));
    if (!kept || !isSame(kept->spec.registry, *spec.registry))
        return notThere(*spec.registry);
    TRY_ASSIGN(const auto sealed, m_templates.sealedPassword(address));
    return sealed ? Result<QByteArray>(*sealed) : notThere(*spec.registry);
}

model::JobSpec tidied(model::JobSpec spec)
{
    if (spec.registry == model::RegistryLogin{})
        spec.registry.reset();
    return spec;
}

model::JobSpec withoutPassword(model::JobSpec spec)
{
    if (spec.registry) {
        spec.registry->password.clear();
        spec.registry->passwordFrom.reset();
    }
    return spec;
}

} // namespace services
