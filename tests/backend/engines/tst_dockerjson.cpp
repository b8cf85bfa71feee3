// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/dockerjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using engines::TaskPhase;

namespace {

const engines::TaskKey kKey{*model::JobId::fromString(u"6572b919-faf3-4360-b9d8-b829d2560891"_s), 2,
                            u"worker0"_s};

engines::TaskSpec spec()
{
    return {.key = kKey,
            .node = model::NodeName(u"n2"_s),
            .image = u"team/x"_s,
            .registry = {},
            .command = {u"/bin/sh"_s, u"-c"_s, u"echo $A"_s},
            .environment = {{u"A"_s, u"1=2"_s}, {u"NVIDIA_VISIBLE_DEVICES"_s, u"all"_s}},
            .mounts = {{u"/a:b"_s, u"/c"_s, true}},
            .devices = {},
            .hostname = u"h"_s,
            .memoryBytes = 1024,
            .milliCpu = 500,
            .pids = 9,
            .shmBytes = 77};
}

// As both engines answer, shortened.
QByteArray inspected(const QByteArray &state, const QByteArray &labels)
{
    return "{\"Id\":\"abc\",\"LogPath\":\"/log\",\"State\":" + state
           + ",\"Config\":{\"Labels\":" + labels
           + "},\"HostConfig\":{\"Memory\":67108864},\"NetworkSettings\":"
             "{\"Networks\":{\"podman\":{\"IPAddress\":\"10.88.0.2\"}}}}";
}

constexpr auto kLabels =
    "{\"berth.installation\":\"x\",\"berth.attempt\":\"2\",\"berth.job\":"
    "\"6572b919-faf3-4360-b9d8-b829d2560891\",\"berth.task\":\"worker0\",\"berth.node\":\"n2\"}";

} // namespace

class DockerJsonTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsTimes();
    void namesContainers();
    void asksForAContainer();
    void readsImageNames();
    void keepsAPasswordForItsRegistry();
    void tellsTheEnginesApart();
    void readsPhases_data();
    void readsPhases();
    void refusesAnswersItDoesNotUnderstand();
    void readsDockersUse();
    void readsPodmansUse();
    void readsNewerControlGroups();
    void readsEvents();
    void readsHowAnEngineIsSetUp();
};

void DockerJsonTest::readsTimes()
{
    const auto ms = [](const QString &text) {
        return engines::parseTime(text).value_or(QDateTime()).toString(Qt::ISODateWithMs);
    };
    QCOMPARE(ms(u"2026-11-24T08:50:24.504999999Z"_s), u"2026-11-24T08:50:24.504Z"_s);
    QCOMPARE(ms(u"2026-11-24T08:50:25.5Z"_s), u"2026-11-24T08:50:25.500Z"_s);
    QCOMPARE(ms(u"2026-11-24T08:50:24Z"_s), u"2026-11-24T08:50:24.000Z"_s);
    QCOMPARE(ms(u"2026-11-24T09:50:24.25+01:00"_s), u"2026-11-24T08:50:24.250Z"_s);
    QCOMPARE(ms(u"2026-11-24T03:50:24.25-05:00"_s), u"2026-11-24T08:50:24.250Z"_s);
    QVERIFY(!engines::parseTime(u"0001-01-01T00:00:00Z"_s));
    QVERIFY(!engines::parseTime(u"yesterday"_s));
    QVERIFY(!engines::parseTime({}));
}

void DockerJsonTest::namesContainers()
{
    const QString name = engines::containerName(u"one"_s, kKey);
    QVERIFY(name.startsWith(u"berth-"_s));
    QVERIFY(name.endsWith(u"-6572b919-faf3-4360-b9d8-b829d2560891-2-worker0"_s));
    QVERIFY(name != engines::containerName(u"two"_s, kKey));
}

