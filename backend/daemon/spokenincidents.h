// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSocketNotifier>

namespace berthd {

class Rehearsal;

// Incidents of a rehearsal that are written to standard input, one a line. Says what came of each
// in the log.
class SpokenIncidents final : public QObject
{
    Q_OBJECT

public:
    explicit SpokenIncidents(Rehearsal &rehearsal, QObject *parent = nullptr);

private:
    void read();
    void take(const QByteArray &line);

    Rehearsal &m_rehearsal;
    QSocketNotifier m_input;
    QByteArray m_rest;
};

} // namespace berthd
