// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/jobstore.h"
#include "backend/storage/secretbox.h"
#include "backend/storage/templatestore.h"
#include "core/model/account.h"

namespace services {

// Passwords of private registries: given, or taken from where the server has them already. Nobody
// gets to see one, and none goes elsewhere than where it was given for.
class RegistryPasswords
{
public:
    // All of it outlives the service.
    RegistryPasswords(const storage::JobStore &jobs, const storage::TemplateStore &templates,
                      const storage::SecretBox &secrets);

    // The password that the specification gives or names, encrypted; empty when it does neither. A
    // source counts only for the very registry and username that it has there, and only a job of
    // one's own that is not over or a template that one may use in the VC of the specification;
    // else InvalidInput on registry.password.
    Result<QByteArray> sealed(const model::Account &account, const model::JobSpec &spec) const;

private:
    Result<QByteArray> ofJob(const model::Account &account, const model::JobId &id,
                             const model::RegistryLogin &login) const;
    Result<QByteArray> ofTemplate(const model::Account &account, const model::TemplateKey &key,
                                  const model::JobSpec &spec) const;

    const storage::JobStore &m_jobs;
    const storage::TemplateStore &m_templates;
    const storage::SecretBox &m_secrets;
};

// A registry of which nothing is filled in is none.
model::JobSpec tidied(model::JobSpec spec);

// What may be stored and answered of it: no password, nor where one is.
model::JobSpec withoutPassword(model::JobSpec spec);

} // namespace services
