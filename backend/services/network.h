// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace services {

// What limits count an address as: an IPv6 one is its /64 network, of which one machine has all.
QString networkOf(const QString &address);

} // namespace services
