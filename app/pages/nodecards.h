// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/devicegrid.h"
#include "app/widgets/devicelegend.h"
#include "core/model/account.h"
#include "core/model/cluster.h"
#include "core/model/job.h"
#include "core/model/node.h"

#include <QCoreApplication>

// Nodes as cards of squares, by rings. A square's key is the id of the job that holds it.
class NodeCards
{
    Q_DECLARE_TR_FUNCTIONS(NodeCards)

public:
    // What the person holds is "mine", what others hold in the VC "my VC". Jobs the person may not
    // see have no key.
    static QList<DeviceGrid::Card> of(const QList<model::Node> &nodes,
                                      const QList<model::DeviceTypeInfo> &types,
                                      const model::Account &account, const model::VcName &vc);
    // Where a job runs; what it holds is "mine". Of nodes the person may not see, only its devices.
    static QList<DeviceGrid::Card> of(const model::Job &job, const QList<model::Node> &nodes,
                                      const QList<model::DeviceTypeInfo> &types);
    // How many devices there are of each kind; kinds without any are left out, but for the first.
    static QList<DeviceLegend::Entry> legend(const QList<DeviceGrid::Card> &cards);

private:
    static DeviceGrid::Card cardOf(const model::Node &node,
                                   const QList<model::DeviceTypeInfo> &types);
    static QString words(DeviceHolding holding, int count);
};
