// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"
#include "core/model/node.h"

// The files in which the processes of a job on NPUs find each other's devices.
namespace reconcile {

// A task's node and the devices the job holds there.
struct RankedServer
{
    QString address; // of the node
    QList<model::Device> devices; // by index
};

// Those with devices, worker 0 first. A device the node does not tell of has no address.
QList<RankedServer> rankedServers(const model::Job &job, const QList<model::Node> &nodes);

QByteArray rankTableForMindSpore(const QList<RankedServer> &servers); // hccl_ms.json
QByteArray rankTableForTensorFlow(const model::JobId &job,
                                  const QList<RankedServer> &servers); // hccl_tf.json

} // namespace reconcile
