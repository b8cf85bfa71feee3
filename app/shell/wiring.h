// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livestore.h"
#include "app/api/secretstore.h"
#include "app/api/serverprofiles.h"
#include "app/api/session.h"
#include "app/dialogs/prompt.h"
#include "app/shell/choices.h"
#include "app/shell/language.h"
#include "app/theme/theme.h"
#include "core/client/apiclient.h"

#include <QSettings>

// Everything the window works with, created in order.
struct Wiring
{
    explicit Wiring(QApplication &application)
        : theme(application)
    { }

    QSettings settings;
    Choices choices{settings};
    Language language;
    Theme theme;
    DialogPrompt prompt;
    KeyringSecrets secrets{QStringLiteral("Berth")};
    ServerProfiles servers{settings};
    client::ApiClient api;
    Session session{api, secrets};
    LiveStore store{api};
};
