// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/frameworks.h"
#include "backend/reconcile/ranktable.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const model::DeviceType kNpu(u"npu"_s);
const model::DeviceType kGpu(u"gpu"_s);

QList<model::DeviceTypeInfo> types()
{
    return {{kNpu, model::DeviceFamily::Npu, {}, 8, {}, 1, 8, 8},
            {kGpu, model::DeviceFamily::Gpu, {}, 8, {}, 1, 8, 8}};
}

model::TaskPlacement place(const QString &task, const QString &node, const QList<int> &devices)
{
    return {task, model::NodeName(node), devices};
}

model::Job regular(const model::DeviceType &type, int devices)
{
    model::Job job;
    job.id = *model::JobId::fromString(u"3f2a0000-0000-4000-8000-000000000000"_s);
    job.deviceType = type;
    job.spec.devices = devices;
    job.placement = {place(u"main"_s, u"node1"_s, QList<int>{4, 5, 6, 7}.first(devices))};
    return job;
}

model::Job gang(const model::DeviceType &type, int nodes, int devicesPerNode)
{
    auto job = regular(type, 0);
    job.kind = job.spec.kind = model::JobKind::Distributed;
    job.spec.nodes = nodes;
    job.spec.devicesPerNode = devicesPerNode;
    job.placement = {place(u"ps0"_s, u"node1"_s, {})};
    for (int i = 0; i < nodes; ++i)
        job.placement.append(place(u"worker%1"_s.arg(i), u"node%1"_s.arg(i + 1),
                                   QList<int>{0, 1, 2, 3}.first(devicesPerNode)));
    return job;
}

// "NAME=value", in order.
QStringList variables(const model::Job &job, qsizetype task = 0)
{
    QStringList lines;
    for (const auto &variable : reconcile::frameworkVariables(job, job.placement[task], types()))
        lines.append(variable.name % u'=' % variable.value);
    return lines;
}

QByteArray compact(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).toJson(QJsonDocument::Compact);
}

} // namespace

class FrameworksTest final : public QObject
{
    Q_OBJECT

private slots:
    void leavesARegularJobToItself();
    void tellsWorkersOfEachOther();
    void tellsALauncherOfAll();
    void numbersNpus();
    void givesATaskWithoutDevicesNoRank();
    void writesHostfiles();
    void writesTablesForMindSpore();
    void writesTablesForTensorFlow();
    void ranksWorkersInTheirOrder();
};

void FrameworksTest::leavesARegularJobToItself()
{
    QCOMPARE(variables(regular(kGpu, 2)),
             (QStringList{u"MASTER_ADDR=localhost"_s, u"MASTER_PORT=29500"_s, u"WORLD_SIZE=1"_s,
                          u"RANK=0"_s}));
}

void FrameworksTest::tellsWorkersOfEachOther()
{
    auto job = gang(kGpu, 2, 1);
    job.spec.runOn = model::RunOn::AllWorkers;
    QCOMPARE(variables(job, 2),
             (QStringList{u"MASTER_ADDR=worker0"_s, u"MASTER_PORT=29500"_s, u"WORLD_SIZE=2"_s,
                          u"RANK=1"_s,
                          uR"(TF_CONFIG={"cluster":{"worker":["worker0:2222","worker1:2222"]},)"
                          uR"("task":{"index":1,"type":"worker"}})"_s}));
    QCOMPARE(variables(job, 0),
             (QStringList{u"MASTER_ADDR=worker0"_s, u"MASTER_PORT=29500"_s, u"WORLD_SIZE=2"_s}));
}

void FrameworksTest::tellsALauncherOfAll()
{
    const auto job = gang(kGpu, 2, 1); // with GPUs the launcher runs the command
    QCOMPARE(variables(job, 0).last(),
             uR"(TF_CONFIG={"cluster":{"ps":["ps0:2222"],"worker":["worker0:2222",)"
             uR"("worker1:2222"]},"task":{"index":0,"type":"ps"}})"_s);
    QVERIFY(variables(job, 1).last().endsWith(uR"("task":{"index":0,"type":"worker"}})"_s));
}

void FrameworksTest::numbersNpus()
{
    QCOMPARE(variables(regular(kNpu, 2)).mid(4),
             (QStringList{u"RANK_TABLE_FILE=/job/hccl_ms.json"_s, u"RANK_SIZE=2"_s, u"RANK_ID=0"_s,
                          u"DEVICE_ID=4"_s}));
    const auto job = gang(kNpu, 2, 4);
    QCOMPARE(variables(job, 2).mid(5),
             (QStringList{u"RANK_TABLE_FILE=/job/hccl_ms.json"_s, u"RANK_SIZE=8"_s, u"RANK_ID=4"_s,
                          u"DEVICE_ID=0"_s}));
}

