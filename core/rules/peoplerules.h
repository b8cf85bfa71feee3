// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/user.h"
#include "core/rules/accountrules.h"

// The rules of what administrators fill in for people, groups and roles, once for the forms of the
// console, the command line and the server. That names are not taken only the server can say.
namespace rules {

constexpr int kMostNoteCharacters = 200;
constexpr int kMostPeopleNameCharacters = 40; // of groups and roles
constexpr int kMostDescriptionCharacters = 200;
constexpr int kMostAtOnce = 1000; // in one list of a request

// A broken rule, as a code with numbers: the console words it, error() says it in English.
enum class PeopleRule {
    OfAccount, // `account` tells it, with the same numbers
    UsersCount, // `least`…`most` people at once
    UsernameRepeated, // there twice in one request; `text` is the username
    NoteTooLong, // more than `most` characters
    RolesRequired, // at least one
    NameRequired,
    NameTooLong, // more than `most` characters
    NameCharacters, // no control characters, no blank at either end
    DescriptionRequired,
    DescriptionTooLong, // more than `most` characters
    PermissionsRequired, // at least one
    TooManyAtOnce, // more than `most` in one list
};

struct PeopleViolation
{
    PeopleRule rule = PeopleRule::OfAccount;
    QString field; // path in the request, such as "users[6].username"
    int least = 0;
    int most = 0;
    QString text = {};
    AccountRule account = AccountRule::UsernameLength;

    // The broken rule of accounts, of OfAccount.
    AccountViolation ofAccount() const { return {account, field, least, most}; }
    bool operator==(const PeopleViolation &) const = default;
};

Error error(const PeopleViolation &violation);

// Every broken rule, in the order of the form, one for each field.
QList<PeopleViolation> check(const model::NewUsers &users);
QList<PeopleViolation> checkUsers(const QList<model::NewUser> &users); // without their roles
QList<PeopleViolation> check(const model::UserChange &change);
QList<PeopleViolation> check(const model::NewGroup &group);
QList<PeopleViolation> check(const model::GroupChange &change);
QList<PeopleViolation> check(const model::RoleForm &role); // the description may be empty
QList<PeopleViolation> check(const model::MembersChange &change);
QList<PeopleViolation> check(const model::HoldersChange &change);
QList<PeopleViolation> checkCount(const QString &field, qsizetype count); // of a list's elements

// The first of them as an error.
Result<> firstViolation(const QList<PeopleViolation> &violations);

} // namespace rules
