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
};

bool maySubmit(const model::Account &account)
{
    return account.has(model::Permission::SubmitTrainingJob);
}

bool maySeeJobs(const model::Account &account)
{
    return account.has(model::Permission::SubmitTrainingJob)
           || account.has(model::Permission::ViewAllUsersJobs)
           || account.has(model::Permission::ManageAllUsersJobs);
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

} // namespace

QList<PageEntry> pageTable()
{
    return {
        {u"home"_s, Icon::Home, true, &PageTable::home, [](const auto &) { return true; },
         [](LiveStore &store, Prompt &) { return new HomePage(store); }},
        {u"submit"_s, Icon::Plus, true, &PageTable::submit, maySubmit,
         [](LiveStore &store, Prompt &) { return new SubmitPage(store); }},
        {u"jobs"_s, Icon::Jobs, true, &PageTable::jobs, maySeeJobs,
         [](LiveStore &store, Prompt &) { return new JobsPage(store); }},
        {u"jobs/*"_s, Icon::Jobs, false, &PageTable::jobs, maySeeJobs,
         [](LiveStore &store, Prompt &) { return new JobDetailPage(store); }},
        {u"cluster"_s, Icon::Cluster, true, &PageTable::cluster, maySeeCluster,
         [](LiveStore &store, Prompt &) { return new ClusterStatusPage(store); }},
        {u"vcs"_s, Icon::Layers, true, &PageTable::vcs, mayViewVcs,
         [](LiveStore &store, Prompt &) { return new VcPage(store); }},
        {u"account"_s, Icon::User, false, &PageTable::account, [](const auto &) { return true; },
         [](LiveStore &store, Prompt &prompt) { return new AccountPage(store, prompt); }},
    };
}
