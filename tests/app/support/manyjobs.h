// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log.h"
#include "core/model/page.h"
#include "core/model/timeline.h"
#include "tests/app/support/samples.h"

#include <array>

// Jobs as a cluster in use has them, for looking at pages and for measuring.
namespace samples {

inline model::Reason reasonFor(model::JobState state)
{
    model::Reason reason;
    switch (state) {
    case model::JobState::Queued:
        reason.code = model::ReasonCode::NotEnoughInVc;
        reason.asked = 8;
        reason.free = 5;
        reason.total = 16;
        break;
    case model::JobState::Failed:
        reason.code = model::ReasonCode::ExitCode;
        reason.subject = u"worker1"_s;
        reason.exitCode = 137;
        break;
    case model::JobState::Error:
        reason.code = model::ReasonCode::ImageNotFound;
        reason.detail = u"manifest for mindspore:2.9 not found"_s;
        break;
    default:
        reason.code = model::ReasonCode::ByUser;
        reason.subject = u"alice"_s;
    }
    return reason;
}

inline model::JobSummary busyJob(int number)
{
    using State = model::JobState;
    constexpr std::array kStates{State::Running,  State::Queued, State::Finished,   State::Running,
                                 State::Failed,   State::Paused, State::Scheduling, State::Error,
                                 State::Finished, State::Killed, State::Killing};
    constexpr std::array kNames{"resnet50-imagenet", "bert-base-zh", "gpt2-finetune",
                                "yolov5-retrain", "nightly_eval_checkpoint_sweep_2026"};
    constexpr std::array kUsers{"alice", "wangwei", "bob", "lihua"};
    const auto state = kStates[size_t(number) % kStates.size()];
    auto job = samples::job(number, state);
    job.name = QString::fromLatin1(kNames[size_t(number) % kNames.size()]) + u'-'
               + QString::number(number);
    job.ownerName = QString::fromLatin1(kUsers[size_t(number) % kUsers.size()]);
    job.devices = 1 << (number % 5);
    job.preemptible = number % 4 == 3;
    job.priority = number % 6 == 0 ? 200 : 100;
    const auto now = QDateTime::currentDateTimeUtc();
    job.submittedAt = now.addSecs(-90 - number * 1400);
    if (state != State::Queued && state != State::Scheduling)
        job.startedAt = job.submittedAt.addSecs(40);
    if (model::isTerminal(state))
        job.finishedAt = job.submittedAt.addSecs(400 + number * 17 % 900);
    if (state != State::Running && state != State::Finished && state != State::Scheduling)
        job.reason = reasonFor(state);
    if (state == State::Queued)
        job.position = number;
    return job;
}

inline QList<model::JobSummary> manyJobs(int count)
{
    QList<model::JobSummary> jobs;
    jobs.reserve(count);
    for (int number = 0; number < count; ++number)
        jobs << busyJob(number);
    return jobs;
}

inline model::Job wholeJob(const model::JobSummary &summary)
{
    model::Job job;
    static_cast<model::JobSummary &>(job) = summary;
    job.spec.name = summary.name;
    job.spec.vc = summary.vc;
    job.spec.deviceType = summary.deviceType;
    job.spec.devices = summary.devices;
    job.spec.image = u"mindspore:2.2-cann7"_s;
    job.spec.command = u"cd /work/resnet\npython train.py --epochs 90 --batch 256"_s;
    job.spec.environment = {{u"DATA"_s, u"/data/imagenet"_s}};
    job.spec.interactivePorts = {40001};
    job.attempt = 1;
    job.placement = {{u"main"_s, model::NodeName(u"node-003"_s), {0, 1, 2, 3}}};
    return job;
}

inline model::Items<model::TimelineEntry> timeline(const model::Job &job)
{
    using Cause = model::TimelineCause;
    model::TimelineEntry submitted;
    submitted.at = job.submittedAt;
    submitted.actor = job.ownerName;
    model::TimelineEntry placed;
    placed.at = job.submittedAt.addSecs(3);
    placed.cause = Cause::Placed;
    placed.state = model::JobState::Scheduling;
    model::TimelineEntry started;
    started.at = job.submittedAt.addSecs(40);
    started.cause = Cause::Started;
    started.state = model::JobState::Running;
    return {{submitted, placed, started}};
}

inline model::Items<model::LogLine> log()
{
    model::Items<model::LogLine> log;
    const auto start = QDateTime::currentDateTimeUtc().addSecs(-600);
    for (int line = 0; line < 200; ++line) {
        model::LogLine entry;
        entry.at = start.addSecs(line * 3);
        entry.task = u"main"_s;
        entry.text = u"epoch %1 step %2 loss %3"_s.arg(line / 20)
                         .arg(line % 20 * 50)
                         .arg(6.9 / (1 + line * 0.05), 0, 'f', 4);
        if (line % 37 == 36) {
            entry.stream = model::LogStream::Stderr;
            entry.text = u"UserWarning: 数据加载较慢 (data loading is slow)"_s;
        }
        log.items << entry;
    }
    return log;
}

} // namespace samples
