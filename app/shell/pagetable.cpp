// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/pagetable.h"

#include "app/pages/accountpage.h"
#include "app/pages/clusterstatuspage.h"
#include "app/pages/homepage.h"
#include "app/pages/jobdetailpage.h"
#include "app/pages/jobspage.h"
#include "app/pages/submitpage.h"
#include "app/pages/vcpage.h"
#include "app/people/auditpage.h"
#include "app/people/dashboardpage.h"
#include "app/people/grouppage.h"
#include "app/people/groupspage.h"
#include "app/people/newgrouppage.h"
#include "app/people/newuserspage.h"
#include "app/people/rolepage.h"
#include "app/people/rolespage.h"
#include "app/people/userpage.h"
#include "app/people/userspage.h"
#include "core/rules/jobactions.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

class PageTable
{
    Q_DECLARE_TR_FUNCTIONS(PageTable)

public:
    static QString home() { return tr("Home"); }
    static QString submit() { return tr("Submit Training Job"); }
    static QString jobs() { return tr("View and Manage Jobs"); }
    static QString cluster() { return tr("Cluster Status"); }
    static QString vcs() { return tr("Virtual Cluster"); }
    static QString account() { return tr("Account info"); }
    static QString people() { return tr("User Dashboard"); }
    static QString dashboard() { return tr("Dashboard"); }
    static QString users() { return tr("Users"); }
    static QString newUsers() { return tr("Create User"); }
    static QString groups() { return tr("Groups"); }
    static QString newGroup() { return tr("Create Group"); }
    static QString roles() { return tr("Roles"); }
    static QString audit() { return tr("Audit Log"); }
};

bool maySubmit(const model::Account &account)
{
    return account.has(model::Permission::SubmitTrainingJob);
}

bool maySeeJobs(const model::Account &account)
{
    return account.has(model::Permission::SubmitTrainingJob) || rules::maySeeAll(account);
}

bool maySeeCluster(const model::Account &account)
{
    return account.has(model::Permission::ViewClusterStatus)
           || account.has(model::Permission::ViewVc) || account.has(model::Permission::ManageVc);
}

bool mayViewVcs(const model::Account &account)
{
    return account.has(model::Permission::ViewVc) || account.has(model::Permission::ManageVc);
}

bool mayManagePeople(const model::Account &account)
{
    return account.has(model::Permission::Manager);
}

// A page of the User Dashboard.
template <typename PeoplePage>
PageEntry people(const QString &address, Icon icon, bool inMenu, QString (*title)())
{
    const auto create = [](LiveStore &store, Prompt &prompt) -> Page * {
        if constexpr (std::is_constructible_v<PeoplePage, LiveStore &, Prompt &>)
            return new PeoplePage(store, prompt);
        else
            return new PeoplePage(store);
    };
    return {address, icon, inMenu, title, mayManagePeople, create, &PageTable::people};
}

QList<PageEntry> peopleTable()
{
    return {people<DashboardPage>(u"dashboard"_s, Icon::Gauge, true, &PageTable::dashboard),
            people<UsersPage>(u"users"_s, Icon::User, true, &PageTable::users),
            people<NewUsersPage>(u"users/new"_s, Icon::User, false, &PageTable::newUsers),
            people<UserPage>(u"users/*"_s, Icon::User, false, &PageTable::users),
            people<GroupsPage>(u"groups"_s, Icon::Users, true, &PageTable::groups),
            people<NewGroupPage>(u"groups/new"_s, Icon::Users, false, &PageTable::newGroup),
            people<GroupPage>(u"groups/*"_s, Icon::Users, false, &PageTable::groups),
            people<RolesPage>(u"roles"_s, Icon::Shield, true, &PageTable::roles),
            people<RolePage>(u"roles/*"_s, Icon::Shield, false, &PageTable::roles),
            people<AuditPage>(u"audit"_s, Icon::History, true, &PageTable::audit)};
}

} // namespace

QList<PageEntry> pageTable()
{
    return QList<PageEntry>{
               {u"home"_s, Icon::Home, true, &PageTable::home, [](const auto &) { return true; },
                [](LiveStore &store, Prompt &) { return new HomePage(store); }},
               {u"submit"_s, Icon::Plus, true, &PageTable::submit, maySubmit,
                [](LiveStore &store, Prompt &prompt) { return new SubmitPage(store, prompt); }},
               {u"jobs"_s, Icon::Jobs, true, &PageTable::jobs, maySeeJobs,
                [](LiveStore &store, Prompt &) { return new JobsPage(store); }},
               {u"jobs/*"_s, Icon::Jobs, false, &PageTable::jobs, maySeeJobs,
                [](LiveStore &store, Prompt &prompt) { return new JobDetailPage(store, prompt); }},
               {u"cluster"_s, Icon::Cluster, true, &PageTable::cluster, maySeeCluster,
                [](LiveStore &store, Prompt &) { return new ClusterStatusPage(store); }},
               {u"vcs"_s, Icon::Layers, true, &PageTable::vcs, mayViewVcs,
                [](LiveStore &store, Prompt &) { return new VcPage(store); }},
               {u"account"_s, Icon::User, false, &PageTable::account,
                [](const auto &) { return true; },
                [](LiveStore &store, Prompt &prompt) { return new AccountPage(store, prompt); }},
           }
           + peopleTable();
}
