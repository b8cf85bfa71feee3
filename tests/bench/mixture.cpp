// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mixture.h"

using namespace Qt::Literals::StringLiterals;

namespace bench {

model::DeviceType npu()
{
    return model::DeviceType(u"huawei_npu_arm64"_s);
}

model::DeviceType gpu()
{
    return model::DeviceType(u"nvidia_gpu_amd64"_s);
}

model::VcName vcName(int number)
{
    return model::VcName(u"team-%1"_s.arg(number % kVcs));
}

model::Job jobOf(const model::JobSpec &spec, int number)
{
    model::Job job;
    job.id = model::JobId(QUuid(uint(number) * 2654435761U, ushort(number), 0, 1, 0, 0, 0, 0, 0,
                                uchar(number >> 16), 1));
    job.owner = model::UserId(30001 + number % 500);
    job.ownerName = u"user-%1"_s.arg(number % 500);
    job.submittedAt = QDateTime::fromMSecsSinceEpoch(number * 7919LL % 1'000'000, Qt::UTC);
    job.name = spec.name;
    job.vc = spec.vc;
    job.kind = spec.kind;
    job.deviceType = spec.deviceType;
    job.devices = spec.totalDevices();
    job.preemptible = spec.preemptible;
    job.priority = spec.priority;
    job.spec = spec;
    return job;
}

model::Job mixedJob(int number)
{
    constexpr int kSizes[] = {1, 2, 4, 8, 1, 2, 1, 8};
    model::JobSpec spec;
    spec.name = u"bench-%1"_s.arg(number);
    spec.vc = vcName(number);
    spec.deviceType = number / kVcs % 2 == 0 ? npu() : gpu();
    spec.devices = kSizes[number / 7 % 8];
    spec.image = u"localhost/sample:1"_s;
    spec.command = u"sleep infinity"_s;
    if (number % 50 == 0) {
        spec.kind = model::JobKind::Distributed;
        spec.nodes = 2 + number % 3;
        spec.devicesPerNode = kDevicesPerNode;
    }
    spec.preemptible = number % 5 == 0;
    spec.priority = 100 + number % 7;
    return jobOf(spec, number);
}

QList<model::Job> largeJobs(int count)
{
    QList<model::Job> jobs;
    for (int number = 0; jobs.size() < count; ++number) {
        if (const model::Job job = mixedJob(number); job.devices > 1)
            jobs.append(job);
    }
    return jobs;
}

} // namespace bench
