// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"
#include "core/model/jobendpoint.h"
#include "core/rules/endpointrules.h"

#include <QCoreApplication>

// Ways into a job in words.
class EndpointText
{
    Q_DECLARE_TR_FUNCTIONS(EndpointText)

public:
    static QString state(model::EndpointState state); // "Ready"
    // What it is: "Jupyter", "Port 40001".
    static QString name(const QString &endpoint);
    // The same of one that each task has: "SSH to worker0"; the one task of a regular job needs no name.
    static QString label(const model::JobEndpoint &endpoint);

    // What to know of one that has no address, as a sentence: what it waits for, why it failed or
    // stopped. Words of the engine and of programs in it are plain text.
    static QString explanation(const model::JobEndpoint &endpoint, model::JobState job);
    // One that is ready, but with an address that nothing can be done with.
    static QString unusable();

    // Why one cannot be switched on or off, in words that say what to do.
    static QString refusal(rules::EndpointRefusal refusal);

    // What is lost with one that is ready.
    static QString loss();

private:
    static QString pending(const model::JobEndpoint &endpoint, model::JobState job);
    static QString failed(const model::JobEndpoint &endpoint);
    static QString missing(const model::JobEndpoint &endpoint);
    static QString stopped(model::JobState job);
};
