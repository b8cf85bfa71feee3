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
    : m_client(client)
    , m_container(container)
    , m_task(task)
    , m_range(range)
    , m_frames(task, LogFrames::Repeats::Dropped)
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
    tell(laterLines(std::move(lines), m_range));
}

void DockerLogFollower::finish(const std::optional<Error> &error)
{
    if (error) {
        emit ended(error);
        return;
    }
    const auto answer = accepted(DockerResponse{m_call->status(), m_refusal});
    if (!answer) {
        emit ended(answer.error());
        return;
    }
    // Docker may end the following before it has told the last lines.
    LogRange rest = m_range;
    if (!m_latest.isEmpty())
        rest = {.after = m_latest.last().at.addMSecs(-1)};
    whenDone(m_client.request(logRequest(m_container, rest, Follow::No)), this,
             [this, rest](const Result<DockerResponse> &response) { takeRest(response, rest); });
}

void DockerLogFollower::takeRest(const Result<DockerResponse> &response, const LogRange &rest)
{
    const QPointer<DockerLogFollower> self(this);
    if (const auto answer = accepted(response)) {
        const auto lines = linesInRange(answer->body, m_task, rest);
        tell(lines.mid(toldOf(lines)));
    }
    if (self)
        emit ended(std::nullopt);
}

qsizetype DockerLogFollower::toldOf(const QList<model::LogLine> &lines) const
{
    const qsizetype told = m_latest.size();
    if (m_range.tail < 0)
        return std::min(told, lines.size());
    // Lines of the same time may have been left out before the first that was told.
    for (qsizetype end = lines.size(); end >= told; --end) {
        if (lines.mid(end - told, told) == m_latest)
            return end;
    }
    return 0;
}

void DockerLogFollower::tell(const QList<model::LogLine> &lines)
{
    for (const model::LogLine &line : lines) {
        if (!m_latest.isEmpty() && m_latest.last().at != line.at)
            m_latest.clear();
        m_latest.append(line);
    }
    if (!lines.isEmpty())
        emit linesWritten(lines);
}

} // namespace engines
