// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"

namespace model {

// Words to the operators about a job.
struct SupportRequest
{
    static constexpr int kMostMessageBytes = 16 * 1024;

    QString message;

    bool operator==(const SupportRequest &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("message"_L1, &SupportRequest::message)};
    }
};

} // namespace model
