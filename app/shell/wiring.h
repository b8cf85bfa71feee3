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

// The world around the console: what a test replaces.
struct Surroundings
{
    QApplication &application;
    QSettings &settings;
    client::ApiClient &api;
    SecretStore &secrets;
    Prompt &prompt;
};

// Everything the window works with, created in order.
struct Wiring
{
    explicit Wiring(const Surroundings &around)
        : prompt(around.prompt)
        , choices(around.settings)
        , theme(around.application)
        , servers(around.settings)
        , session(around.api, around.secrets)
        , store(around.api)
    {
        language.set(choices.language());
        theme.setMode(choices.theme());
    }

    Prompt &prompt;
    Choices choices;
    Language language;
    Theme theme;
    ServerProfiles servers;
    Session session;
    LiveStore store;
};
