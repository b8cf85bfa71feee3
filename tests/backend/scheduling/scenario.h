// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/verdict.h"

#include <QStringList>

// A plan in words: see scenarios/README.md for the language.
struct Scenario
{
    scheduling::Snapshot snapshot;
    QList<scheduling::QueuedJob> asked; // by dry runs
    QStringList expected;

    // Lines that cannot be read are listed in `expected` as "unreadable: …".
    static Scenario read(const QString &text);

    // The plan of the snapshot, then the verdicts, in the words of `expected`.
    QStringList planned() const;

private:
    void readLine(const QStringList &words);
    void readNode(const QStringList &words);
    void readRunning(const QStringList &words);
    scheduling::QueuedJob readJob(const QStringList &words);
    model::JobId idOf(const QString &name);
    QString nameOf(const model::JobId &id) const;
    QString textOf(const model::Reason &reason) const;
    QString textOf(const scheduling::Verdict &verdict) const;

    QHash<model::JobId, QString> m_names;
};
