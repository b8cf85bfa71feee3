// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/changes.h"

using namespace Qt::Literals::StringLiterals;
using model::AuditAction;
using model::Permission;
using model::Provider;

namespace support {

namespace {

const QString kSecret = u"-secret"_s; // behind the name: everybody's password
const QString kKey =
    u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEtWet8AVWVvR7/lq/HGF5F5JJOQWzREUrOTpMcHDfPC ann@lab"_s;
const QString kNode = u"node1"_s;

} // namespace

Changes::Changes()
    : m_admin(&contract.admin, [](auto *) { })
{
    // Leaves devices for other VCs.
    const model::VcChange less{{{model::DeviceType(u"gpu"_s), 4, 4}}};
    if (const auto changed = call(*m_admin, api::changeVc, {u"platform"_s}, less); !changed)
        qFatal("%s", qPrintable(changed.error().detail));
    addSessions();
    addProviders();
    addProfile();
    addJobs();
    addTemplates();
    addSupport();
    addNodes();
    addUsers();
    addGroups();
    addRoles();
    addVcs();
}

std::optional<Changes::Change> Changes::find(const QString &name) const
{
    const auto it = m_changes.constFind(name);
    return it == m_changes.constEnd() ? std::nullopt : std::optional(*it);
}

QString Changes::fresh()
{
    return u"name%1"_s.arg(++m_count);
}

Contract::Client Changes::person()
{
    return contract.person(fresh(), {Permission::SubmitTrainingJob});
}

model::UserId Changes::userId()
{
    return *contract.platform->addUser(fresh(), {});
}

QString Changes::user()
{
    return userId().toString();
}

model::GroupId Changes::groupId()
{
    return call(*m_admin, api::createGroup, {},
                model::NewGroup{fresh(), u"x"_s, {model::kUserRole}})
        ->id;
}

QString Changes::group()
{
    return groupId().toString();
}

QString Changes::role()
{
    const model::RoleForm form{fresh(), {}, {Permission::ViewVc}};
    return call(*m_admin, api::createRole, {}, form)->id.toString();
}

QString Changes::vc()
{
    const model::VirtualCluster vc{model::VcName(fresh()), {{model::DeviceType(u"gpu"_s), 1, 1}}};
    return call(*m_admin, api::createVc, {}, vc)->name.value();
}

void Changes::addSessions()
{
    const auto known = [this] {
        person();
        return u"name%1"_s.arg(m_count);
    };
    add(api::signIn, {AuditAction::SignedIn}, [=, this] {
        const QString name = known();
        return by(contract.stranger(), api::signIn, {}, {name, name + kSecret});
    });
    add(api::signOut, {AuditAction::SignedOut}, [this] { return by(person(), api::signOut); });
    add(api::changePassword, {AuditAction::PasswordChanged}, [=, this] {
        const QString name = known();
        return by(contract.enter(name, name + kSecret), api::changePassword, {},
                  {name + kSecret, u"another"_s + kSecret});
    });
    add(api::endSession, {AuditAction::SessionsEnded}, [=, this] {
        const QString name = known();
        const std::shared_ptr<client::ApiClient> own = contract.enter(name, name + kSecret);
        const auto sessions = call(*own, api::listSessions)->items;
        const auto &other = sessions.first().isCurrent ? sessions.last() : sessions.first();
        return by(own, api::endSession, {other.id});
    });
    add(api::endOtherSessions, {AuditAction::SessionsEnded}, [=, this] {
        const QString name = known();
        return by(contract.enter(name, name + kSecret), api::endOtherSessions);
    });
    add(api::signUp, {AuditAction::SignedUp}, [this] {
        const QString name = fresh();
        return by(contract.stranger(), api::signUp, {}, {name, name, name + kSecret});
    });
}

// What is begun is in memory alone; it leaves its record where it ends.
void Changes::addProviders()
{
    const auto console = [this] {
        return std::make_shared<VisitingConsole>(contract.platform->url());
    };
    add(api::startSignIn, {}, [=, this] {
        return by(contract.stranger(), api::startSignIn, {}, console()->begin(Provider::Microsoft));
    });
    add(api::startBinding, {}, [=, this] {
        return by(person(), api::startBinding, {}, console()->begin(Provider::Microsoft));
    });
    add(api::attemptResult, {AuditAction::SignedIn}, [=, this] {
        const auto first = console();
        const QString who = fresh();
        if (!desk.enter(*first, Provider::WeChat, who) || !first->registerAs(who))
            qFatal("nobody registers");
        const auto again = console();
        desk.agree(desk.comeBack(*again->start(Provider::WeChat), who));
        return by(contract.stranger(), api::attemptResult, {again->attempt.id}, {again->secret});
    });
    add(api::registerIdentity, {AuditAction::SignedUp, AuditAction::SignedIn}, [=, this] {
        const auto visitor = console();
        const QString who = fresh();
        if (!desk.enter(*visitor, Provider::Microsoft, who))
            qFatal("nobody comes back");
        return by(contract.stranger(), api::registerIdentity, {},
                  {who, who, who + kSecret, visitor->attempt.id, visitor->secret});
    });
    add(api::unbind, {AuditAction::IdentityUnbound}, [this] {
        std::shared_ptr<client::ApiClient> own = person();
        const QString name = u"name%1"_s.arg(m_count);
        const auto bound = await(contract.platform->profileStore->bind(
            contract.idOf(name), {Provider::WeChat, name, name}));
        return bound ? by(own, api::unbind, {u"wechat"_s}) : Act();
    });
}

void Changes::addProfile()
{
    add(api::changeProfile, {AuditAction::ProfileChanged},
        [this] { return by(person(), api::changeProfile, {}, {u"Anna"_s, {}, {}}); });
    add(api::addSshKey, {AuditAction::SshKeyAdded},
        [this] { return by(person(), api::addSshKey, {}, {kKey}); });
    add(api::removeSshKey, {AuditAction::SshKeyRemoved}, [this] {
        const std::shared_ptr<client::ApiClient> own = person();
        const auto key = call(*own, api::addSshKey, {}, model::NewSshKey{kKey});
        return by(own, api::removeSshKey, {key->id});
    });
}

void Changes::addJobs()
{
    add(api::submitJob, {AuditAction::JobSubmitted},
        [this] { return by(person(), api::submitJob, {}, aSpec(fresh())); });
    add(api::dryRunJob, {}, [this] { return by(person(), api::dryRunJob, {}, aSpec(fresh())); });
    const auto onJob = [this](const auto &endpoint, AuditAction record, bool paused,
                              const auto &request) {
        add(endpoint, {record}, [=, this, &endpoint] {
            const std::shared_ptr<client::ApiClient> own = person();
            const auto job = call(*own, api::submitJob, {}, aSpec(fresh()), fresh());
            if (paused && !contract.platform->move(job->id, model::JobState::Paused))
                qFatal("the job does not pause");
            return by(own, endpoint, {job->id.toString()}, request);
        });
    };
    onJob(api::pauseJob, AuditAction::JobPaused, false, model::Nothing{});
    onJob(api::resumeJob, AuditAction::JobResumed, true, model::Nothing{});
    onJob(api::killJob, AuditAction::JobKilled, false, model::Nothing{});
    onJob(api::setJobPriority, AuditAction::JobPriorityChanged, false, model::PriorityChange{7});
    const auto onEndpoint = [this](const auto &endpoint, AuditAction record, const QString &name) {
        add(endpoint, {record}, [=, this, &endpoint] {
            const std::shared_ptr<client::ApiClient> own = person();
            model::JobSpec spec = aSpec(fresh());
            spec.endpoints = {model::EndpointKind::Ssh};
            const auto job = call(*own, api::submitJob, {}, spec, fresh());
            return by(own, endpoint, {job->id.toString(), name});
        });
    };
    onEndpoint(api::openEndpoint, AuditAction::JobEndpointOpened, u"jupyter"_s);
    onEndpoint(api::closeEndpoint, AuditAction::JobEndpointClosed, u"ssh"_s);
}

void Changes::addTemplates()
{
    const model::TemplateKey key{u"ours"_s, model::TemplateScope::Team};
    const model::SaveTemplate wish{key, aSpec(u"job"_s), true};
    add(api::saveTemplate, {AuditAction::TemplateSaved},
        [=, this] { return by(m_admin, api::saveTemplate, {}, wish); });
    add(api::deleteTemplate, {AuditAction::TemplateDeleted}, [=, this] {
        if (const auto saved = call(*m_admin, api::saveTemplate, {}, wish); !saved)
            qFatal("%s", qPrintable(saved.error().detail));
        return by(m_admin, api::deleteTemplate, {}, {key.name, key.scope, wish.spec.vc});
    });
}

// A mail changes nothing; here none can be sent.
void Changes::addSupport()
{
    add(api::askSupport, {}, [this] {
        const std::shared_ptr<client::ApiClient> own = person();
        const auto job = call(*own, api::submitJob, {}, aSpec(fresh()), fresh());
        return [own, id = job->id.toString()]() -> Result<> {
            const auto asked = call(*own, api::askSupport, {id}, model::SupportRequest{u"Help"_s});
            return codeOf(asked) == ErrorCode::Conflict ? Result<>() : Result<>(asked.error());
        };
    });
}

void Changes::addNodes()
{
    const auto inService = [this] {
        static_cast<void>(call(*m_admin, api::uncordonNode, {kNode}, model::CordonRequest{u"x"_s}));
        return kNode;
    };
    const auto outOfService = [this] {
        static_cast<void>(call(*m_admin, api::cordonNode, {kNode}, model::CordonRequest{u"x"_s}));
        return kNode;
    };
    one(api::cordonNode, AuditAction::NodeCordoned, inService, {u"a fan"_s});
    one(api::uncordonNode, AuditAction::NodeUncordoned, outOfService, {u"a new fan"_s});
    one(api::drainNode, AuditAction::NodeDrained, inService, {u"a fan"_s, false});
}

void Changes::addUsers()
{
    const auto user = [this] { return this->user(); };
    one(api::createUsers, AuditAction::UserCreated, {},
        {{{u"somebody"_s, u"S"_s, {}, {}, {}}}, {model::kUserRole}});
    one(api::changeUser, AuditAction::UserChanged, user, {u"Somebody"_s, {}, {}, {}});
    one(api::setUserRoles, AuditAction::UserRolesChanged, user, {{model::kUserRole}});
    one(api::setUserGroups, AuditAction::UserGroupsChanged, user, {{groupId()}});
    one(api::setUserVcs, AuditAction::UserVcsChanged, user, {});
    one(api::resetPassword, AuditAction::PasswordReset, user);
    one(api::deleteUser, AuditAction::UserDeleted, user);
}

void Changes::addGroups()
{
    const auto group = [this] { return this->group(); };
    one(api::createGroup, AuditAction::GroupCreated, {},
        {u"A group"_s, u"x"_s, {model::kUserRole}});
    one(api::changeGroup, AuditAction::GroupChanged, group, {u"Another"_s, u"x"_s});
    one(api::setGroupRoles, AuditAction::GroupRolesChanged, group, {});
    one(api::setGroupVcs, AuditAction::GroupVcsChanged, group, {{model::VcName(u"platform"_s)}});
    one(api::changeMembers, AuditAction::GroupMembersChanged, group, {{userId()}, {}});
    one(api::deleteGroup, AuditAction::GroupDeleted, group);
}

void Changes::addRoles()
{
    const auto role = [this] { return this->role(); };
    one(api::createRole, AuditAction::RoleCreated, {}, {u"A role"_s, {}, {Permission::ViewVc}});
    one(api::changeRole, AuditAction::RoleChanged, role,
        {u"Another"_s, {}, {Permission::ManageVc}});
    one(api::changeRoleUsers, AuditAction::RoleHoldersChanged, role, {{userId()}, {}});
    one(api::changeRoleGroups, AuditAction::RoleHoldersChanged, role, {{groupId()}, {}});
    one(api::deleteRole, AuditAction::RoleDeleted, role);
}

void Changes::addVcs()
{
    const model::DeviceType gpu(u"gpu"_s);
    one(api::createVc, AuditAction::VcCreated, {}, {model::VcName(u"lab"_s), {{gpu, 1, 1}}});
    one(api::changeVc, AuditAction::VcChanged, [this] { return vc(); }, {{}});
    add(api::deleteVc, {AuditAction::VcDeleted}, [this] {
        const QString name = vc();
        return by(m_admin, api::deleteVc, {name}, {name, {}});
    });
}

} // namespace support
