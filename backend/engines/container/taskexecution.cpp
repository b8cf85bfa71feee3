// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/taskexecution.h"

#include "core/json/codec.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace engines {

namespace {

constexpr auto kLookAgain = 50ms;
const QString kMark = u"BERTH_EXECUTION="_s;

// Several times, since they may make others meanwhile.
const QString kKillMarked = uR"(for round in 1 2 3; do
    for process in /proc/[0-9]*; do
        ! grep -q "$1" "$process/environ" || kill -KILL "${process#/proc/}"
    done
done 2>/dev/null)"_s;

// Without the rest of a character whose beginning was cut off.
QString wholeCharacters(const QByteArray &bytes)
{
    qsizetype from = 0;
    while (from < std::min<qsizetype>(3, bytes.size()) && (uchar(bytes.at(from)) & 0xC0) == 0x80)
        ++from;
    return QString::fromUtf8(bytes.mid(from));
}

} // namespace

TaskExecution::TaskExecution(DockerClient &client, Command command, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_command(std::move(command))
    , m_mark(kMark % QUuid::createUuid().toString(QUuid::Id128))
{
    m_limit.setSingleShot(true);
    m_limit.start(m_command.limit);
    connect(&m_limit, &QTimer::timeout, this, &TaskExecution::giveUp);
    const QJsonObject body{{"AttachStdout"_L1, true},
                           {"AttachStderr"_L1, true},
                           {"User"_L1, u"%1:%1"_s.arg(m_command.uid)},
                           {"Env"_L1, QJsonArray{m_mark}},
                           {"Cmd"_L1, QJsonArray::fromStringList(m_command.argv)}};
    whenDone(m_client.request({.verb = "POST",
                               .path = containerPath(m_command.container, "/exec"),
                               .body = json::toText(body)}),
             this, [this](const auto &answer) { takeCreated(answer); });
}

void TaskExecution::takeCreated(const Result<DockerResponse> &answer)
{
    const auto created = accepted(answer);
    // That the container does not run is a conflict for Docker, and its own fault for Podman.
    if (!created
        && (created.error().code == ErrorCode::Conflict
            || created.error().detail.contains("container state improper"_L1)))
        return finish(Error{ErrorCode::NotFound, created.error().detail, {}});
    if (!created)
        return finish(created.error());
    const auto value = json::parse(created->body);
    m_id = value ? (*value)["Id"_L1].toString().toLatin1() : QByteArray();
    if (m_id.isEmpty())
        return finish(
            Error{ErrorCode::Unavailable, u"the engine's answer is not understood"_s, {}});
    run();
}

void TaskExecution::run()
{
    m_call = m_client.stream({.verb = "POST",
                              .path = "/v1.41/exec/" + m_id + "/start",
                              .body = R"({"Detach":false,"Tty":false})",
                              .silence = 0ms});
    connect(m_call.get(), &DockerCall::bodyRead, this, &TaskExecution::read);
    connect(m_call.get(), &DockerCall::finished, this, &TaskExecution::takeEnd);
}

void TaskExecution::read(const QByteArray &bytes)
{
    if (m_call->status() >= 300) {
        m_refusal += bytes;
        return;
    }
    m_frames.feed(bytes, [this](model::LogStream, const QByteArray &text) {
        m_output = QByteArray(m_output + text).right(Execution::kMostOutput);
    });
}

void TaskExecution::takeEnd(const std::optional<Error> &error)
{
    if (error)
        return finish(*error);
    if (m_call->status() >= 300)
        return takeCreated(DockerResponse{m_call->status(), m_refusal});
    inspect();
}

void TaskExecution::inspect()
{
    whenDone(m_client.request({.path = "/v1.41/exec/" + m_id + "/json"}), this,
             [this](const auto &answer) { takeInspected(answer); });
}

void TaskExecution::takeInspected(const Result<DockerResponse> &answer)
{
    const auto inspected = accepted(answer);
    if (!inspected)
        return finish(inspected.error());
    const auto value = json::parse(inspected->body);
    if (!value || !(*value)["Running"_L1].isBool())
        return finish(
            Error{ErrorCode::Unavailable, u"the engine's answer is not understood"_s, {}});
    // The output may end before the engine has noticed the end.
    if ((*value)["Running"_L1].toBool())
        return QTimer::singleShot(kLookAgain, this, &TaskExecution::inspect);
    finish(Execution{(*value)["ExitCode"_L1].toInt(), wholeCharacters(m_output)});
}

// No engine ends what it was told to run.
void TaskExecution::giveUp()
{
    const bool mayRun = m_call != nullptr;
    const bool isLast = m_command.argv.contains(kKillMarked);
    if (mayRun && !isLast) {
        const QStringList argv{u"/bin/sh"_s, u"-c"_s, kKillMarked, u"berth"_s, m_mark};
        new TaskExecution(m_client, {m_command.container, argv, m_command.uid}, parent());
    }
    finish(Error{ErrorCode::TimedOut, u"the command did not end in time"_s, {}});
}

void TaskExecution::finish(const Result<Execution> &result)
{
    m_limit.stop();
    m_promise.finish(result);
    deleteLater();
}

} // namespace engines
