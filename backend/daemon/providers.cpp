// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/providers.h"

#include "backend/services/attemptservice.h"

namespace berthd {

void addProviders(const SignInConfig &config, services::AttemptService &attempts,
                  const Clock &clock)
{
    const auto fetcher = [&] { return std::make_unique<identity::Fetcher>(config.authorities); };
    attempts.setPublicUrl(config.publicUrl);
    if (config.microsoft) {
        attempts.add(model::Provider::Microsoft, std::make_unique<identity::OpenIdConnect>(
                                                     *config.microsoft, fetcher(), clock));
    }
    if (config.weChat) {
        attempts.add(model::Provider::WeChat,
                     std::make_unique<identity::WeChat>(*config.weChat, fetcher()));
    }
}

} // namespace berthd
