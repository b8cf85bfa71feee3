// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/usagereader.h"

namespace engines {

namespace {

constexpr qint64 kShortestSpan = 1000; // ms; over less the kernel's own steps show

} // namespace

UsageReader::UsageReader(DockerClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{ }

QFuture<Result<TaskUsage>> UsageReader::read(const TaskKey &key, const QString &container)
{
    const Promise<TaskUsage> promise;
    whenDone(m_client.request({.path = containerPath(container, "/stats?stream=false")}), this,
             [this, promise, key](const Result<DockerResponse> &answer) {
                 const auto sample = accepted(answer).andThen(
                     [](const DockerResponse &response) { return decodeStats(response.body); });
                 if (!sample) {
                     promise.finish(sample.error());
                     return;
                 }
                 TaskUsage usage = sample->usage;
                 if (!sample->hasCpuPercent)
                     usage.cpuPercent = cpuPercentSince(key, *sample);
                 promise.finish(usage);
             });
    return promise.future();
}

double UsageReader::cpuPercentSince(const TaskKey &key, const StatsSample &sample)
{
    const auto earlier = m_samples.constFind(key);
    if (earlier == m_samples.cend()) {
        m_samples.insert(key, sample);
        return 0;
    }
    const qint64 elapsed = earlier->usage.at.msecsTo(sample.usage.at);
    if (elapsed <= 0)
        return 0;
    const double used = double(sample.cpuNanoseconds - earlier->cpuNanoseconds) / 1e6;
    const double percent = 100 * used / double(elapsed);
    if (elapsed >= kShortestSpan)
        m_samples.insert(key, sample);
    return percent;
}

} // namespace engines
