// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/templatewishes.h"

#include "core/api/templates.h"
#include "core/api/vcs.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::TemplateScope;

namespace support {

model::SaveTemplate wish(const QString &name, TemplateScope scope)
{
    return {{name, scope}, aSpec(u"job"_s), false};
}

model::SaveTemplate withPassword(const QString &name, TemplateScope scope)
{
    auto kept = wish(name, scope);
    kept.spec.registry = login(kSecret);
    return kept;
}

model::RegistryLogin login(const QString &password)
{
    return {u"registry.lab"_s, u"robot"_s, password};
}

QStringList namesOf(client::ApiClient &api, const model::TemplateQuery &query)
{
    QStringList names;
    const auto templates = call(api, api::listTemplates, {}, query);
    if (!templates)
        return {templates.error().detail};
    for (const auto &kept : templates->items)
        names.append(kept.key.name % u'@' % json::nameOf(kept.key.scope));
    return names;
}

void makeLab(Contract &contract)
{
    const model::VirtualCluster lab{model::VcName(u"lab"_s), {}};
    QVERIFY(call(contract.admin, api::createVc, {}, lab));
}

} // namespace support
