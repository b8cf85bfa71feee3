// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobtemplate.h"
#include "tests/contract/contract.h"

// The templates that tests save and look for.
namespace support {

inline const QString kSecret = QStringLiteral("correct-horse-battery");
inline const model::TemplateQuery kHere{model::VcName(QStringLiteral("platform"))};

// To save a job of one device in `platform`, one that is there already left alone.
model::SaveTemplate wish(const QString &name,
                         model::TemplateScope scope = model::TemplateScope::User);
model::SaveTemplate withPassword(const QString &name, model::TemplateScope scope); // kSecret

model::RegistryLogin login(const QString &password = {});

// "name@scope" of each that is offered; the one word of an error.
QStringList namesOf(client::ApiClient &api, const model::TemplateQuery &query = kHere);

// The VC `lab`, which holds no devices.
void makeLab(Contract &contract);

} // namespace support
