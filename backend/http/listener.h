// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/limits.h"
#include "core/base/result.h"

#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>

#include <optional>

namespace http {

class Connection;
class Router;

// Accepts clients and counts them. The router must outlive it.
class Listener final : public QObject
{
    Q_OBJECT

public:
    explicit Listener(const Router &router, const Limits &limits = {}, QObject *parent = nullptr);
    ~Listener() override;

    // Port 0 takes a free one. With tls every client must speak it.
    Result<> listen(const QHostAddress &address, quint16 port,
                    const std::optional<QSslConfiguration> &tls = std::nullopt);
    quint16 port() const;
    int connectionCount() const { return m_count; }

    // Accepts nobody any more, tells streams, lets running requests end; then drained() comes.
    void shutDown();

signals:
    void drained();

private:
    class Acceptor;

    void accept(qintptr descriptor);
    void forget(Connection *connection, const QByteArray &network);

    const Router &m_router;
    const Limits m_limits;
    Acceptor *const m_acceptor;
    std::optional<QSslConfiguration> m_tls;
    QHash<QByteArray, int> m_perNetwork;
    int m_count = 0;
    bool m_isShuttingDown = false;
};

} // namespace http
