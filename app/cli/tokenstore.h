// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>

// Who is signed in where: the server used last, and a token for each server. Tokens are in the
// desktop's keychain when one answers, else in a file that only its owner can read.
class TokenStore
{
public:
    enum class Keychain { Use, Avoid };

    explicit TokenStore(QString folder, Keychain keychain = Keychain::Use);

    static QString defaultFolder(); // $XDG_CONFIG_HOME/berth

    QString server() const; // empty: none yet
    std::optional<QString> token(const QString &server) const;

    // Where the token is now, in words.
    Result<QString> keep(const QString &server, const QString &token);
    Result<> forget(const QString &server);

private:
    QString filePath() const;

    const QString m_folder;
    const Keychain m_keychain;
};
