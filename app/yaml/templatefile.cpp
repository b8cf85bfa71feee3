// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/yaml/templatefile.h"

#include "app/yaml/yamlreader.h"
#include "app/yaml/yamlwriter.h"

using namespace Qt::Literals::StringLiterals;

QByteArray writeTemplate(const model::JobTemplate &kept)
{
    TemplateFile file{kept.key, kept.spec};
    if (kept.key.scope == model::TemplateScope::User)
        file.spec.vc = {};
    if (file.spec.registry) {
        file.spec.registry->password.clear();
        file.spec.registry->passwordFrom.reset();
    }
    return yaml::write(file);
}

Result<TemplateFile> readTemplate(const QByteArray &text)
{
    if (text.size() > kMostTemplateFileBytes) {
        return Error{ErrorCode::InvalidInput,
                     u"the file has more than %1 KiB"_s.arg(kMostTemplateFileBytes / 1024),
                     {}};
    }
    TRY_ASSIGN(const auto file, yaml::read<TemplateFile>(text, {"password"_L1, "passwordFrom"_L1}));
    if (file.key.name.isEmpty())
        return Error{ErrorCode::InvalidInput, u"key.name: the template needs a name"_s, {}};
    return file;
}
