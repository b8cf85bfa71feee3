// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/rolespage.h"

#include "core/api/people.h"
#include "core/client/apiclient.h"

using namespace Qt::Literals::StringLiterals;

RolesPage::RolesPage(LiveStore &store, Prompt &prompt)
    : WholeListPage(u"roles"_s, Icon::Shield, store, prompt)
{
    table().setDefaultWidths({150, 260, 96, 0, 72, 72});
    table().setStretchColumn(RoleList::PermissionsColumn);
    connect(&commands(), &RoleCommands::addressRequested, this, &Page::addressRequested);
    begin();
}

QString RolesPage::title() const
{
    return tr("Roles");
}

void RolesPage::read()
{
    whenDone(store().api().call(api::listRoles), this, [this](const Items &roles) { take(roles); });
}

RolesPage::Words RolesPage::words(int rows) const
{
    return {.create = tr("Create Role"),
            .search = tr("Search by name or permission"),
            .count = tr("%n roles", nullptr, rows),
            .failed = tr("The roles could not be loaded."),
            .noneLike = tr("No role is like this."),
            .clear = tr("Clear the filter"),
            .none = tr("There are no roles yet.")};
}
