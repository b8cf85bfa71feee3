// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace support {

// A network bridge of the test's own. Docker would else take, or remove, the machine's docker0.
class NetworkBridge
{
public:
    NetworkBridge() = default;
    ~NetworkBridge();
    NetworkBridge(const NetworkBridge &) = delete;
    NetworkBridge &operator=(const NetworkBridge &) = delete;

    Result<> create();
    Result<> setAddress(const QString &address); // IPv4; this machine then answers to it
    const QString &name() const { return m_name; }

private:
    QString m_name; // empty before it is created
};

} // namespace support
