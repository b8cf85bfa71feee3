// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/user.h"

#include <QCoreApplication>

// People's rights in words.
class PeopleText
{
    Q_DECLARE_TR_FUNCTIONS(PeopleText)

public:
    static QString permission(model::Permission permission);
    static QString explanation(model::Permission permission); // what one may do with it
    static QString permissions(const QList<model::Permission> &permissions);
    static QString type(const model::Role &role); // preset or custom
    // The preset roles are described in the person's language, the others as somebody wrote it.
    static QString description(const model::Role &role);
    static QString names(const QStringList &names); // in a line

    template <typename Named>
    static QString namesOf(const QList<Named> &list)
    {
        QStringList result;
        for (const Named &each : list)
            result << each.name;
        return names(result);
    }
    static QString namesOf(const QList<model::VcName> &list);
};
