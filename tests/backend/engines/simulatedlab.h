// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/simulated/simulatedengine.h"
#include "backend/engines/simulated/virtualtime.h"
#include "tests/support/await.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using engines::Distribution;
using engines::StartFailure;
using engines::TaskPhase;
using support::await;

inline const QDateTime kBegin = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);

inline engines::Simulation lab()
{
    engines::Simulation simulation;
    simulation.seed = 42;
    simulation.nodes = {{u"npu"_s, 3, model::DeviceType(u"huawei_npu_arm64"_s), 8},
                        {u"head"_s, 1, {}, 0}};
    engines::Workload workload;
    workload.startTime = {Distribution::Kind::Uniform, 1s, 5s, 0};
    workload.runTime = {Distribution::Kind::Lognormal, 1h, {}, 0.8};
    workload.exitCodes = {{0, 3}, {1, 1}};
    workload.outOfMemory = 0.1;
    engines::Workload stubborn = workload;
    stubborn.match = u"stubborn*.py"_s;
    stubborn.stubborn = 1;
    simulation.workloads = {stubborn, workload};
    simulation.closedImages = {u"private/*"_s};
    return simulation;
}

// A cluster whose time is moved by hand.
struct Lab
{
    explicit Lab(const engines::Simulation &simulation = lab())
        : cluster(time, simulation)
        , engine(cluster, u"here"_s)
    { }

    void happen(const QString &words)
    {
        const auto incident = engines::parseIncident(words);
        QVERIFY2(incident, incident ? "" : qPrintable(incident.error().detail));
        QVERIFY(cluster.nodes().happen(*incident));
    }
    engines::TaskSpec task(const QString &command = u"python train.py"_s,
                           const QString &node = u"npu1"_s)
    {
        engines::TaskSpec spec;
        const QByteArray name = QByteArray::number(++tasks);
        spec.key = {model::JobId(QUuid::createUuidV5(QUuid(), name)), 1, u"main"_s};
        spec.node = model::NodeName(node);
        spec.image = u"lab/train:1"_s;
        spec.command = {u"/bin/sh"_s, u"-c"_s, command};
        spec.devices = {0, 1};
        return spec;
    }
    engines::TaskSpec running(const QString &command = u"sleep 1h"_s,
                              const QString &node = u"npu1"_s)
    {
        const auto spec = task(command, node);
        const auto started = engine.start(spec);
        time.advance(10s);
        [&] { QVERIFY(await(started) && !await(started)->failure); }();
        return spec;
    }
    std::optional<engines::TaskStatus> listed(const engines::TaskSpec &spec)
    {
        const auto list = await(engine.list());
        for (const auto &status : list ? *list : QList<engines::TaskStatus>()) {
            if (status.key == spec.key)
                return status;
        }
        return std::nullopt;
    }
    model::Node node(const QString &name)
    {
        const auto nodes = await(engine.nodes());
        for (const auto &node : nodes ? *nodes : QList<model::Node>()) {
            if (node.name.value() == name)
                return node;
        }
        return {};
    }

    engines::VirtualTime time{kBegin, engines::VirtualTime::kByHand};
    engines::SimulatedCluster cluster;
    engines::SimulatedEngine engine;
    int tasks = 0;
};
