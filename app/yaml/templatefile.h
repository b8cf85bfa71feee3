// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/jobtemplate.h"

// A template as a file. No password is ever in it.
struct TemplateFile
{
    model::TemplateKey key;
    model::JobSpec spec; // without a VC when the file names none

    bool operator==(const TemplateFile &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("key"_L1, &TemplateFile::key),
                          json::field("spec"_L1, &TemplateFile::spec)};
    }
};

constexpr qsizetype kMostTemplateFileBytes = 256 * 1024;

// YAML in UTF-8. What has its initial value is left out, and so is the VC of a user's template,
// which is there in every VC.
QByteArray writeTemplate(const model::JobTemplate &kept);

// Strict: a key that is unknown or there twice and a value of the wrong type are InvalidInput with
// their line, such as "line 4: spec.devices: expected a whole number". Everything but the name may
// be left out; rules are held by rules::check().
Result<TemplateFile> readTemplate(const QByteArray &text);
