// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/stopsignals.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

namespace berthd {

namespace {

// A handler may only touch what is static, and only write(2) to it. A mask with signalfd would be
// inherited by the programs we start; a handler is not.
int s_writing = -1;

void handle(int)
{
    const int before = errno;
    [[maybe_unused]] const auto written = ::write(s_writing, "x", 1);
    errno = before;
}

void install(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
        qFatal("no pipe for signals");
    m_reading = ends[0];
    s_writing = ends[1];
    auto *notifier = new QSocketNotifier(m_reading, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &StopSignals::read);
    install(SIGTERM, handle);
    install(SIGINT, handle);
    install(SIGPIPE, SIG_IGN);
}

StopSignals::~StopSignals()
{
    install(SIGTERM, SIG_DFL);
    install(SIGINT, SIG_DFL);
    ::close(m_reading);
    ::close(s_writing);
}

void StopSignals::read()
{
    char byte = 0;
    while (::read(m_reading, &byte, 1) == 1)
        emit received();
}

} // namespace berthd
