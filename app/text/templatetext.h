// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/yaml/problem.h"
#include "core/model/jobtemplate.h"

#include <QCoreApplication>

// Templates of jobs in words.
class TemplateText
{
    Q_DECLARE_TR_FUNCTIONS(TemplateText)

public:
    static QString scope(model::TemplateScope scope); // "user"
    static QString title(const model::TemplateKey &key); // "resnet(user)"
    // Who sees a template of this scope that is kept in this VC.
    static QString readers(model::TemplateScope scope, const model::VcName &vc);
    // Who wrote it and when.
    static QString origin(const model::JobTemplate &saved);
    // What is wrong in a file and where: "line 4, spec.devices: a whole number is expected".
    static QString problem(const yaml::Problem &problem);

private:
    static QString cause(const yaml::Problem &problem);
};
