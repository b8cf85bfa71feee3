// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>

namespace engines {

// Reads one HTTP response out of the bytes of a connection, whichever way its body is framed. Pure:
// knows no socket.
class ResponseReader
{
public:
    ResponseReader();
    ~ResponseReader();
    ResponseReader(const ResponseReader &) = delete;
    ResponseReader &operator=(const ResponseReader &) = delete;

    // Takes the next bytes. Fails when they are no HTTP.
    Result<> feed(const QByteArray &bytes);

    // The connection ended. Fails when the response was not complete by then.
    Result<> end();

    bool hasHead() const;
    bool isDone() const;
    int status() const; // 0 before the head
    QByteArray takeBody(); // what came since the last call, without its framing

private:
    class Parser;
    std::unique_ptr<Parser> m_parser;
    QByteArray m_unread;
};

} // namespace engines
