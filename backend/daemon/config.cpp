// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/config.h"

#include "backend/daemon/devicetypes.h"
#include "backend/daemon/yamlsection.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QHostInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

void readListen(YamlSection &root, Listen &listen)
{
    QString text;
    root.read("listen", text);
    if (text.isEmpty())
        return;
    if (const auto parsed = parseListen(text))
        listen = *parsed;
    else
        root.problem("listen", u"expected address:port such as 127.0.0.1:8600"_s);
}

void readTls(YamlSection &root, const QDir &base, std::optional<TlsFiles> &tls)
{
    root.section("tls", [&](YamlSection &section) {
        TlsFiles files;
        section.readPath("certificate", base, files.certificate);
        section.readPath("key", base, files.key);
        if (files.certificate.isEmpty() || files.key.isEmpty())
            root.problem("tls", u"expected certificate and key"_s);
        tls = files;
    });
}

void readProxies(YamlSection &root, http::TrustedProxies &proxies)
{
    QStringList networks;
    root.read("trusted-proxies", networks);
    if (const auto parsed = http::TrustedProxies::parse(networks))
        proxies = *parsed;
    else
        root.problem("trusted-proxies",
                     u"expected addresses or networks such as 10.0.0.5, 10.1.0.0/16"_s);
}

void readLimits(YamlSection &section, http::Limits &limits)
{
    constexpr YamlSection::Range kCount{1, 1000000};
    section.read("connections", limits.connections, kCount);
    section.read("connections-per-address", limits.connectionsPerAddress, kCount);
    section.readBytes("header", limits.headerBytes);
    section.readBytes("body", limits.bodyBytes);
    section.readBytes("stream-backlog", limits.streamBacklogBytes);
    section.readTime("header-time", limits.headerTime);
    section.readTime("request-time", limits.requestTime);
    section.readTime("idle-time", limits.idleTime);
    constexpr qint64 kLeast = 1024;
    constexpr qint64 kMost = 1LL << 30;
    for (const auto &[key, value] : {std::pair{"header", limits.headerBytes},
                                     {"body", limits.bodyBytes},
                                     {"stream-backlog", limits.streamBacklogBytes}}) {
        if (value < kLeast || value > kMost)
            section.problem(key, u"expected 1KiB to 1GiB"_s);
    }
}

void readEngine(YamlSection &section, EngineSettings &engine)
{
    QString kind = u"container"_s;
    section.read("kind", kind);
    if (kind != "container"_L1)
        section.problem("kind", u"expected container"_s);
    section.read("socket", engine.socket);
    if (engine.socket != "auto"_L1 && !engine.socket.startsWith(u'/'))
        section.problem("socket", u"expected auto or an absolute path"_s);
    section.readWord("pull", engine.pull);
    section.readTime("stop-grace", engine.stopGrace);
    section.section("task", [&](YamlSection &task) {
        task.readBytes("memory", engine.task.memoryBytes);
        task.readMilliCpu("cpu", engine.task.milliCpu);
        task.read("pids", engine.task.pids, {0, 4194304});
        task.readBytes("shm", engine.task.shmBytes);
        task.readBytes("log", engine.task.logBytes);
        constexpr qint64 kLeastLog = 1LL << 20;
        if (engine.task.logBytes != 0 && engine.task.logBytes < kLeastLog)
            task.problem("log", u"expected 0 or at least 1MiB"_s);
    });
}

// "40000-40999".
void readPorts(YamlSection &section, engines::PortRange &ports)
{
    static const QRegularExpression pattern(u"^([0-9]{1,5})-([0-9]{1,5})$"_s);
    constexpr int kLeast = 1024;
    constexpr int kMost = 65535;
    QString text;
    section.read("ports", text);
    if (text.isEmpty())
        return;
    const auto match = pattern.match(text);
    const engines::PortRange range{match.captured(1).toInt(), match.captured(2).toInt()};
    if (match.hasMatch() && range.first >= kLeast && range.first <= range.last
        && range.last <= kMost)
        ports = range;
    else
        section.problem("ports", u"expected two of 1024 to 65535, such as 40000-40999"_s);
}

engines::DeclaredDevices readDevices(YamlSection &section,
                                     const QList<model::DeviceTypeInfo> &types)
{
    QString type;
    engines::DeclaredDevices declared;
    section.read("type", type);
    section.read("count", declared.count, {1, 1024});
    section.read("addresses", declared.addresses);
    declared.type = model::DeviceType(type);
    const auto info = std::find_if(types.begin(), types.end(),
                                   [&](const auto &known) { return known.name == declared.type; });
    if (info == types.end())
        section.problem("type", u"expected one of device-types"_s);
    else
        declared.family = info->family;
    if (!section.has("count"))
        section.problem("count", u"expected a whole number"_s);
    const auto &addresses = declared.addresses;
    if (!addresses.isEmpty()
        && (addresses.size() != declared.count
            || std::any_of(addresses.begin(), addresses.end(),
                           [](const auto &address) { return QHostAddress(address).isNull(); })))
        section.problem("addresses", u"expected an IP address for each device"_s);
    return declared;
}

