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
    void tell(QList<model::LogLine> lines);

    LogRange m_range;
    LogFrames m_frames;
    QByteArray m_refusal;
    QPointer<DockerCall> m_call;
};

} // namespace engines
