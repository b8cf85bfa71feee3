// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/dockerjson.h"

#include <QProcess>

namespace engines {

// The devices of this machine: of one type, or none.
struct NodeDevices
{
    std::optional<model::DeviceType> type;
    model::DeviceFamily family = model::DeviceFamily::Gpu;
    QList<model::Device> devices; // by index

    bool operator==(const NodeDevices &) const = default;
};

// What `nvidia-smi --query-gpu=index,name,pci.bus_id --format=csv,noheader` printed. A lost device is
// unhealthy. Pure.
QList<model::Device> parseNvidiaSmi(const QString &text);

// What `npu-smi info` printed: a table with a row of number, name and health for each device. Pure.
QList<model::Device> parseNpuSmi(const QString &text);

// Devices of which a node stands under the folder, such as nvidia0 or davinci3, but which the
// vendor's program did not list, are there and unhealthy.
void addDeviceNodes(const QString &folder, model::DeviceFamily family,
                    QList<model::Device> &devices);

// The addresses that NPUs have in a network of their own, as their driver's /etc/hccn.conf tells them
// in lines such as "address_0=192.168.1.100". Pure.
void addAddresses(const QString &text, QList<model::Device> &devices);

// What makes exactly these devices visible. Without devices the variables say so, since an engine
// may show all to a container that names none. Looks under the folder for device nodes.
DeviceAccess deviceAccess(model::DeviceFamily family, const QList<int> &devices,
                          const QString &folder);

// Looks for devices with the vendors' programs, which may hang: each has 10 s.
class DeviceSearch final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Never fails: a machine without the programs has no devices.
    QFuture<Result<NodeDevices>> find();

private:
    // What the program printed; absent when it could not be run or did not end well in time.
    QFuture<Result<QString>> run(const QString &program, const QStringList &arguments);
};

} // namespace engines
