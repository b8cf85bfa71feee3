// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace http {

// What one client, or all of them together, may take. Beyond a limit a request is refused or the
// connection closed; nothing is ever waited for without an end.
struct Limits
{
    qint64 headerBytes = 16 * 1024;
    qint64 bodyBytes = 1024 * 1024;
    int connections = 1000; // counted when accepted
    int connectionsPerAddress = 200; // an IPv6 address counts with its /64 network, a
        // trusted proxy does not
    std::chrono::milliseconds headerTime{
        5000}; // from the first byte, or the acceptance, to the header's end
    std::chrono::milliseconds requestTime{15000}; // the whole request
    std::chrono::milliseconds answerTime{30000}; // what a handler may take
    std::chrono::milliseconds idleTime{
        60000}; // between requests, and between steps of a slow reader
    std::chrono::milliseconds lingerTime{
        2000}; // for reading on after a refusal, so that it arrives
    qint64 streamBacklogBytes = 4 * 1024 * 1024; // unsent bytes of a stream before it is dropped
    std::chrono::milliseconds pingTime{
        30000}; // a stream's client that is silent twice as long is gone
};

} // namespace http
