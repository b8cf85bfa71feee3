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

std::variant<TemplateFile, yaml::Problem> readTemplate(const QByteArray &text)
{
    using Kind = yaml::Problem::Kind;
    if (text.size() > kMostTemplateFileBytes)
        return yaml::Problem{.kind = Kind::TooLarge};
    const auto read = yaml::read<TemplateFile>(text, {"password"_L1, "passwordFrom"_L1});
    const auto *file = std::get_if<TemplateFile>(&read);
    if (file && file->key.name.isEmpty())
        return yaml::Problem{.kind = Kind::NameMissing, .path = u"key.name"_s};
    return read;
}
