// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/daemon/config.h"

namespace berthd {

// What berthd was asked to do.
struct Order
{
    enum class Kind { Serve, CheckConfig, ResetAdministrator, Say };

    Kind kind = Kind::Serve;
    Config config;
    QString text; // to Say: the help or the version; to ResetAdministrator: the username
};

// Reads the words of the command line and the configuration they name. InvalidInput says in lines
// what is wrong.
Result<Order> readCommandLine(const QStringList &arguments);

} // namespace berthd
