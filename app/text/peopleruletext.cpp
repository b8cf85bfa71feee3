// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/peopleruletext.h"

#include "app/text/accounttext.h"
#include "app/text/errortext.h"

#include <QLocale>

using rules::PeopleRefusal;
using rules::PeopleRule;
using namespace Qt::Literals::StringLiterals;

QString PeopleRuleText::of(const rules::PeopleViolation &violation)
{
    switch (violation.rule) {
    case PeopleRule::OfAccount:
        return AccountText::of(violation.ofAccount());
    case PeopleRule::UsersCount:
        return tr("Fill in %1 to %2 people.")
            .arg(QLocale().toString(violation.least), QLocale().toString(violation.most));
    case PeopleRule::UsernameRepeated:
        return tr("%1 is there twice. Choose another username.").arg(violation.text);
    case PeopleRule::NoteTooLong:
    case PeopleRule::NameTooLong:
    case PeopleRule::DescriptionTooLong:
        return tr("Use at most %n characters.", nullptr, violation.most);
    case PeopleRule::RolesRequired:
        return tr("Choose at least one role.");
    case PeopleRule::NameRequired:
        return tr("Give it a name.");
    case PeopleRule::NameCharacters:
        return tr("Leave out control characters, and blanks at either end.");
    case PeopleRule::DescriptionRequired:
        return tr("Describe it in a few words.");
    case PeopleRule::PermissionsRequired:
        return tr("Choose at least one permission.");
    case PeopleRule::TooManyAtOnce:
        return tr("Choose at most %n at once.", nullptr, violation.most);
    }
    Q_UNREACHABLE();
}

QString PeopleRuleText::refusal(PeopleRefusal refusal)
{
    switch (refusal) {
    case PeopleRefusal::NotManager:
        return tr("This needs the permission Manager.");
    case PeopleRefusal::BeyondOwnRights:
        return tr("This touches permissions that you do not hold yourself.");
    case PeopleRefusal::SystemAdminsOnly:
        return tr("Only System Admins touch what has the role System Admin.");
    case PeopleRefusal::SystemAdminKeepsRoles:
        return tr("The roles of a System Admin stay. Take the role System Admin away first, "
                  "on the page Roles.");
    case PeopleRefusal::SystemAdminStays:
        return tr("A System Admin is not deleted. Take the role System Admin away first, "
                  "on the page Roles.");
    case PeopleRefusal::LastSystemAdmin:
        return tr("This is the last System Admin who can sign in. One has to stay.");
    case PeopleRefusal::Oneself:
        return tr("Nobody disables or deletes themselves.");
    case PeopleRefusal::ActiveJobs:
        return tr("There are active jobs. Wait until they end, or kill them.");
    case PeopleRefusal::PresetRole:
        return tr("A preset role is neither changed nor deleted.");
    }
    Q_UNREACHABLE();
}

QString PeopleRuleText::of(const Error &error)
{
    const bool isTaken = error.code == ErrorCode::Conflict && !error.field.isEmpty();
    if (isTaken && error.field.endsWith(u"username"_s))
        return AccountText::usernameTaken();
    if (isTaken && error.field.endsWith(u"name"_s))
        return tr("This name is taken. Choose another.");
    return ErrorText::of(error);
}
