// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/ranktable.h"

#include "backend/reconcile/frameworks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reconcile {

namespace {

// What the libraries of NPUs expect of a server, whatever it is like.
constexpr int kNetworkPorts = 8;
const QString kGroup = u"test"_s;

QString text(qsizetype number)
{
    return QString::number(number);
}

QJsonObject entryOf(const model::Device &device)
{
    return {{"device_id"_L1, text(device.index)}, {"device_ip"_L1, device.address}};
}

qsizetype devicesOf(const QList<RankedServer> &servers)
{
    qsizetype count = 0;
    for (const RankedServer &server : servers)
        count += server.devices.size();
    return count;
}

// By number as text: so the tables that scripts know are sorted.
void sortAsText(QList<model::Device> &devices)
{
    std::sort(devices.begin(), devices.end(),
              [](const auto &a, const auto &b) { return text(a.index) < text(b.index); });
}

} // namespace

QList<RankedServer> rankedServers(const model::Job &job, const QList<model::Node> &nodes)
{
    QList<model::TaskPlacement> tasks = job.placement;
    tasks.removeIf([](const auto &task) { return task.devices.isEmpty(); });
    std::sort(tasks.begin(), tasks.end(), [](const auto &a, const auto &b) {
        return roleOf(a.task).index < roleOf(b.task).index;
    });
    QList<RankedServer> servers;
    for (const model::TaskPlacement &task : std::as_const(tasks)) {
        const auto node = std::find_if(nodes.begin(), nodes.end(), [&](const auto &candidate) {
            return candidate.name == task.node;
        });
        RankedServer server;
        const auto known = node == nodes.end() ? QList<model::Device>() : node->devices;
        if (node != nodes.end())
            server.address = node->address;
        for (const int index : task.devices) {
            const auto device = std::find_if(known.begin(), known.end(), [&](const auto &other) {
                return other.index == index;
            });
            server.devices.append(
                {index, true, {}, device == known.end() ? QString() : device->address});
        }
        sortAsText(server.devices);
        servers.append(server);
    }
    return servers;
}

QByteArray rankTableForMindSpore(const QList<RankedServer> &servers)
{
    QJsonArray instances;
    for (const RankedServer &server : servers) {
        for (const model::Device &device : server.devices) {
            instances.append(QJsonObject{{"devices"_L1, QJsonArray{entryOf(device)}},
                                         {"rank_id"_L1, text(instances.size())},
                                         {"server_id"_L1, server.address}});
        }
    }
    QJsonArray ports;
    for (int i = 0; i < kNetworkPorts; ++i)
        ports.append(QString(u"eth"_s % text(i)));
    const QJsonObject group{{"device_num"_L1, text(devicesOf(servers))},
                            {"server_num"_L1, text(servers.size())},
                            {"group_name"_L1, kGroup},
                            {"instance_count"_L1, text(instances.size())},
                            {"instance_list"_L1, instances}};
    const QJsonObject table{
        {"board_id"_L1, "0x0020"_L1},         {"chip_info"_L1, "910"_L1},
        {"deploy_mode"_L1, "lab"_L1},         {"group_count"_L1, "1"_L1},
        {"group_list"_L1, QJsonArray{group}}, {"para_plane_nic_location"_L1, "device"_L1},
        {"para_plane_nic_name"_L1, ports},    {"para_plane_nic_num"_L1, text(kNetworkPorts)},
        {"status"_L1, "completed"_L1}};
    return QJsonDocument(table).toJson();
}

QByteArray rankTableForTensorFlow(const model::JobId &job, const QList<RankedServer> &servers)
{
    QJsonArray instances;
    for (const RankedServer &server : servers) {
        QJsonArray devices;
        for (const model::Device &device : server.devices)
            devices.append(entryOf(device));
        const QString name = job.toString() % u'_' % text(instances.size());
        instances.append(QJsonObject{
            {"pod_name"_L1, name}, {"server_id"_L1, server.address}, {"devices"_L1, devices}});
    }
    const QJsonObject group{{"group_name"_L1, kGroup},
                            {"instance_count"_L1, text(servers.size())},
                            {"device_count"_L1, text(devicesOf(servers))},
                            {"instance_list"_L1, instances}};
    const QJsonObject table{{"group_count"_L1, "1"_L1},
                            {"group_list"_L1, QJsonArray{group}},
                            {"status"_L1, "completed"_L1}};
    return QJsonDocument(table).toJson();
}

} // namespace reconcile
