// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/dockerclient.h"
#include "backend/engines/container/logframes.h"
#include "backend/engines/engine.h"

namespace engines {

enum class Follow { No, Yes };

// The request for a range of a container's log. Pure.
DockerRequest logRequest(const QString &container, const LogRange &range, Follow follow);

// The lines of a whole answer that lie in the range. Pure.
QList<model::LogLine> linesInRange(const QByteArray &body, const QString &task,
                                   const LogRange &range);

class DockerLogFollower final : public LogFollower
{
    Q_OBJECT

public:
    DockerLogFollower(DockerClient &client, const QString &container, const QString &task,
                      const LogRange &range);
    ~DockerLogFollower() override;

private:
    void read(const QByteArray &bytes);
    void finish(const std::optional<Error> &error);
    void takeRest(const Result<DockerResponse> &response, const LogRange &rest);
    qsizetype toldOf(const QList<model::LogLine> &lines) const; // how many of them were told
    void tell(const QList<model::LogLine> &lines);

    DockerClient &m_client;
    QString m_container;
    QString m_task;
    LogRange m_range;
    LogFrames m_frames;
    QByteArray m_refusal;
    QPointer<DockerCall> m_call;
    QList<model::LogLine> m_latest; // the lines told last, all of one time
};

} // namespace engines