void DockerJsonTest::asksForAContainer()
{
    engines::CreateContext context{
        .installation = u"x"_s,
        .brand = engines::EngineBrand::Podman,
        .network = engines::Network::None,
        .ulimits = {100, 200},
        .devices = {{{u"NVIDIA_VISIBLE_DEVICES"_s, u"void"_s}}, {u"/dev/n0"_s}}};
    const QJsonObject body = engines::createBody(spec(), context);
    QCOMPARE(body[u"Image"_s].toString(), u"team/x:latest"_s);
    QCOMPARE(body[u"Entrypoint"_s], QJsonArray{u"/bin/sh"_s});
    QCOMPARE(body[u"Cmd"_s], (QJsonArray{u"-c"_s, u"echo $A"_s}));
    QCOMPARE(body[u"Env"_s], (QJsonArray{u"A=1=2"_s, u"NVIDIA_VISIBLE_DEVICES=void"_s}));
    QCOMPARE(body[u"Hostname"_s].toString(), u"h"_s);
    QCOMPARE(body[u"Labels"_s], QJsonDocument::fromJson(kLabels).object());
    const QJsonObject host = body[u"HostConfig"_s].toObject();
    QCOMPARE(host[u"NetworkMode"_s].toString(), u"none"_s);
    QCOMPARE(host[u"Memory"_s].toInteger(), 1024);
    QCOMPARE(host[u"MemorySwap"_s].toInteger(), 1024);
    QCOMPARE(host[u"NanoCpus"_s].toInteger(), 500000000);
    QCOMPARE(host[u"PidsLimit"_s].toInteger(), 9);
    QCOMPARE(host[u"ShmSize"_s].toInteger(), 77);
    QCOMPARE(host[u"Ulimits"_s].toArray().size(), 2);
    QCOMPARE(host[u"Mounts"_s][0][u"Source"_s].toString(), u"/a:b"_s);
    QVERIFY(host[u"Mounts"_s][0][u"ReadOnly"_s].toBool());
    QCOMPARE(host[u"Devices"_s][0][u"PathOnHost"_s].toString(), u"/dev/n0"_s);
    QVERIFY(!host.contains(u"Privileged"_s));
    QCOMPARE(body[u"User"_s].toString(), u"0:0"_s);
    QVERIFY(!host[u"LogConfig"_s].toObject().contains(u"Config"_s));
    context.logBytes = 4000;
    const auto log = [&] {
        return engines::createBody(spec(), context)[u"HostConfig"_s][u"LogConfig"_s].toObject();
    };
    QCOMPARE(log()[u"Config"_s][u"max-size"_s].toString(), u"4000"_s);
    context.brand = engines::EngineBrand::Docker;
    QCOMPARE(log()[u"Config"_s][u"max-size"_s].toString(), u"2000"_s);
    QCOMPARE(log()[u"Config"_s][u"max-file"_s].toString(), u"2"_s);
    context.network = engines::Network::Host;
    QVERIFY(!engines::createBody(spec(), context).contains(u"Hostname"_s));
}

void DockerJsonTest::readsImageNames()
{
    const auto name = [](const QString &image) {
        const auto parsed = engines::parseImageName(image);
        return QString(parsed.registry + u' ' + parsed.full);
    };
    QCOMPARE(name(u"ubuntu"_s), u"docker.io ubuntu:latest"_s);
    QCOMPARE(name(u"team/x:2"_s), u"docker.io team/x:2"_s);
    QCOMPARE(name(u"r:5000/x"_s), u"r:5000 r:5000/x:latest"_s);
    QCOMPARE(name(u"quay.io/a/b@sha256:00"_s), u"quay.io quay.io/a/b@sha256:00"_s);
    QCOMPARE(name(u"localhost/x:1"_s), u"localhost localhost/x:1"_s);
}

void DockerJsonTest::keepsAPasswordForItsRegistry()
{
    const auto auth = [](const QString &registry, const QString &image) {
        return engines::registryAuth({registry, u"u"_s, u"p~?>"_s}, engines::parseImageName(image));
    };
    const QByteArray good = auth(u"http://r:5000"_s, u"r:5000/x"_s);
    const auto json =
        QJsonDocument::fromJson(QByteArray::fromBase64(good, QByteArray::Base64UrlEncoding));
    QCOMPARE(json[u"username"_s].toString(), u"u"_s);
    QCOMPARE(json[u"password"_s].toString(), u"p~?>"_s);
    QCOMPARE(json[u"serveraddress"_s].toString(), u"r:5000"_s);
    QCOMPARE(auth(u"https://r:5000/v2/"_s, u"r:5000/x"_s), good);
    QVERIFY(!auth(u"index.docker.io"_s, u"team/x"_s).isEmpty());
    QVERIFY(auth(u"r:5000"_s, u"other:5000/x"_s).isEmpty());
    QVERIFY(auth(u"r:5000"_s, u"team/x"_s).isEmpty());
}

