// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace berthd {

// Holds a data directory for this process alone, making it (0700) when it is not there. The lock
// ends with the process, however that ends.
class DataLock
{
public:
    // Conflict names the process that holds it.
    static Result<DataLock> take(const QString &directory);
    ~DataLock();
    DataLock(DataLock &&other) noexcept;
    DataLock &operator=(DataLock &&) = delete;

private:
    explicit DataLock(int descriptor)
        : m_descriptor(descriptor)
    { }

    int m_descriptor;
};

} // namespace berthd
