// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/groupspage.h"

#include "core/api/people.h"
#include "core/client/apiclient.h"

using namespace Qt::Literals::StringLiterals;

GroupsPage::GroupsPage(LiveStore &store, Prompt &prompt)
    : WholeListPage(u"groups"_s, Icon::Users, store, prompt)
{
    table().setDefaultWidths({160, 0, 200, 160, 88, 112});
    table().setStretchColumn(GroupList::DescriptionColumn);
    begin();
}

QString GroupsPage::title() const
{
    return tr("Groups");
}

void GroupsPage::read()
{
    // What a group gives decides who may touch it.
    using Roles = Result<model::Items<model::Role>>;
    whenDone(store().api().call(api::listRoles), this, [this](const Roles &roles) {
        if (!roles)
            return take(roles.error());
        commands().setRoles(roles->items);
        whenDone(store().api().call(api::listGroups), this,
                 [this](const Items &groups) { take(groups); });
    });
}

GroupsPage::Words GroupsPage::words(int rows) const
{
    return {.create = tr("Create Group"),
            .search = tr("Search by name, role or virtual cluster"),
            .count = tr("%n groups", nullptr, rows),
            .failed = tr("The groups could not be loaded."),
            .noneLike = tr("No group is like this."),
            .clear = tr("Clear the filter"),
            .none = tr("There are no groups yet.")};
}