// A name is looked up once: what it means later is not noticed.
void readAddress(YamlSection &section, NodeSettings &node)
{
    section.read("address", node.address);
    if (node.address.isEmpty())
        return;
    node.listen = {QHostAddress(node.address)};
    if (!node.listen.first().isNull())
        return;
    const QHostInfo found = QHostInfo::fromName(node.address);
    node.listen = found.addresses();
    if (node.listen.isEmpty())
        section.problem("address", u"%1: %2"_s.arg(node.address, found.errorString()));
}

void readNode(YamlSection &section, Config &config)
{
    section.read("name", config.node.name);
    readAddress(section, config.node);
    section.section("devices", [&](YamlSection &devices) {
        config.node.devices = readDevices(devices, config.deviceTypes);
    });
    section.read("hosts", config.node.hosts, {1, 64});
    if (config.node.hosts > 1 && !config.node.devices)
        section.problem("hosts", u"expected devices beside it: each host has as many"_s);
    readPorts(section, config.node.ports);
}

void readRoot(const YAML::Node &node, const QDir &base, Config &config, Problems &problems)
{
    YamlSection root(node, {}, problems);
    readListen(root, config.listen);
    readTls(root, base, config.tls);
    root.read("allow-plain-http", config.allowPlainHttp);
    readProxies(root, config.trustedProxies);
    root.readPath("data-dir", base, config.dataDir);
    root.section("storage", [&](YamlSection &section) {
        readStorage(section, base, config.dataDir, config.storage);
    });
    root.section("cluster", [&](YamlSection &section) {
        section.read("name", config.clusterName);
        section.read("support", config.support);
    });
    root.section("limits", [&](YamlSection &section) { readLimits(section, config.limits); });
    root.section("sessions", [&](YamlSection &section) {
        section.readTime("idle", config.sessions.idle);
        section.readTime("absolute", config.sessions.absolute);
    });
    root.section("sign-in",
                 [&](YamlSection &section) { readSignIn(section, base, config.signIn); });
    root.section("smtp",
                 [&](YamlSection &section) { readMail(section, base, config.mail.emplace()); });
    root.section("engine", [&](YamlSection &section) { readEngine(section, config.engine); });
    readDeviceTypes(root, config.deviceTypes);
    root.section("node", [&](YamlSection &section) { readNode(section, config); });
}

} // namespace

bool Listen::isLoopback() const
{
    return QHostAddress(host).isLoopback();
}

QString Config::defaultDataDir()
{
    if (::geteuid() == 0)
        return u"/var/lib/berth"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) % u"/berth"_s;
}

QList<model::DeviceTypeInfo> Config::defaultDeviceTypes()
{
    model::DeviceTypeInfo npu;
    npu.name = model::DeviceType(u"huawei_npu_arm64"_s);
    npu.family = model::DeviceFamily::Npu;
    npu.counts = {0, 1, 2, 4, 8};
    npu.linkGroups = {{0, 1, 2, 3}, {4, 5, 6, 7}};
    model::DeviceTypeInfo gpu;
    gpu.name = model::DeviceType(u"nvidia_gpu_amd64"_s);
    gpu.family = model::DeviceFamily::Gpu;
    return {npu, gpu};
}

std::optional<Listen> parseListen(const QString &text)
{
    static const QRegularExpression pattern(u"^(?:\\[([^\\]]+)\\]|([^:]+)):([0-9]{1,5})$"_s);
    const auto match = pattern.match(text);
    if (!match.hasMatch() || match.captured(3).toInt() > 65535)
        return std::nullopt;
    QString host = match.captured(1) + match.captured(2);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    if (QHostAddress(host).isNull())
        return std::nullopt;
    return Listen{host, quint16(match.captured(3).toInt())};
}

Result<Config> readConfig(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::InvalidInput, path % u": " % file.errorString(), {}};
    Config config;
    Problems problems(path);
    try {
        readRoot(YAML::Load(file.readAll().toStdString()), QFileInfo(path).absoluteDir(), config,
                 problems);
    } catch (const YAML::Exception &exception) {
        problems.add(exception.mark, QString::fromStdString(exception.msg));
    }
    if (!problems.lines().isEmpty())
        return Error{ErrorCode::InvalidInput, problems.lines().join(u'\n'), {}};
    return config;
}

Result<> checkConfig(const Config &config)
{
    const auto storage = checkStorage(withDefaults(config.storage, config.dataDir), config.dataDir);
    if (storage && !config.simulation) {
        const QString field = u"storage."_s % QString::fromLatin1(storage->key);
        return Error{ErrorCode::InvalidInput, field % u": " % storage->text, field};
    }
    if (config.listen.isLoopback() || config.tls || config.allowPlainHttp)
        return {};
    return Error{ErrorCode::InvalidInput,
                 u"listen: %1 is beyond this machine; give tls a certificate and key, or say "
                 u"allow-plain-http: true"_s.arg(config.listen.host),
                 u"listen"_s};
}

} // namespace berthd
