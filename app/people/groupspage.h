// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/grouplist.h"
#include "app/people/groupcommands.h"
#include "app/people/wholelistpage.h"

// All groups.
class GroupsPage final : public WholeListPage<GroupList, GroupCommands>
{
    Q_OBJECT

public:
    GroupsPage(LiveStore &store, Prompt &prompt);

    QString title() const override;

protected:
    void read() override;
    Words words(int rows) const override;
};
