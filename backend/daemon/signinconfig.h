// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/identity/openidconnect.h"
#include "backend/identity/wechat.h"

#include <QDir>

#include <optional>

namespace berthd {

class YamlSection;

// How people come in beside by their passwords. Secrets are read from their files with it.
struct SignInConfig
{
    bool signUpOpen = true;
    QUrl publicUrl; // by which browsers reach berthd; needed with a provider
    QList<QSslCertificate> authorities; // vouch for providers beside the system's own
    std::optional<identity::OpenIdSettings> microsoft;
    std::optional<identity::WeChatSettings> weChat;
};

// Relative paths are relative to base.
void readSignIn(YamlSection &section, const QDir &base, SignInConfig &signIn);

} // namespace berthd
