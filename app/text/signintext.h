// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/signin.h"
#include "core/rules/sshkeyrules.h"

#include <QCoreApplication>

// The ways into an account in words.
class SignInText
{
    Q_DECLARE_TR_FUNCTIONS(SignInText)

public:
    static QString provider(model::Provider provider); // "Microsoft"
    // Why the way through a provider's pages led nowhere, and what to do.
    static QString failure(model::AttemptFailure failure, model::Provider provider);

    // What is wrong with an SSH key, and what to do.
    static QString sshKey(rules::SshKeyRule rule);
};
