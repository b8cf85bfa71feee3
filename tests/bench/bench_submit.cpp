// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "figures.h"
#include "submitclient.h"
#include "tests/contract/platform.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>

#include <vector>

// How many submits a second are answered, each durable on disk, by clients that keep their
// connection and send the next one when the last is answered. Prints one line of JSON.

using namespace Qt::Literals::StringLiterals;

namespace {

struct Load
{
    QString host;
    quint16 port = 0;
    QByteArray token;
    int jobs = 0; // of one client
};

model::JobSpec specOf(int number)
{
    model::JobSpec spec;
    spec.name = u"bench-%1"_s.arg(number);
    spec.vc = model::VcName(u"platform"_s);
    spec.image = u"localhost/sample:1"_s;
    spec.command = u"python3 /work/train.py --epochs 90 --data /data/set"_s;
    return spec;
}

// How long each submit took, in milliseconds; fewer when one was not accepted.
std::vector<double> submitAll(const Load &load)
{
    std::vector<double> times;
    SubmitClient client(load.host, load.port, load.token);
    if (!client.connect())
        return times;
    for (int i = 0; i < load.jobs; ++i) {
        QElapsedTimer timer;
        timer.start();
        if (!client.submit(specOf(i)))
            break;
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

void print(const std::vector<double> &times, int clients, qint64 elapsed)
{
    const QJsonObject line{{"bench"_L1, u"submit"_s},
                           {"jobs"_L1, qint64(times.size())},
                           {"clients"_L1, clients},
                           {"perSecond"_L1, qint64(double(times.size()) * 1000 / double(elapsed))},
                           {"p50Ms"_L1, bench::percentile(times, 0.5)},
                           {"p99Ms"_L1, bench::percentile(times, 0.99)}};
    std::puts(json::toText(line).constData());
}

// Runs the clients in threads of their own; the event loop serves them meanwhile.
int measure(const Load &load, int clients)
{
    std::vector<std::unique_ptr<QThread>> threads;
    std::vector<std::vector<double>> times{size_t(clients)};
    std::atomic<int> running = clients;
    std::atomic<bool> failed = false;
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back(QThread::create([&, i] {
            times[size_t(i)] = submitAll(load);
            if (times[size_t(i)].size() < size_t(load.jobs))
                failed = true;
            if (--running == 0)
                QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        }));
        threads.back()->start();
    }
    QCoreApplication::exec();
    const qint64 elapsed = timer.elapsed();
    std::vector<double> all;
    for (const auto &thread : threads)
        thread->wait();
    for (const auto &some : times)
        all.insert(all.end(), some.begin(), some.end());
    print(all, clients, elapsed);
    return failed ? 1 : 0;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions(
        {{u"jobs"_s, u"Jobs of each client."_s, u"n"_s, u"1250"_s},
         {u"clients"_s, u"Clients at once."_s, u"n"_s, u"8"_s},
         {u"server"_s, u"A running server, host:port, not one in this process."_s, u"address"_s},
         {u"token"_s, u"A session's token for it."_s, u"token"_s}});
    parser.process(application);
    Load load{u"127.0.0.1"_s, 0, parser.value(u"token"_s).toLatin1(),
              parser.value(u"jobs"_s).toInt()};
    const int clients = parser.value(u"clients"_s).toInt();
    if (const QString server = parser.value(u"server"_s); !server.isEmpty()) {
        load.host = server.section(u':', 0, 0);
        load.port = quint16(server.section(u':', 1).toUInt());
        return measure(load, clients);
    }
    QTemporaryDir directory;
    const auto platform = support::Platform::open(directory.path());
    if (!platform)
        qFatal("%s", qPrintable(platform.error().detail));
    const auto session = (*platform)->session(u"admin"_s, (*platform)->adminPassword);
    if (!session)
        qFatal("%s", qPrintable(session.error().detail));
    load.port = (*platform)->listener->port();
    load.token = session->token.toLatin1();
    return measure(load, clients);
}
