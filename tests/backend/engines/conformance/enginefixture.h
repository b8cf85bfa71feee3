// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/dockerengine.h"
#include "backend/engines/simulated/simulatedengine.h"
#include "backend/engines/simulated/virtualtime.h"
#include "tests/support/await.h"
#include "tests/support/engineservice.h"

#include <QTest>

#include <map>
#include <memory>

// What every suite of the conformance tests begins with: each test runs on Podman and on Docker, each
// of its own, and is skipped where that cannot be started; and on the simulated engine, which runs no
// command: a case that looks at what a command really does is left out there.
class EngineFixture : public QObject
{
    Q_OBJECT

protected:
    static constexpr const char *kRunsNothing = "the simulated engine runs no command";

    engines::ContainerEngine &engine() { return *m_engine; }
    support::EngineService &service() { return *m_services.at(*m_kind); } // of a real one
    bool isPodman() const { return m_kind == support::EngineKind::Podman; }
    bool isSimulated() const { return !m_kind; }

    // What a suite needs otherwise.
    virtual void adjust(engines::DockerEngineSettings &) const { }

    // A further engine on the same daemon or cluster. Waits until it is reachable.
    std::unique_ptr<engines::ContainerEngine> connectEngine(const QString &installation);

    // A task of a new job that runs this shell text.
    static engines::TaskSpec shellTask(const QString &script);

    // The shell text so many times, each with its number, from 1, in place of %1.
    static QString repeated(int times, const QString &script);

    // Starts and must succeed.
    engines::TaskStatus started(const engines::TaskSpec &spec);
    // What list() says of it; absent when it is not in the list.
    std::optional<engines::TaskStatus> listed(const engines::TaskKey &key);
    // Waits until it has ended.
    engines::TaskStatus ended(const engines::TaskKey &key);
    QList<model::LogLine> logOf(const engines::TaskKey &key, const engines::LogRange &range = {});
    static QStringList textsOf(const QList<model::LogLine> &lines);
    QStringList textsOf(const engines::TaskKey &key) { return textsOf(logOf(key)); }

private slots:
    void initTestCase_data();
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();

private:
    std::map<support::EngineKind, std::unique_ptr<support::EngineService>> m_services;
    std::map<support::EngineKind, QString> m_trouble;
    std::optional<support::EngineKind> m_kind; // absent: simulated
    std::unique_ptr<engines::VirtualTime> m_time;
    std::unique_ptr<engines::SimulatedCluster> m_cluster;
    std::unique_ptr<engines::ContainerEngine> m_engine;
};
