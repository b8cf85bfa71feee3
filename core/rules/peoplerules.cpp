// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/peoplerules.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace rules {

namespace {

using Found = QList<PeopleViolation>;

void add(Found &found, const QString &before, const std::optional<AccountViolation> &violation)
{
    if (violation) {
        found.append({.rule = PeopleRule::OfAccount,
                      .field = before % violation->field,
                      .least = violation->least,
                      .most = violation->most,
                      .account = violation->rule});
    }
}

void checkNote(Found &found, const QString &before, const QString &note)
{
    if (note.size() > kMostNoteCharacters)
        found.append({PeopleRule::NoteTooLong, before % u"note", 0, kMostNoteCharacters});
}

void checkName(Found &found, const QString &name)
{
    const QString field = u"name"_s;
    if (name.isEmpty())
        found.append({PeopleRule::NameRequired, field});
    else if (name.size() > kMostPeopleNameCharacters)
        found.append({PeopleRule::NameTooLong, field, 0, kMostPeopleNameCharacters});
    else if (!isPlainLine(name))
        found.append({PeopleRule::NameCharacters, field});
}

void checkDescription(Found &found, const QString &description)
{
    if (description.size() > kMostDescriptionCharacters) {
        found.append(
            {PeopleRule::DescriptionTooLong, u"description"_s, 0, kMostDescriptionCharacters});
    }
}

void checkGroupText(Found &found, const QString &name, const QString &description)
{
    checkName(found, name);
    if (description.trimmed().isEmpty())
        found.append({PeopleRule::DescriptionRequired, u"description"_s});
    checkDescription(found, description);
}

template <typename Change>
Found checkExchange(const Change &change)
{
    return checkCount(u"add"_s, change.add.size()) + checkCount(u"remove"_s, change.remove.size());
}

QString words(const PeopleViolation &violation)
{
    switch (violation.rule) {
    case PeopleRule::OfAccount:
        return error(violation.ofAccount()).detail.mid(violation.field.size() + 2);
    case PeopleRule::UsersCount:
        return u"expected %1 to %2 people at once"_s.arg(violation.least).arg(violation.most);
    case PeopleRule::UsernameRepeated:
        return violation.text % u" is there twice";
    case PeopleRule::RolesRequired:
        return u"at least one role is needed"_s;
    case PeopleRule::NameRequired:
    case PeopleRule::DescriptionRequired:
        return u"must be given"_s;
    case PeopleRule::NoteTooLong:
    case PeopleRule::NameTooLong:
    case PeopleRule::DescriptionTooLong:
        return u"at most %1 characters"_s.arg(violation.most);
    case PeopleRule::NameCharacters:
        return u"no control characters, and no blank at either end"_s;
    case PeopleRule::PermissionsRequired:
        return u"at least one permission is needed"_s;
    case PeopleRule::TooManyAtOnce:
        return u"at most %1 at once"_s.arg(violation.most);
    }
    Q_UNREACHABLE();
}

} // namespace

Error error(const PeopleViolation &violation)
{
    return {ErrorCode::InvalidInput, violation.field % u": " % words(violation), violation.field};
}

QList<PeopleViolation> checkUsers(const QList<model::NewUser> &users)
{
    Found found;
    if (users.isEmpty() || users.size() > model::NewUsers::kMost)
        found.append({PeopleRule::UsersCount, u"users"_s, 1, model::NewUsers::kMost});
    QSet<QString> names;
    for (qsizetype i = 0; i < users.size(); ++i) {
        const model::NewUser &user = users.at(i);
        const QString before = u"users[%1]."_s.arg(i);
        if (const auto broken = checkUsername(user.username))
            add(found, before, broken);
        else if (names.contains(user.username.toLower()))
            found.append({PeopleRule::UsernameRepeated, before % u"username", 0, 0, user.username});
        names.insert(user.username.toLower());
        add(found, before, checkNickname(user.nickname));
        add(found, before, checkPhone(user.phone));
        add(found, before, checkEmail(user.email));
        checkNote(found, before, user.note);
    }
    return found;
}

QList<PeopleViolation> check(const model::NewUsers &users)
{
    Found found = checkUsers(users.users);
    if (users.roles.isEmpty())
        found.append({PeopleRule::RolesRequired, u"roles"_s});
    return found + checkCount(u"roles"_s, users.roles.size());
}

QList<PeopleViolation> check(const model::UserChange &change)
{
    Found found;
    add(found, {}, checkNickname(change.nickname));
    add(found, {}, checkPhone(change.phone));
    add(found, {}, checkEmail(change.email));
    checkNote(found, {}, change.note);
    return found;
}

QList<PeopleViolation> check(const model::NewGroup &group)
{
    Found found;
    checkGroupText(found, group.name, group.description);
    if (group.roles.isEmpty())
        found.append({PeopleRule::RolesRequired, u"roles"_s});
    return found + checkCount(u"roles"_s, group.roles.size());
}

QList<PeopleViolation> check(const model::GroupChange &change)
{
    Found found;
    checkGroupText(found, change.name, change.description);
    return found;
}

QList<PeopleViolation> check(const model::RoleForm &role)
{
    Found found;
    checkName(found, role.name);
    checkDescription(found, role.description);
    if (role.permissions.isEmpty())
        found.append({PeopleRule::PermissionsRequired, u"permissions"_s});
    return found + checkCount(u"permissions"_s, role.permissions.size());
}

QList<PeopleViolation> check(const model::MembersChange &change)
{
    return checkExchange(change);
}

QList<PeopleViolation> check(const model::HoldersChange &change)
{
    return checkExchange(change);
}

QList<PeopleViolation> checkCount(const QString &field, qsizetype count)
{
    if (count <= kMostAtOnce)
        return {};
    return {{PeopleRule::TooManyAtOnce, field, 0, kMostAtOnce}};
}

Result<> firstViolation(const QList<PeopleViolation> &violations)
{
    return violations.isEmpty() ? Result<>() : error(violations.first());
}

} // namespace rules