void FrameworksTest::givesATaskWithoutDevicesNoRank()
{
    QCOMPARE(variables(gang(kNpu, 2, 4), 0).mid(3),
             (QStringList{u"RANK_TABLE_FILE=/job/hccl_ms.json"_s, u"RANK_SIZE=8"_s}));
    QCOMPARE(variables(regular(kNpu, 0)).size(), 4);
}

void FrameworksTest::writesHostfiles()
{
    QCOMPARE(reconcile::hostfile(gang(kGpu, 2, 4)), "worker0 slots=4\nworker1 slots=4\n"_ba);
    QCOMPARE(reconcile::hostfile(gang(kGpu, 1, 0)), "worker0 slots=1\n"_ba);
    QCOMPARE(reconcile::hostfile(regular(kGpu, 2)), "localhost slots=2\n"_ba);
    QCOMPARE(reconcile::hostfile(regular(kGpu, 0)), "localhost slots=1\n"_ba);
}

namespace {

QList<model::Node> twoNodes()
{
    QList<model::Node> nodes;
    for (int i = 1; i <= 2; ++i) {
        model::Node node;
        node.name = model::NodeName(u"node%1"_s.arg(i));
        node.address = u"10.0.0.%1"_s.arg(i);
        for (int device = 0; device < 2; ++device)
            node.devices.append({device, true, {}, u"192.168.%1.%2"_s.arg(i).arg(100 + device)});
        nodes.append(node);
    }
    return nodes;
}

} // namespace

void FrameworksTest::writesTablesForMindSpore()
{
    const auto servers = reconcile::rankedServers(gang(kNpu, 2, 2), twoNodes());
    QCOMPARE(compact(reconcile::rankTableForMindSpore(servers)),
             R"({"board_id":"0x0020","chip_info":"910","deploy_mode":"lab","group_count":"1",)"
             R"("group_list":[{"device_num":"4","group_name":"test","instance_count":"4",)"
             R"("instance_list":[)"
             R"({"devices":[{"device_id":"0","device_ip":"192.168.1.100"}],"rank_id":"0",)"
             R"("server_id":"10.0.0.1"},)"
             R"({"devices":[{"device_id":"1","device_ip":"192.168.1.101"}],"rank_id":"1",)"
             R"("server_id":"10.0.0.1"},)"
             R"({"devices":[{"device_id":"0","device_ip":"192.168.2.100"}],"rank_id":"2",)"
             R"("server_id":"10.0.0.2"},)"
             R"({"devices":[{"device_id":"1","device_ip":"192.168.2.101"}],"rank_id":"3",)"
             R"("server_id":"10.0.0.2"}],"server_num":"2"}],)"
             R"("para_plane_nic_location":"device","para_plane_nic_name":["eth0","eth1","eth2",)"
             R"("eth3","eth4","eth5","eth6","eth7"],"para_plane_nic_num":"8",)"
             R"("status":"completed"})"_ba);
}

void FrameworksTest::writesTablesForTensorFlow()
{
    const auto job = gang(kNpu, 2, 2);
    const auto servers = reconcile::rankedServers(job, twoNodes());
    QCOMPARE(compact(reconcile::rankTableForTensorFlow(job.id, servers)),
             R"({"group_count":"1","group_list":[{"device_count":"4","group_name":"test",)"
             R"("instance_count":"2","instance_list":[)"
             R"({"devices":[{"device_id":"0","device_ip":"192.168.1.100"},)"
             R"({"device_id":"1","device_ip":"192.168.1.101"}],)"
             R"("pod_name":"3f2a0000-0000-4000-8000-000000000000_0","server_id":"10.0.0.1"},)"
             R"({"devices":[{"device_id":"0","device_ip":"192.168.2.100"},)"
             R"({"device_id":"1","device_ip":"192.168.2.101"}],)"
             R"("pod_name":"3f2a0000-0000-4000-8000-000000000000_1","server_id":"10.0.0.2"}]}],)"
             R"("status":"completed"})"_ba);
}

void FrameworksTest::ranksWorkersInTheirOrder()
{
    auto job = gang(kNpu, 2, 2);
    std::swap(job.placement[1], job.placement[2]);
    job.placement[1].devices = {1, 0};
    job.placement[2].node = model::NodeName(u"unknown"_s);
    const auto servers = reconcile::rankedServers(job, twoNodes());
    QCOMPARE(servers.size(), 2);
    QCOMPARE(servers[0].address, QString());
    QCOMPARE(servers[0].devices.first().address, QString());
    QCOMPARE(servers[1].address, u"10.0.0.2"_s);
    QCOMPARE(servers[1].devices.first().index, 0);
}

QTEST_APPLESS_MAIN(FrameworksTest)
#include "tst_frameworks.moc"
