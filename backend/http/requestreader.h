// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/limits.h"
#include "backend/http/message.h"

#include <memory>

namespace http {

// From bytes to requests, one after the other, without a socket. Strict where requests could be
// smuggled: a length that is told twice, two hosts, or an unknown coding is refused.
class RequestReader
{
public:
    explicit RequestReader(const Limits &limits);
    ~RequestReader();

    enum class State {
        Idle, // nothing of the next request is there
        Head,
        Body,
        Complete, // take() it; reads no further until then
        Refused, // refusal() says why; nothing can be read any more
    };

    // Reads on with more bytes, to the end of one request; what follows it is kept.
    void feed(const QByteArray &bytes);
    State state() const { return m_state; }

    Request take(); // the next request then begins
    const Response &refusal() const { return m_refusal; }

    // The client waits for "100 Continue" before it sends the body. True once.
    bool takeExpectation();

    // Everything from the first byte of the request that was read last, as it came.
    QByteArray rewound() const;

private:
    void parse();
    void finishHead();
    QString flaw() const;
    void refuse(int status, const QString &detail);

    struct Parser;
    const Limits m_limits;
    std::unique_ptr<Parser> m_parser;
    QByteArray m_input; // not parsed yet
    QByteArray m_head; // of the current request
    State m_state = State::Idle;
    Response m_refusal;
    bool m_expectation = false;
};

} // namespace http
