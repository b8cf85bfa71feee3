// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace berthd {

// Tells systemd, when it started us, that we are ready, alive and stopping. Without it does
// nothing.
class ServiceManager final : public QObject
{
    Q_OBJECT

public:
    explicit ServiceManager(QObject *parent = nullptr);

    void ready(); // from here on the watchdog is fed from the event loop
    void stopping();

private:
    void tell(const QByteArray &state) const;

    QByteArray m_socket;
    QTimer m_watchdog;
};

} // namespace berthd
