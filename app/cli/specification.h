// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/submission.h"

struct Call;
class QCommandLineOption;

// The options that describe a job, for all commands that take one.
QList<QCommandLineOption> specificationOptions();

// The job that the call describes: that of --again or --template, or an empty one, with what the
// other options say in its place. Its VC is chosen when nothing names one; a note is made of it.
// The password of a registry is taken from where the server has it, or asked for.
Result<model::JobSpec> specificationOf(const Call &call, const Surroundings &surroundings,
                                       QStringList &notes);

// What the server says of the person, the cluster and its VCs.
Result<Surroundings> askSurroundings(const Call &call);

// The scope that --scope names, a user's without it.
Result<model::TemplateScope> scopeOf(const Call &call);
