// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/devices.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace engines {

namespace {

constexpr auto kLongestRun = 10s;
const QString kDeviceFolder = u"/dev"_s;
const QString kAddressFile = u"/etc/hccn.conf"_s;

QString stem(model::DeviceFamily family)
{
    return family == model::DeviceFamily::Gpu ? u"nvidia"_s : u"davinci"_s;
}

QStringList commonNodes(model::DeviceFamily family)
{
    if (family == model::DeviceFamily::Gpu)
        return {u"nvidiactl"_s, u"nvidia-uvm"_s};
    return {u"davinci_manager"_s, u"devmm_svm"_s, u"hisi_hdc"_s};
}

void sortByIndex(QList<model::Device> &devices)
{
    std::sort(devices.begin(), devices.end(),
              [](const auto &a, const auto &b) { return a.index < b.index; });
}

model::DeviceType usualType(model::DeviceFamily family)
{
    const QString machine = QSysInfo::currentCpuArchitecture();
    const QString architecture = machine == "x86_64"_L1 ? u"amd64"_s : machine;
    return model::DeviceType(
        (family == model::DeviceFamily::Gpu ? u"nvidia_gpu_"_s : u"huawei_npu_"_s) + architecture);
}

} // namespace

QList<model::Device> parseNvidiaSmi(const QString &text)
{
    QList<model::Device> devices;
    const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        bool ok = false;
        const int index = line.section(u',', 0, 0).trimmed().toInt(&ok);
        const bool lost = line.contains("lost"_L1, Qt::CaseInsensitive)
                          || line.contains("unknown error"_L1, Qt::CaseInsensitive)
                          || line.contains("ERR!"_L1);
        if (ok)
            devices.append({index, !lost, {}});
    }
    sortByIndex(devices);
    return devices;
}

QList<model::Device> parseNpuSmi(const QString &text)
{
    // | 0       910A      | OK            | 66.6        31                0 / 0             |
    static const QRegularExpression row(
        u"^\\|\\s*(\\d+)\\s+\\S[^|]*\\|\\s*(OK|Warning|Alarm|Critical|UNKNOWN)\\s*\\|"_s,
        QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    QList<model::Device> devices;
    auto matches = row.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString health = match.captured(2).toLower();
        devices.append(
            {match.captured(1).toInt(), health == "ok"_L1 || health == "warning"_L1, {}});
    }
    sortByIndex(devices);
    return devices;
}

void addDeviceNodes(const QString &folder, model::DeviceFamily family,
                    QList<model::Device> &devices)
{
    const auto names = QDir(folder).entryList({QString(stem(family) % u'*')}, QDir::System);
    for (const QString &name : names) {
        bool ok = false;
        const int index = name.mid(stem(family).size()).toInt(&ok);
        const bool known = std::any_of(devices.cbegin(), devices.cend(),
                                       [&](const auto &device) { return device.index == index; });
        if (ok && !known)
            devices.append({index, false, {}});
    }
    sortByIndex(devices);
}

void addAddresses(const QString &text, QList<model::Device> &devices)
{
    static const QRegularExpression line(u"^\\s*address_(\\d+)\\s*=\\s*(\\S+)\\s*$"_s,
                                         QRegularExpression::MultilineOption);
    auto matches = line.globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        for (model::Device &device : devices) {
            if (device.index == match.captured(1).toInt())
                device.address = match.captured(2);
        }
    }
}

DeviceAccess deviceAccess(model::DeviceFamily family, const QList<int> &devices,
                          const QString &folder)
{
    const bool gpu = family == model::DeviceFamily::Gpu;
    QStringList numbers;
    QStringList wanted;
    for (const int device : devices) {
        numbers.append(QString::number(device));
        wanted.append(QString(stem(family) % QString::number(device)));
    }
    if (!devices.isEmpty())
        wanted += commonNodes(family);
    DeviceAccess access;
    const QString list = numbers.join(u',');
    access.environment = {{u"NVIDIA_VISIBLE_DEVICES"_s, gpu && !list.isEmpty() ? list : u"void"_s},
                          {u"ASCEND_VISIBLE_DEVICES"_s, gpu ? QString() : list}};
    for (const QString &name : wanted) {
        if (const QString path = folder % u'/' % name; QFile::exists(path))
            access.nodes.append(path);
    }
    return access;
}

QFuture<Result<NodeDevices>> DeviceSearch::find()
{
    const Promise<NodeDevices> promise;
    whenDone(
        run(u"nvidia-smi"_s, {u"--query-gpu=index,name,pci.bus_id"_s, u"--format=csv,noheader"_s}),
        this, [this, promise](const Result<QString> &gpus) {
            NodeDevices found;
            if (gpus)
                found.devices = parseNvidiaSmi(*gpus);
            addDeviceNodes(kDeviceFolder, model::DeviceFamily::Gpu, found.devices);
            if (!found.devices.isEmpty()) {
                found.type = usualType(found.family);
                promise.finish(found);
                return;
            }
            whenDone(run(u"npu-smi"_s, {u"info"_s}), this, [promise](const Result<QString> &npus) {
                NodeDevices others;
                others.family = model::DeviceFamily::Npu;
                if (npus)
                    others.devices = parseNpuSmi(*npus);
                addDeviceNodes(kDeviceFolder, others.family, others.devices);
                if (QFile file(kAddressFile); file.open(QIODevice::ReadOnly))
                    addAddresses(QString::fromUtf8(file.readAll()), others.devices);
                if (!others.devices.isEmpty())
                    others.type = usualType(others.family);
                promise.finish(others);
            });
        });
    return promise.future();
}

QFuture<Result<QString>> DeviceSearch::run(const QString &program, const QStringList &arguments)
{
    const Promise<QString> promise;
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
        return ready<QString>(Error{ErrorCode::NotFound, program, {}});
    auto *process = new QProcess(this);
    auto *limit = new QTimer(process);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, process, &QProcess::kill);
    connect(process, &QProcess::finished, process,
            [process, promise, program](int code, QProcess::ExitStatus status) {
                if (status == QProcess::NormalExit && code == 0)
                    promise.finish(QString::fromUtf8(process->readAllStandardOutput()));
                else
                    promise.finish(Error{ErrorCode::Unavailable, program, {}});
                process->deleteLater();
            });
    connect(process, &QProcess::errorOccurred, process,
            [process, promise, program](QProcess::ProcessError error) {
                if (error != QProcess::FailedToStart)
                    return; // finished follows
                promise.finish(Error{ErrorCode::Unavailable, program, {}});
                process->deleteLater();
            });
    limit->start(kLongestRun);
    process->start(path, arguments);
    return promise.future();
}

} // namespace engines
