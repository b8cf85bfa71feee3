// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace support {

// Stands still unless a test moves it.
class MovableClock final : public Clock
{
public:
    QDateTime now() const override { return at; }
    QDateTime at = QDateTime::currentDateTimeUtc();
};

} // namespace support
