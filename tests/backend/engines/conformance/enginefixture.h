// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/dockerengine.h"
#include "tests/support/await.h"
#include "tests/support/engineservice.h"

#include <QTest>

#include <map>
#include <memory>

// What every suite of the conformance tests begins with: each test runs on Podman and on Docker, each
// of its own, and is skipped where that cannot be started.
class EngineFixture : public QObject
{
    Q_OBJECT

protected:
    engines::DockerEngine &engine() { return *m_engine; }
    support::EngineService &service() { return *m_services.at(m_kind); }
    bool isPodman() const { return m_kind == support::EngineKind::Podman; }

    // A further engine on the same daemon. Waits until it is reachable.
    std::unique_ptr<engines::DockerEngine> connectEngine(const QString &installation);

    // A task of a new job that runs this shell text.
    static engines::TaskSpec shellTask(const QString &script);

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
    support::EngineKind m_kind = support::EngineKind::Podman;
    std::unique_ptr<engines::DockerEngine> m_engine;
};
