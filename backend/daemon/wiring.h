// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/daemon/config.h"
#include "backend/http/router.h"

#include <QObject>

#include <memory>

namespace berthd {

// All rooms put together, in the order in which they depend on each other. The data directory is
// this process's own already.
class Wiring : public QObject
{
    Q_OBJECT

public:
    // Opens everything and listens. An error says in words what could not be opened.
    static Result<std::unique_ptr<Wiring>> start(const Config &config);
    ~Wiring() override;

    QString address() const; // "http://127.0.0.1:8600"
    // The first administrator's password, when this start made it.
    std::optional<QString> newPassword() const;
    // What else whoever starts it should know, in lines.
    QStringList greeting() const;

    // What it answers to, for tests to hold against the contract.
    QList<http::RouteInfo> routes() const;

    // Accepts nobody any more, ends streams and lets running requests end, but not for long. Tasks
    // go on running. Then stopped() comes.
    void stop();

signals:
    void stopped();

private:
    Wiring();

    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace berthd
