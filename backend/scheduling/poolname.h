// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QHashFunctions>

#include <optional>

namespace scheduling {

// A VC's devices of one type, or what it runs without any.
struct PoolName
{
    model::VcName vc;
    std::optional<model::DeviceType> type;

    bool operator==(const PoolName &) const = default;
    friend size_t qHash(const PoolName &pool, size_t seed = 0)
    {
        return qHashMulti(seed, pool.vc, pool.type.value_or(model::DeviceType()));
    }
};

} // namespace scheduling
