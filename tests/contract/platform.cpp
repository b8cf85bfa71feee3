// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/platform.h"

#include "backend/reconcile/forecast.h"
#include "backend/reconcile/snapshot.h"
#include "core/api/cluster.h"
#include "core/api/openapi.h"
#include "tests/support/await.h"

#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace support {

Result<std::unique_ptr<Platform>> Platform::open(const QString &directory)
{
    auto platform = std::make_unique<Platform>();
    platform->directory = directory;
    TRY_VOID(platform->openStorage());
    TRY_VOID(platform->openServices());
    TRY_VOID(platform->listen());
    return platform;
}

Result<> Platform::openStorage()
{
    TRY_ASSIGN(database, storage::Database::open(QDir(directory).filePath(u"berth.db"_s)));
    committer = std::make_unique<storage::Committer>(*database);
    accounts = std::make_unique<storage::AccountStore>(*database, *committer);
    profileStore = std::make_unique<storage::ProfileStore>(*database, *committer, *accounts);
    people = std::make_unique<storage::PeopleStore>(*database, *committer, *accounts);
    TRY_ASSIGN(vcs, storage::VcStore::open(*database, *committer));
    TRY_ASSIGN(nodeStore, storage::NodeStore::open(*database, *committer));
    TRY_ASSIGN(jobStore, storage::JobStore::open(*database, *committer));
    templateStore = std::make_unique<storage::TemplateStore>(*database, *committer);
    TRY_ASSIGN(endpointStore, storage::EndpointStore::open(*database, *committer));
    TRY_ASSIGN(auto box, storage::SecretBox::open(directory));
    secrets = std::make_unique<storage::SecretBox>(std::move(box));
    archive = std::make_unique<storage::LogArchive>(directory);
    const QString root = directory % u"/storage/"_s;
    volumes = std::make_unique<volumes::Volumes>(
        volumes::Roots{root % u"work"_s, root % u"data"_s, root % u"home"_s, root % u"jobs"_s});
    TRY_VOID(volumes->open());
    return {};
}

Result<> Platform::openServices()
{
    nodes = std::make_unique<engines::NodeBook>(engine);
    signIn = std::make_unique<services::SignInService>(
        *accounts, clock, services::SignInSettings{.dataDirectory = directory});
    TRY_ASSIGN(const auto password, signIn->prepare());
    adminPassword = password.value_or(QString());
    signUp = std::make_unique<services::SignUpService>(
        *accounts, *signIn, clock,
        services::SignUpSettings{.platformName = u"Test"_s, .supportAddress = u"operators@lab"_s});
    attempts = std::make_unique<services::AttemptService>(
        services::AttemptService::Sources{*signIn, *signUp, *profileStore}, clock);
    profiles = std::make_unique<services::ProfileService>(*profileStore, clock);
    cluster = std::make_unique<services::ClusterService>(
        services::ClusterSources{engine, *nodes, *vcs, *jobStore},
        services::ClusterSettings{.name = u"Test"_s,
                                  .version = u"1"_s,
                                  .supportAddress = u"operators@lab"_s,
                                  .deviceTypes = {}});
    nodeService = std::make_unique<services::NodeService>(*nodeStore, *nodes, *cluster, clock);
    passwords.emplace(*jobStore, *templateStore, *secrets);
    jobs = std::make_unique<services::JobService>(*jobStore, *cluster, *passwords, clock);
    templates = std::make_unique<services::TemplateService>(
        services::TemplateService::Sources{*templateStore, *people, *cluster, *passwords}, clock);
    support = std::make_unique<services::SupportService>(
        services::SupportService::Sources{*jobs, *profileStore, nullptr},
        services::SupportSettings{}, clock);
    logs = std::make_unique<services::LogService>(*jobs, *jobStore, *archive, engine);
    storage = std::make_unique<services::StorageService>(*jobs, volumes.get());
    endpoints = std::make_unique<services::EndpointService>(
        services::EndpointService::Sources{*jobs, *jobStore, *endpointStore, *secrets}, clock);
    events = std::make_unique<services::EventService>(services::EventService::Sources{
        *database, *jobStore, *endpointStore, *templateStore, *cluster, *signIn});
    administration = std::make_unique<services::PeopleServices>(
        services::VcService::Sources{*vcs, *jobStore, *templateStore, *people, *cluster}, clock,
        clock);
    return {};
}

Result<> Platform::listen()
{
    router = std::make_unique<http::Router>(
        [this](const QByteArray &token) { return signIn->authenticate(token); });
    jobs->setForecast([this](const model::Job &job) -> Result<model::Verdict> {
        auto snapshot = reconcile::makeSnapshot(nodes->nodes(), vcs->all(), {});
        for (const model::Job &each : jobStore->active()) {
            if (holdsDevices(each.state))
                snapshot.running.append(reconcile::runningOf(each));
        }
        return reconcile::forecast(snapshot, job);
    });
    routes::addAll(*router, {.signIn = *signIn,
                             .signUp = *signUp,
                             .attempts = *attempts,
                             .profiles = *profiles,
                             .jobs = *jobs,
                             .templates = *templates,
                             .support = *support,
                             .endpoints = *endpoints,
                             .logs = *logs,
                             .storage = *storage,
                             .cluster = *cluster,
                             .nodes = *nodeService,
                             .events = *events,
                             .users = administration->users,
                             .groups = administration->groups,
                             .roles = administration->roles,
                             .vcs = administration->vcs,
                             .audit = administration->audit});
    router->on(api::openApi, [](const http::Call &, const model::Nothing &) {
        return Result<QJsonObject>(api::openApiDocument(u"1"_s));
    });
    listener = std::make_unique<http::Listener>(*router);
    TRY_VOID(listener->listen(QHostAddress::LocalHost, 0));
    attempts->setPublicUrl(url());
    return {};
}

QUrl Platform::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(listener->port()));
}

Result<model::UserId> Platform::addUser(const QString &username, const QStringList &roles)
{
    TRY_ASSIGN(const QString hash, services::Passwords::hashNow(username + u"-secret"_s));
    return await(accounts->create({.username = username,
                                   .nickname = username,
                                   .passwordHash = hash,
                                   .roles = roles,
                                   .vcs = {model::VcName(u"platform"_s)},
                                   .mustChangePassword = false}));
}

Result<model::Session> Platform::session(const QString &username, const QString &password)
{
    return await(signIn->signIn({username, password}, {u"127.0.0.1"_s}));
}

Result<model::Job> Platform::move(const model::JobId &id, model::JobState state,
                                  const std::function<void(model::Job &job)> &edit)
{
    return await(jobStore->change(id, [=](const model::Job &job) -> Result<storage::JobChange> {
        storage::JobChange change{job, {}};
        change.job.state = state;
        if (edit)
            edit(change.job);
        change.entry.at = QDateTime::currentDateTimeUtc();
        change.entry.cause =
            isTerminal(state) ? model::TimelineCause::Ended : model::TimelineCause::Started;
        change.entry.state = state;
        return change;
    }));
}

} // namespace support
