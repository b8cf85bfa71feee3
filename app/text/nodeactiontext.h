// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/nodeload.h"
#include "core/rules/noderules.h"

#include <QCoreApplication>

// Taking nodes out of service and back, in words. Names in them are plain text.
class NodeActionText
{
    Q_DECLARE_TR_FUNCTIONS(NodeActionText)

public:
    // Why a step is not possible, as a sentence about the node.
    static QString refusal(rules::NodeRefusal refusal);
    // What is about to be done: "Drain npu3", "Drain 3 nodes".
    static QString title(model::NodeAction action, const QList<model::NodeName> &nodes);
    // What will happen, in numbers. `drain` is No but for a drain.
    static QString consequence(model::NodeAction action, model::Drain drain,
                               const rules::NodeLoad &load);
    // One of the jobs it happens to: "bert of wei, 4 devices".
    static QString job(const rules::LoadJob &job);
    // The verb of the button.
    static QString verb(model::NodeAction action, model::Drain drain, const rules::NodeLoad &load);
    // What was done: "npu3 takes no new work.", "3 nodes take no new work."
    static QString done(model::NodeAction action, const QList<model::NodeName> &nodes);
    // A step of a node's history: "Cordoned by mona".
    static QString step(const model::NodeStep &step);
    // Why a node takes no work, line by line: who cordoned it, when, and the reason.
    static QStringList cordon(const model::NodeCordon &cordon, const QDateTime &now);

private:
    static QString going(model::Drain drain, const rules::NodeLoad &load);
};
