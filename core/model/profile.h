// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/signin.h"

namespace model {

// An identity at a provider that leads into the account.
struct BoundIdentity
{
    Provider provider = Provider::Microsoft;
    QString name; // as the provider tells it, may be empty
    QDateTime boundAt;

    bool operator==(const BoundIdentity &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("provider"_L1, &BoundIdentity::provider),
                          json::defaulted("name"_L1, &BoundIdentity::name),
                          json::field("boundAt"_L1, &BoundIdentity::boundAt)};
    }
};

// A public key with which the person comes into own jobs by SSH.
struct SshKey
{
    QString id;
    QString name; // what stands behind the key in its line, may be empty
    QString type; // such as "ssh-ed25519"
    QString fingerprint; // "SHA256:…", as ssh-keygen shows it
    QString line; // "type base64 name", as in an authorized_keys file
    QDateTime addedAt;

    bool operator==(const SshKey &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &SshKey::id),
                          json::defaulted("name"_L1, &SshKey::name),
                          json::field("type"_L1, &SshKey::type),
                          json::field("fingerprint"_L1, &SshKey::fingerprint),
                          json::field("line"_L1, &SshKey::line),
                          json::field("addedAt"_L1, &SshKey::addedAt)};
    }
};

struct NewSshKey
{
    QString line; // of a .pub file

    bool operator==(const NewSshKey &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("line"_L1, &NewSshKey::line)};
    }
};

// A person as the own account page shows them.
struct Profile
{
    UserId id;
    QString username;
    QString nickname;
    QString phone; // may be empty
    QString email; // may be empty
    QStringList roles; // by name
    bool hasPassword = true;
    QList<BoundIdentity> identities; // at most one of each provider
    QList<SshKey> sshKeys;
    QDateTime createdAt;

    bool operator==(const Profile &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &Profile::id),
                          json::field("username"_L1, &Profile::username),
                          json::field("nickname"_L1, &Profile::nickname),
                          json::defaulted("phone"_L1, &Profile::phone),
                          json::defaulted("email"_L1, &Profile::email),
                          json::field("roles"_L1, &Profile::roles),
                          json::field("hasPassword"_L1, &Profile::hasPassword),
                          json::field("identities"_L1, &Profile::identities),
                          json::field("sshKeys"_L1, &Profile::sshKeys),
                          json::field("createdAt"_L1, &Profile::createdAt)};
    }
};

// What people may change of themselves; the whole of it.
struct ProfileChange
{
    QString nickname;
    QString phone;
    QString email;

    bool operator==(const ProfileChange &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("nickname"_L1, &ProfileChange::nickname),
                          json::field("phone"_L1, &ProfileChange::phone),
                          json::field("email"_L1, &ProfileChange::email)};
    }
};

// An open session of the person. The id says nothing of its token.
struct OpenSession
{
    QString id;
    QString client; // what the program called itself when it signed in, may be empty
    QString address; // from where it signed in, may be empty
    QDateTime createdAt;
    QDateTime usedAt; // to the minute
    QDateTime expiresAt; // at the latest; earlier when idle
    bool isCurrent = false; // the one that asks

    bool operator==(const OpenSession &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &OpenSession::id),
                          json::defaulted("client"_L1, &OpenSession::client),
                          json::defaulted("address"_L1, &OpenSession::address),
                          json::field("createdAt"_L1, &OpenSession::createdAt),
                          json::field("usedAt"_L1, &OpenSession::usedAt),
                          json::field("expiresAt"_L1, &OpenSession::expiresAt),
                          json::field("isCurrent"_L1, &OpenSession::isCurrent)};
    }
};

} // namespace model
