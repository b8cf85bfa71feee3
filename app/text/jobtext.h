// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"
#include "core/model/timeline.h"

#include <QCoreApplication>

// Jobs in words.
class JobText
{
    Q_DECLARE_TR_FUNCTIONS(JobText)

public:
    static QString state(model::JobState state); // "Running"
    static QString kind(model::JobKind kind);
    static QString runOn(model::RunOn runOn);
    static QString endpoint(model::EndpointKind kind);

    // Why, as a whole sentence with its numbers. Names in it are plain text.
    static QString reason(const model::Reason &reason);
    // One line under the state: the reason and the place in the queue, or what goes on.
    static QString explanation(const model::JobSummary &job);
    // The same in a list beside the state, in few words, the place first: "No. 3 · needs 8, 5 of 16 free".
    // Empty where the state says it all.
    static QString note(const model::JobSummary &job);
    // One step of the timeline, with who did it.
    static QString step(const model::TimelineEntry &entry);
    // What would help a job that waits for this reason; empty when only time does.
    static QString hint(const model::Reason &reason);

private:
    static QString waiting(const model::Reason &reason);
    static QString waitingNote(const model::Reason &reason);
    static QString never(const model::Reason &reason);
    static QString requeued(const model::Reason &reason);
    static QString ended(const model::Reason &reason);
    static QString withNote(const QString &sentence, const QString &note);
    static QString detail(const QString &sentence, const model::Reason &reason);
};
