// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/dockerlog.h"

#include "backend/engines/container/containers.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace engines {

namespace {

QList<model::LogLine> laterLines(QList<model::LogLine> lines, const LogRange &range)
{
    if (range.after)
        lines.removeIf([&](const model::LogLine &line) { return line.at <= *range.after; });
    return lines;
}

} // namespace

DockerRequest logRequest(const QString &container, const LogRange &range, Follow follow)
{
    QByteArray query = "/logs?stdout=1&stderr=1&timestamps=1";
    if (follow == Follow::Yes)
        query += "&follow=1";
    if (range.after) {
        const qint64 at = range.after->toMSecsSinceEpoch();
        query += "&since=" + QByteArray::number(double(at) / 1e3, 'f', 3);
    }
    // With a time the engine's tail would count lines that are then left out.
    if (range.tail >= 0 && !range.after)
        query += "&tail=" + QByteArray::number(range.tail);
    return {.path = containerPath(container, query),
            .silence = follow == Follow::Yes ? std::chrono::milliseconds(0) : 60s};
}

QList<model::LogLine> linesInRange(const QByteArray &body, const QString &task,
                                   const LogRange &range)
{
    LogFrames frames(task);
    QList<model::LogLine> lines;
    frames.feed(body, lines);
    frames.end(lines);
    lines = laterLines(lines, range);
    return range.tail >= 0 && lines.size() > range.tail ? lines.last(range.tail) : lines;
}

DockerLogFollower::DockerLogFollower(DockerClient &client, const QString &container,
                                     const QString &task, const LogRange &range)
    : m_range(range)
    , m_frames(task)
    , m_call(client.stream(logRequest(container, range, Follow::Yes)).release())
{
    connect(m_call, &DockerCall::bodyRead, this, &DockerLogFollower::read);
    connect(m_call, &DockerCall::finished, this, &DockerLogFollower::finish);
}

DockerLogFollower::~DockerLogFollower()
{
    // It may be the one whose signal destroys us.
    if (m_call)
        m_call->deleteLater();
}

void DockerLogFollower::read(const QByteArray &bytes)
{
    if (m_call->status() != 200) {
        m_refusal += bytes;
        return;
    }
    QList<model::LogLine> lines;
    m_frames.feed(bytes, lines);
    tell(std::move(lines));
}

void DockerLogFollower::finish(const std::optional<Error> &error)
{
    const QPointer<DockerLogFollower> self(this);
    QList<model::LogLine> lines;
    m_frames.end(lines);
    tell(std::move(lines));
    if (!self)
        return;
    if (error || m_call->status() == 200) {
        emit ended(error);
        return;
    }
    const auto refusal = accepted(DockerResponse{m_call->status(), m_refusal});
    emit ended(refusal ? std::nullopt : std::optional(refusal.error()));
}

void DockerLogFollower::tell(QList<model::LogLine> lines)
{
    lines = laterLines(std::move(lines), m_range);
    if (!lines.isEmpty())
        emit linesWritten(lines);
}

} // namespace engines
