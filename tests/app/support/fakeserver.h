// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/apiclient.h"

#include <QHash>
#include <QTimer>

#include <functional>

// An ApiClient that answers by itself, from the event loop, what a test has told it to. It does not
// check rights, tokens or input. What it was told nothing about is NotFound.
class FakeServer : public client::ApiClient
{
public:
    using Answer = std::function<Result<QByteArray>(const client::WireRequest &)>;

    // By verb and path without the query: "GET /api/v1/vcs".
    void answer(const QString &request, const Answer &answer) { m_answers.insert(request, answer); }
    template <typename T>
    void answer(const QString &request, const T &value)
        requires(json::Described<T>)
    {
        m_answers.insert(request, [text = json::encodeText(value)](const auto &) { return text; });
    }
    void refuse(const QString &request, const Error &error)
    {
        m_answers.insert(request, [error](const auto &) { return error; });
    }
    const QList<client::WireRequest> &requests() const { return m_requests; }
    qsizetype answered() const { return m_answered; } // of them
    int count(const QString &request) const
    {
        int found = 0;
        for (const auto &each : m_requests)
            found += int(nameOf(each) == request);
        return found;
    }

    QFuture<Result<QByteArray>> send(const client::WireRequest &request) override
    {
        m_requests.append(request);
        const Promise<QByteArray> promise;
        QTimer::singleShot(0, this, [this, request, promise] {
            ++m_answered;
            promise.finish(reply(request));
        });
        return promise.future();
    }

private:
    static QString nameOf(const client::WireRequest &request)
    {
        return api::nameOf(request.verb) + u' ' + request.path.section(u'?', 0, 0);
    }

    Result<QByteArray> reply(const client::WireRequest &request) const
    {
        if (const auto answer = m_answers.constFind(nameOf(request)); answer != m_answers.cend())
            return (*answer)(request);
        return Error{ErrorCode::NotFound, nameOf(request), {}};
    }

    QHash<QString, Answer> m_answers;
    QList<client::WireRequest> m_requests;
    qsizetype m_answered = 0;
};
