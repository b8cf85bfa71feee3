// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/spokenincidents.h"

#include "backend/daemon/rehearsal.h"
#include "core/base/log.h"

#include <unistd.h>

#include <array>

namespace berthd {

namespace {

constexpr qsizetype kMostRest = 4096;

// In the background of a terminal, reading from it would stop the process.
bool mayRead()
{
    return ::isatty(STDIN_FILENO) == 0 || ::tcgetpgrp(STDIN_FILENO) == ::getpgrp();
}

} // namespace

SpokenIncidents::SpokenIncidents(Rehearsal &rehearsal, QObject *parent)
    : QObject(parent)
    , m_rehearsal(rehearsal)
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_input, &QSocketNotifier::activated, this, &SpokenIncidents::read);
}

void SpokenIncidents::read()
{
    std::array<char, 1024> bytes{};
    const auto size = mayRead() ? ::read(STDIN_FILENO, bytes.data(), bytes.size()) : 0;
    if (size <= 0) {
        m_input.setEnabled(false);
        return;
    }
    m_rest += QByteArray(bytes.data(), size);
    for (auto end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        take(m_rest.first(end).trimmed());
        m_rest.remove(0, end + 1);
    }
    if (m_rest.size() > kMostRest)
        m_rest.clear();
}

void SpokenIncidents::take(const QByteArray &line)
{
    if (line.isEmpty())
        return;
    if (const auto happened = m_rehearsal.happen(QString::fromUtf8(line)); happened)
        qCInfo(logDaemon) << "done:" << line.constData();
    else
        qCWarning(logDaemon).noquote() << happened.error().detail;
}

} // namespace berthd
