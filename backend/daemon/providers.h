// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/daemon/signinconfig.h"

namespace services {
class AttemptService;
}

namespace berthd {

// Lets people come in by the providers that are configured.
void addProviders(const SignInConfig &config, services::AttemptService &attempts,
                  const Clock &clock);

} // namespace berthd
