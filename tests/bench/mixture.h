// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"

// The jobs and clusters that measurements of the planner are made with.
namespace bench {

constexpr int kDevicesPerNode = 8;
constexpr int kVcs = 20;

// NPUs with two rings of four, and GPUs; every other node has the one or the other.
model::DeviceType npu();
model::DeviceType gpu();
model::VcName vcName(int number);

// A job of one of 500 people. Ids differ for numbers below 2^24.
model::Job jobOf(const model::JobSpec &spec, int number);
// Mixed sizes, gangs, priorities, owners and VCs; each with strings of its own, as read from a
// database.
model::Job mixedJob(int number);
// The first so many that ask for more than one device.
QList<model::Job> largeJobs(int count);

} // namespace bench
