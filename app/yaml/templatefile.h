// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/yaml/problem.h"
#include "core/model/jobtemplate.h"

#include <variant>

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

// Strict: a key that is unknown or there twice and a value of the wrong type are a problem with its
// line. Everything but the name may be left out; rules are held by rules::check().
std::variant<TemplateFile, yaml::Problem> readTemplate(const QByteArray &text);
