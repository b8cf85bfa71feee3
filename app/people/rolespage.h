// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rolelist.h"
#include "app/people/rolecommands.h"
#include "app/people/wholelistpage.h"

// All roles.
class RolesPage final : public WholeListPage<RoleList, RoleCommands>
{
    Q_OBJECT

public:
    RolesPage(LiveStore &store, Prompt &prompt);

    QString title() const override;

protected:
    void read() override;
    Words words(int rows) const override;
};