void DockerJsonTest::tellsTheEnginesApart()
{
    QCOMPARE(*engines::decodeVersion(
                 "{\"Components\":[{\"Name\":\"Podman Engine\"}],\"Version\":\"4.3.1\"}"),
             (engines::EngineVersion{engines::EngineBrand::Podman, u"podman 4.3.1"_s}));
    QCOMPARE(*engines::decodeVersion(
                 "{\"Components\":[{\"Name\":\"Engine\"}],\"Version\":\"20.10.24\"}"),
             (engines::EngineVersion{engines::EngineBrand::Docker, u"docker 20.10.24"_s}));
    QVERIFY(!engines::decodeVersion("{}"));
}

void DockerJsonTest::readsPhases_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<TaskPhase>("phase");
    QTest::addColumn<int>("code");
    const QByteArray never =
        "\"StartedAt\":\"0001-01-01T00:00:00Z\",\"FinishedAt\":\"0001-01-01T00:00:00Z\"}";
    const QByteArray once =
        "\"StartedAt\":\"2026-11-24T08:50:24.5Z\",\"FinishedAt\":\"2026-11-24T08:50:24.4Z\"}";
    QTest::newRow("created") << "{\"Status\":\"created\",\"ExitCode\":127," + never
                             << TaskPhase::Created << 0;
    QTest::newRow("podman's") << "{\"Status\":\"configured\"," + never << TaskPhase::Created << 0;
    QTest::newRow("running") << "{\"Status\":\"running\"," + once << TaskPhase::Running << 0;
    QTest::newRow("stopping") << "{\"Status\":\"stopping\"," + once << TaskPhase::Running << 0;
    QTest::newRow("exited") << "{\"Status\":\"exited\",\"OOMKilled\":true,\"ExitCode\":137," + once
                            << TaskPhase::Exited << 137;
    QTest::newRow("never ran") << "{\"Status\":\"exited\",\"ExitCode\":127," + never
                               << TaskPhase::Created << 0;
}

void DockerJsonTest::readsPhases()
{
    QFETCH(QByteArray, state);
    QFETCH(TaskPhase, phase);
    QFETCH(int, code);
    const auto container = engines::decodeInspect(inspected(state, kLabels));
    QVERIFY(container);
    QCOMPARE(container->id, u"abc"_s);
    QCOMPARE(container->installation, u"x"_s);
    QCOMPARE(container->logPath, u"/log"_s);
    QVERIFY(container->memoryLimited);
    QCOMPARE(container->status.key, kKey);
    QCOMPARE(container->status.node.value(), u"n2"_s);
    QCOMPARE(container->status.address, phase == TaskPhase::Running ? u"10.88.0.2"_s : QString());
    QCOMPARE(container->status.phase, phase);
    QCOMPARE(container->status.exitCode, code);
    QCOMPARE(container->status.outOfMemory, code == 137);
    QCOMPARE(container->status.startedAt.has_value(), phase != TaskPhase::Created);
    if (container->status.finishedAt)
        QVERIFY(*container->status.finishedAt >= *container->status.startedAt);
}

void DockerJsonTest::refusesAnswersItDoesNotUnderstand()
{
    QVERIFY(!engines::decodeInspect("{}"));
    QVERIFY(!engines::decodeInspect("[]"));
    QVERIFY(!engines::decodeInspect("nonsense"));
    QVERIFY(!engines::decodeInspect(inspected(
        "{\"Status\":\"running\"}", "{\"berth.installation\":\"x\",\"berth.job\":\"?\"}")));
    QVERIFY(engines::decodeInspect(inspected("{\"Status\":\"running\"}", "{\"some\":\"other\"}")));
    QVERIFY(!engines::decodeList("{}"));
    QCOMPARE(engines::decodeList("[]")->size(), 0);
    QCOMPARE(engines::engineSentence("{\"message\":\"so\"}"), u"so"_s);
    QCOMPARE(engines::engineSentence("plain text\n"), u"plain text"_s);
}

