// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "backend/storage/jobstore.h"
#include "core/json/codec.h"
#include "figures.h"
#include "tests/support/await.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

// How long berthd takes from exec to its first plan with many jobs in its store, on a simulated
// cluster of a thousand nodes, and what it then takes of memory. Prints one line of JSON.

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNodes = 1000;
constexpr int kPatience = 120000; // ms

const char *const kSimulation = R"(
history: 0s
device-types:
  - name: huawei_npu_arm64
    family: npu
    counts: [0, 1, 2, 4, 8]
    link-groups: [[0, 1, 2, 3], [4, 5, 6, 7]]
nodes:
  - {name: npu, count: %1, type: huawei_npu_arm64, devices: 8}
password: berth-simulation
)";

model::Job waiting(int number)
{
    model::Job job;
    job.id = model::JobId(QUuid::createUuid());
    job.spec.name = u"bench-%1"_s.arg(number);
    job.spec.vc = model::VcName(u"elsewhere"_s);
    job.spec.deviceType = model::DeviceType(u"huawei_npu_arm64"_s);
    job.spec.devices = 1 << number % 4;
    job.spec.image = u"lab/mindspore:2.2"_s;
    job.spec.command = u"python train.py --fold %1"_s.arg(number % 10);
    job.name = job.spec.name;
    job.vc = job.spec.vc;
    job.owner = model::UserId(30001 + number % 100);
    job.ownerName = u"user%1"_s.arg(number % 100);
    job.deviceType = job.spec.deviceType;
    job.devices = job.spec.devices;
    job.submittedAt = QDateTime::currentDateTimeUtc();
    return job;
}

Result<> fill(const QString &directory, int count)
{
    TRY_ASSIGN(const auto database, storage::Database::open(directory % u"/berth.db"_s));
    storage::Committer committer(*database);
    TRY_ASSIGN(const auto jobs, storage::JobStore::open(*database, committer));
    for (int i = 0; i < count; ++i) {
        const auto stored = jobs->submit(waiting(i), {}, {});
        if (i % 500 == 0 || i == count - 1)
            TRY_VOID(support::await(stored));
    }
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({u"jobs"_s, u"Jobs in the store."_s, u"n"_s, u"100000"_s});
    parser.process(application);
    const int jobs = parser.value(u"jobs"_s).toInt();

    const QTemporaryDir directory;
    if (const auto filled = fill(directory.path(), jobs); !filled)
        qFatal("%s", qPrintable(filled.error().detail));
    QFile simulation(directory.filePath(u"simulation.yaml"_s));
    if (!simulation.open(QIODevice::WriteOnly))
        qFatal("%s", qPrintable(simulation.errorString()));
    simulation.write(QString::fromLatin1(kSimulation).arg(kNodes).toUtf8());
    simulation.close();

    QProcess berthd;
    berthd.setProcessChannelMode(QProcess::MergedChannels);
    QElapsedTimer timer;
    timer.start();
    berthd.start(QCoreApplication::applicationDirPath() % u"/berthd"_s,
                 {u"--simulate"_s, simulation.fileName(), u"--data-dir"_s, directory.path(),
                  u"--listen"_s, u"127.0.0.1:0"_s});
    QByteArray output;
    while (!output.contains("first plan") && timer.elapsed() < kPatience
           && berthd.waitForReadyRead(kPatience))
        output += berthd.readAll();
    const qint64 elapsed = timer.elapsed();
    const bool isPlanned = output.contains("first plan");
    const double memory = bench::residentMemory(berthd.processId());
    berthd.terminate();
    berthd.waitForFinished(kPatience);
    if (!isPlanned)
        qFatal("berthd has not planned: %s", output.constData());

    const QJsonObject line{{u"bench"_s, u"restart"_s},
                           {u"nodes"_s, kNodes},
                           {u"jobs"_s, jobs},
                           {u"first_plan_ms"_s, elapsed},
                           {u"rss_mb"_s, memory}};
    std::puts(json::toText(line).constData());
    return 0;
}
