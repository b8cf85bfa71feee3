// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/userrights.h"

#include "app/pages/factlist.h"
#include "app/people/detailhead.h"
#include "app/text/format.h"
#include "app/text/jobtext.h"
#include "app/text/peopletext.h"
#include "app/theme/looks.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

UserRights::UserRights(QWidget *parent)
    : QWidget(parent)
    , m_roles(detailText(u"rolesLabel"_s))
    , m_groups(detailText(u"groupsLabel"_s))
    , m_vcs(new FactList)
    , m_permissions(detailText(u"permissionsLabel"_s))
    , m_jobs(detailText(u"jobsLabel"_s))
    , m_roleSection(new DetailSection(u"editRolesButton"_s, m_roles))
    , m_groupSection(new DetailSection(u"editGroupsButton"_s, m_groups))
    , m_vcSection(new DetailSection(u"editVcsButton"_s, m_vcs))
    , m_permissionSection(new DetailSection({}, m_permissions))
    , m_jobSection(new DetailSection({}, m_jobs))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(3 * kGrid);
    for (DetailSection *section :
         {m_roleSection, m_groupSection, m_vcSection, m_permissionSection, m_jobSection}) {
        section->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
        layout->addWidget(section);
    }
    layout->addStretch();
    connect(m_roleSection, &DetailSection::actionRequested, this,
            [this] { emit actionRequested(u"roles"_s); });
    connect(m_groupSection, &DetailSection::actionRequested, this,
            [this] { emit actionRequested(u"groups"_s); });
    connect(m_vcSection, &DetailSection::actionRequested, this,
            [this] { emit actionRequested(u"vcs"_s); });
}

void UserRights::setUser(const model::User &user, const UserCommands &commands)
{
    using rules::UserAction;
    const auto orNone = [](const QString &text) { return text.isEmpty() ? Format::none() : text; };
    m_roles->setText(orNone(PeopleText::namesOf(user.summary.roles)));
    m_groups->setText(orNone(PeopleText::namesOf(user.summary.groups)));
    m_vcs->setFacts({{tr("Given"), orNone(PeopleText::namesOf(user.vcs))},
                     {tr("Through groups"), orNone(PeopleText::namesOf(user.groupVcs))}});
    QStringList permissions;
    for (const auto &[permission, name] : json::EnumNames<model::Permission>::table) {
        if (user.permissions.contains(permission))
            permissions << PeopleText::permission(permission);
    }
    m_permissions->setText(permissions.isEmpty()
                               ? tr("None. This person sees only a note how to get rights.")
                               : permissions.join(u'\n'));
    m_roleSection->setAction(tr("Edit roles"), commands.whyNot(UserAction::SetRoles, user));
    m_groupSection->setAction(tr("Edit groups"), commands.whyNot(UserAction::SetGroups, user));
    m_vcSection->setAction(tr("Assign"), commands.whyNot(UserAction::SetVcs, user));
    m_activeCount = user.activeJobs;
    showJobs();
}

void UserRights::setJobs(const QList<model::JobSummary> &jobs)
{
    m_active = jobs;
    showJobs();
}

void UserRights::showJobs()
{
    constexpr qsizetype kMost = 10;
    if (m_active.isEmpty())
        return m_jobs->setText(m_activeCount == 0 ? Format::none()
                                                  : tr("%n active jobs", nullptr, m_activeCount));
    QStringList lines;
    for (const model::JobSummary &job : m_active.first(std::min(m_active.size(), kMost))) {
        //: A job, its state and its virtual cluster
        lines << tr("%1 · %2 · %3").arg(job.name, JobText::state(job.state), job.vc.toString());
    }
    if (m_active.size() > kMost)
        lines << tr("and %n more", nullptr, int(m_active.size() - kMost));
    m_jobs->setText(lines.join(u'\n'));
}

void UserRights::retranslate()
{
    m_roleSection->setTitle(tr("Roles"));
    m_groupSection->setTitle(tr("Groups"));
    m_vcSection->setTitle(tr("Virtual Clusters"));
    m_permissionSection->setTitle(tr("Permissions in effect"));
    m_jobSection->setTitle(tr("Active Jobs"));
}