void DockerJsonTest::readsDockersUse()
{
    const auto sample = engines::decodeStats(
        "{\"read\":\"2026-11-24T08:56:38.5Z\",\"preread\":\"2026-11-24T08:56:37.5Z\","
        "\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":1500000000}},"
        "\"precpu_stats\":{\"cpu_usage\":{\"total_usage\":1000000000}},"
        "\"memory_stats\":{\"usage\":5000,\"stats\":{\"total_inactive_file\":2000,\"inactive_file\":1}},"
        "\"networks\":{\"eth0\":{\"rx_bytes\":10,\"tx_bytes\":20},\"eth1\":{\"rx_bytes\":1,\"tx_bytes\":2}},"
        "\"blkio_stats\":{\"io_service_bytes_recursive\":[{\"op\":\"Read\",\"value\":7},"
        "{\"op\":\"Write\",\"value\":8},{\"op\":\"Total\",\"value\":15},{\"op\":\"Read\",\"value\":1}]}}");
    QVERIFY(sample && sample->hasCpuPercent);
    QCOMPARE(sample->usage.cpuPercent, 50.0);
    QCOMPARE(sample->usage.memoryBytes, 3000);
    QCOMPARE(sample->usage.networkInBytes, 11);
    QCOMPARE(sample->usage.networkOutBytes, 22);
    QCOMPARE(sample->usage.blockInBytes, 8);
    QCOMPARE(sample->usage.blockOutBytes, 8);
}

void DockerJsonTest::readsPodmansUse()
{
    const auto sample = engines::decodeStats(
        "{\"read\":\"2026-11-24T08:56:30.77Z\",\"preread\":\"0001-01-01T00:00:00Z\",\"blkio_stats\":"
        "{\"io_service_bytes_recursive\":[],\"io_serviced_recursive\":null},\"cpu_stats\":{\"cpu_usage\":"
        "{\"total_usage\":50580565}},\"memory_stats\":{\"usage\":434176,\"limit\":33554432},"
        "\"networks\":{\"network\":{\"rx_bytes\":0}}}");
    QVERIFY(sample && !sample->hasCpuPercent);
    QCOMPARE(sample->cpuNanoseconds, 50580565);
    QCOMPARE(sample->usage.memoryBytes, 434176);
    for (const QByteArray &stopped :
         {QByteArray(), QByteArray("{\"read\":\"0001-01-01T00:00:00Z\"}")}) {
        const auto none = engines::decodeStats(stopped);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::Conflict);
    }
}

void DockerJsonTest::readsNewerControlGroups()
{
    const auto sample = engines::decodeStats(
        "{\"read\":\"2026-11-24T08:56:30Z\",\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":1}},"
        "\"memory_stats\":{\"usage\":100,\"stats\":{\"inactive_file\":40}},\"blkio_stats\":"
        "{\"io_service_bytes_recursive\":[{\"op\":\"read\",\"value\":3},{\"op\":\"write\",\"value\":4}]}}");
    QCOMPARE(sample->usage.memoryBytes, 60);
    QCOMPARE(sample->usage.blockInBytes, 3);
    QCOMPARE(sample->usage.blockOutBytes, 4);
}

void DockerJsonTest::readsEvents()
{
    const auto event = engines::decodeEvent(
        "{\"status\":\"die\",\"Type\":\"container\",\"Action\":\"die\",\"Actor\":{\"ID\":\"abc\",\"Attributes\":"
        "{\"berth.installation\":\"x\",\"exitCode\":\"137\"}}}");
    QVERIFY(event.has_value());
    QCOMPARE(event->id, u"abc"_s);
    QCOMPARE(event->installation, u"x"_s);
    QCOMPARE(event->action, u"die"_s);
    QVERIFY(!engines::decodeEvent("{\"Type\":\"image\",\"Action\":\"pull\"}"));
    QVERIFY(!engines::decodeEvent("half a li"));
}

void DockerJsonTest::readsHowAnEngineIsSetUp()
{
    const auto podman = engines::decodeTraits(
        R"({"LiveRestoreEnabled":false,"Rootless":false,"SecurityOptions":["name=seccomp"]})");
    QCOMPARE(podman, engines::EngineTraits{});
    const auto docker = engines::decodeTraits(
        R"({"LiveRestoreEnabled":false,"SecurityOptions":["name=seccomp,profile=default"]})");
    QCOMPARE(docker, (engines::EngineTraits{false, false}));
    const auto kept = engines::decodeTraits(R"({"LiveRestoreEnabled":true})");
    QCOMPARE(kept, engines::EngineTraits{});
    const auto rootless = engines::decodeTraits(
        R"({"Rootless":true,"SecurityOptions":["name=seccomp","name=rootless"]})");
    QCOMPARE(rootless, (engines::EngineTraits{true, true}));
    QVERIFY(!engines::decodeTraits("{"));
}

QTEST_GUILESS_MAIN(DockerJsonTest)
#include "tst_dockerjson.moc"
