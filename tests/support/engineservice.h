// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "tests/support/networkbridge.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

// A real container engine of a test's own, on its own socket, storage and state folders. Root only.
// Its bridge leads nowhere.
namespace support {

enum class EngineKind { Podman, Docker };

QString nameOf(EngineKind kind);

class EngineService
{
public:
    explicit EngineService(EngineKind kind);
    ~EngineService(); // ends the containers and the engine, leaves no mount and no process
    EngineService(const EngineService &) = delete;
    EngineService &operator=(const EngineService &) = delete;

    // Starts the engine, also again after kill(), and waits until it answers. Fails with what it
    // said last. Needs the programs podman or dockerd.
    Result<> start();

    // Ends the engine as a crash would. Containers go on.
    void kill();

    EngineKind kind() const { return m_kind; }
    QString socketPath() const;
    QString folder() const { return m_folder.path(); }

private:
    QString program() const;
    QStringList arguments() const;
    Result<> awaitAnswer();
    void removeContainers();
    void terminate();
    void killLeftovers() const;
    void unmountLeftovers() const;

    EngineKind m_kind;
    QTemporaryDir m_folder;
    NetworkBridge m_bridge; // Docker's
    QProcess m_process;
};

} // namespace support
