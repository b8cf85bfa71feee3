// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/plan.h"

#include <QStringList>

// A plan in words: see scenarios/README.md for the language.
struct Scenario
{
    scheduling::Snapshot snapshot;
    QStringList expected;

    // Lines that cannot be read are listed in `expected` as "unreadable: …".
    static Scenario read(const QString &text);

    // The plan of the snapshot in the words of `expected`.
    QStringList planned() const;

private:
    void readLine(const QStringList &words);
    void readNode(const QStringList &words);
    void readRunning(const QStringList &words);
    void readJob(const QStringList &words);
    QString nameOf(const model::JobId &id) const;

    QHash<model::JobId, QString> m_names;
};
