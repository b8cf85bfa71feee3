// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/taskstart.h"

#include "backend/engines/container/startfailure.h"
#include "core/base/log.h"
#include "core/json/codec.h"

#include <QFile>
#include <QUrl>

#include <sys/stat.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace engines {

namespace {

constexpr auto kLocalRegistry = "localhost"_L1;
constexpr auto kLongestSilenceOfPull = 10min;
constexpr auto kLongestStart = 3min;
const QString kGivenUp = u"the start was given up"_s;

// Certainly absent: what we may not look into may be there.
bool isAbsent(const QString &path)
{
    struct stat information{};
    return stat(QFile::encodeName(path).constData(), &information) != 0
           && (errno == ENOENT || errno == ENOTDIR);
}

} // namespace

DockerRequest pullRequest(const TaskSpec &spec, EngineBrand brand)
{
    const ImageName image = parseImageName(spec.image);
    const QByteArray name = QUrl::toPercentEncoding(image.full);
    DockerRequest request{.verb = "POST", .path = {}, .silence = kLongestSilenceOfPull};
    if (spec.registry)
        request.registryAuth = registryAuth(*spec.registry, image);
    // Only Podman's own endpoint can be told that a registry speaks plain HTTP.
    if (brand == EngineBrand::Podman && !request.registryAuth.isEmpty()
        && spec.registry->registry.startsWith("http://"_L1))
        request.path = "/v4.0.0/libpod/images/pull?tlsVerify=false&reference=" + name;
    else
        request.path = "/v1.41/images/create?fromImage=" + name;
    return request;
}

QString pullError(const QByteArray &progress)
{
    const auto lines = progress.split('\n');
    for (const QByteArray &line : lines) {
        if (!line.contains("\"error\""))
            continue;
        if (const auto value = json::parse(line); value && (*value)["error"_L1].isString())
            return (*value)["error"_L1].toString();
    }
    return {};
}

TaskStart::TaskStart(DockerClient &client, Containers &containers, TaskSpec spec,
                     CreateContext context, PullPolicy policy, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_containers(containers)
    , m_spec(std::move(spec))
    , m_context(std::move(context))
    , m_policy(policy)
    , m_name(containerName(m_context.installation, m_spec.key))
{
    find();
}

void TaskStart::find()
{
    whenDone(m_containers.inspect(m_name), this, [this](const auto &found) { takeFound(found); });
}

void TaskStart::takeFound(const Result<InspectedContainer> &found)
{
    if (!found && found.error().code != ErrorCode::NotFound)
        return fail(StartFailure::Unavailable, found.error().detail);
    if (m_givenUp && (!found || found->status.phase == TaskPhase::Created))
        return fail(StartFailure::Unavailable, kGivenUp);
    if (!found)
        return m_policy == PullPolicy::Always ? pull() : create();
    if (found->installation != m_context.installation)
        return fail(StartFailure::Refused,
                    u"a container of another owner has the name "_s % m_name);
    if (found->status.phase == TaskPhase::Created)
        return run();
    finish({.failure = {}, .detail = {}, .status = found->status});
}

void TaskStart::pull()
{
    // Both engines name so what was never in a registry.
    if (parseImageName(m_spec.image).registry == kLocalRegistry) {
        if (m_policy == PullPolicy::Always && !std::exchange(m_pulled, true))
            return create();
        return fail(StartFailure::ImageNotFound, u"no such image: "_s % m_spec.image);
    }
    if (m_givenUp)
        return fail(StartFailure::Unavailable, kGivenUp);
    m_pulled = true;
    m_pulling = true;
    qCInfo(logEngine) << "pulling" << m_spec.image << "for" << m_spec.key;
    whenDone(m_client.request(pullRequest(m_spec, m_context.brand), this), this,
             [this](const auto &answer) { takePulled(answer); });
}

void TaskStart::giveUp()
{
    m_givenUp = true;
    if (m_pulling)
        fail(StartFailure::Unavailable, kGivenUp);
}

void TaskStart::takePulled(const Answer &answer)
{
    m_pulling = false;
    if (!answer)
        return fail(StartFailure::Unavailable, answer.error().detail);
    const QString sentence =
        answer->isSuccess() ? pullError(answer->body) : engineSentence(answer->body);
    const ImageName image = parseImageName(m_spec.image);
    if (!sentence.isEmpty())
        return fail(pullFailure(answer->status, sentence, image.full),
                    sentence + pullAdvice(sentence, image.registry, m_context.brand));
    create();
}

void TaskStart::create()
{
    // Podman would make the folder, as root, wherever a path was misspelled.
    for (const Mount &mount : m_spec.mounts) {
        if (isAbsent(mount.source))
            return fail(StartFailure::Refused, u"nothing is there to mount: "_s % mount.source);
    }
    const DockerRequest request{.verb = "POST",
                                .path = "/v1.41/containers/create?name="
                                        + QUrl::toPercentEncoding(m_name),
                                .body = json::toText(createBody(m_spec, m_context)),
                                .silence = kLongestStart};
    whenDone(m_client.request(request), this, [this](const auto &answer) { takeCreated(answer); });
}

void TaskStart::takeCreated(const Answer &answer)
{
    if (!answer)
        return fail(StartFailure::Unavailable, answer.error().detail);
    if (answer->isSuccess())
        return run();
    const QString sentence = engineSentence(answer->body);
    if (isNameTaken(answer->status, sentence))
        return find();
    if (answer->status != 404)
        return fail(runFailure(answer->status, sentence), sentence);
    if (m_pulled || m_policy == PullPolicy::Never)
        return fail(StartFailure::ImageNotFound, sentence);
    pull();
}

void TaskStart::run()
{
    const DockerRequest request{
        .verb = "POST", .path = containerPath(m_name, "/start"), .silence = kLongestStart};
    whenDone(m_client.request(request), this, [this](const auto &answer) { takeRun(answer); });
}

void TaskStart::takeRun(const Answer &answer)
{
    if (!answer)
        return fail(StartFailure::Unavailable, answer.error().detail);
    if (answer->isSuccess() || answer->status == 304)
        return report();
    const QString sentence = engineSentence(answer->body);
    fail(runFailure(answer->status, sentence), sentence);
}

void TaskStart::report()
{
    whenDone(m_containers.inspect(m_name), this, [this](const Result<InspectedContainer> &found) {
        if (found)
            finish({.failure = {}, .detail = {}, .status = found->status});
        else
            fail(StartFailure::Unavailable, found.error().detail);
    });
}

void TaskStart::fail(StartFailure failure, const QString &detail)
{
    finish({.failure = failure,
            .detail = detail,
            .status = {.key = m_spec.key, .startedAt = {}, .finishedAt = {}}});
}

void TaskStart::finish(const StartOutcome &outcome)
{
    m_promise.finish(outcome);
    deleteLater();
}

} // namespace engines
