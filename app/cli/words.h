// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/yaml/problem.h"
#include "core/model/job.h"
#include "core/model/jobendpoint.h"
#include "core/model/timeline.h"
#include "core/model/verdict.h"

// What the command line says about jobs and files, in English. The console has its own, translated
// words.

// The state with place and reason: "queued (2nd in its queue): asks 8, 5 free of 16 in the VC".
QString stateWords(const model::JobSummary &job);

QString timelineWords(const model::TimelineEntry &entry);

// "worker0 on node3 with #4 #5"
QString placementWords(const model::TaskPlacement &task);

// Why it failed, with its last word: "ended by itself: No module named notebook"
QString failureWords(const model::JobEndpoint &endpoint);

// What a dry run found, a line each.
QStringList verdictWords(const model::Verdict &verdict);

// "line 4: spec.devices: expected a whole number"
QString problemWords(const yaml::Problem &problem);

QString shortId(const model::JobId &id); // the first 8 characters
QString timeWords(const QDateTime &time); // local, to the second
QString timeWords(const std::optional<QDateTime> &time); // "-" when absent
