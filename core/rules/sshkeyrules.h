// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>
#include <variant>

namespace rules {

constexpr int kLeastRsaBits = 2048;
constexpr int kMostRsaBits = 16384;
constexpr int kMostKeyNameCharacters = 100;
constexpr int kMostSshKeys = 50; // of one person

enum class SshKeyRule {
    Form, // not a line of a .pub file
    Private, // it is the private key, which nobody else may have
    Type, // of a type that is unknown or too weak
    Size, // an RSA key of fewer than kLeastRsaBits or more than kMostRsaBits
    NameLength, // more than kMostKeyNameCharacters behind the key
};

// A line of a .pub file, taken apart.
struct ParsedSshKey
{
    QString type; // "ssh-ed25519"
    QByteArray blob; // the key itself
    QString name; // what stands behind it, may be empty

    QString line() const; // "type base64 name"
    QString fingerprint() const; // "SHA256:…", as ssh-keygen shows it
    bool operator==(const ParsedSshKey &) const = default;
};

// What the server of a job accepts: Ed25519, ECDSA on the NIST curves, the same two on security
// keys, and RSA. Options before the type are refused.
std::variant<ParsedSshKey, SshKeyRule> parseSshKey(const QString &line);

Error error(SshKeyRule rule, const QString &field);

} // namespace rules
