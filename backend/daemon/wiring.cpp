// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/wiring.h"

#include "backend/daemon/providers.h"
#include "backend/daemon/rehearsal.h"
#include "backend/daemon/roomsettings.h"
#include "backend/daemon/spokenincidents.h"
#include "backend/daemon/stores.h"
#include "backend/engines/container/dockerengine.h"
#include "backend/engines/nodebook.h"
#include "backend/http/listener.h"
#include "backend/http/tls.h"
#include "backend/reconcile/endpointloop.h"
#include "backend/reconcile/reconciler.h"
#include "backend/routes/routes.h"
#include "backend/services/attemptservice.h"
#include "backend/services/endpointservice.h"
#include "backend/services/eventservice.h"
#include "backend/services/logservice.h"
#include "backend/services/nodeservice.h"
#include "backend/services/peopleservices.h"
#include "backend/services/profileservice.h"
#include "backend/services/storageservice.h"
#include "backend/services/supportservice.h"
#include "backend/services/templateservice.h"
#include "backend/volumes/volumes.h"
#include "core/api/cluster.h"
#include "core/api/openapi.h"

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace berthd {

namespace {

constexpr auto kPatience = 8s; // for running requests when stopping

} // namespace

struct Wiring::Parts : Stores
{
    explicit Parts(const Config &settings)
        : config(settings)
        , router([this](const QByteArray &token) { return signIn->authenticate(token); })
        , listener(router, settings.limits)
    {
        router.trust(settings.trustedProxies);
    }

    Result<> open();
    Result<> openStores();
    void makeEngine();
    Result<> makeServices();
    void makeReconciler();
    Result<> listen();
    void addPlainRoutes();
    http::Response readiness() const;

    // The time in which jobs live.
    const Clock &jobClock() const
    {
        return rehearsal ? rehearsal->clock() : static_cast<const Clock &>(clock);
    }
    Rehearsal::Stores rehearsed() { return {*database, *committer, *accounts, *vcs}; }

    const Config config;
    const SystemClock clock;
    std::unique_ptr<Rehearsal> rehearsal;
    std::unique_ptr<volumes::Volumes> volumes; // none in a simulation
    std::unique_ptr<engines::ContainerEngine> engine;
    std::unique_ptr<engines::NodeBook> nodes;
    std::unique_ptr<services::SignInService> signIn;
    std::unique_ptr<services::SignUpService> signUp;
    std::unique_ptr<services::AttemptService> attempts;
    std::unique_ptr<services::ProfileService> profiles;
    std::unique_ptr<services::ClusterService> cluster;
    std::unique_ptr<services::NodeService> nodeService;
    std::optional<services::RegistryPasswords> passwords;
    std::unique_ptr<services::JobService> jobService;
    std::unique_ptr<services::TemplateService> templates;
    std::optional<mail::Mailer> mailer;
    std::optional<services::SupportService> support;
    std::unique_ptr<services::EndpointService> endpoints;
    std::unique_ptr<services::LogService> logService;
    std::unique_ptr<services::StorageService> storageService;
    std::unique_ptr<services::EventService> events;
    std::unique_ptr<services::PeopleServices> peopleServices;
    std::unique_ptr<reconcile::Reconciler> reconciler;
    std::unique_ptr<reconcile::EndpointLoop> endpointLoop;
    http::Router router;
    http::Listener listener;
    std::optional<SpokenIncidents> spoken;
    std::optional<QString> newPassword;
};

Result<> Wiring::Parts::openStores()
{
    TRY_VOID(openAll(config.dataDir));
    if (!rehearsal) {
        volumes = std::make_unique<volumes::Volumes>(withDefaults(config.storage, config.dataDir));
        TRY_VOID(volumes->open());
    }
    return Rehearsal::checkData(rehearsed(), config.simulation.has_value());
}

void Wiring::Parts::makeEngine()
{
    const QString name = installation->id.toString(QUuid::WithoutBraces);
    if (rehearsal)
        engine = rehearsal->connectEngine(name);
    else
        engine = std::make_unique<engines::DockerEngine>(engineSettings(config, name));
}

Result<> Wiring::Parts::open()
{
    if (config.simulation)
        rehearsal = std::make_unique<Rehearsal>(*config.simulation);
    TRY_VOID(openStores());
    makeEngine();
    nodes = std::make_unique<engines::NodeBook>(*engine);
    TRY_VOID(makeServices());
    makeReconciler();
    routes::addAll(router, {.signIn = *signIn,
                            .signUp = *signUp,
                            .attempts = *attempts,
                            .profiles = *profiles,
                            .jobs = *jobService,
                            .templates = *templates,
                            .support = *support,
                            .endpoints = *endpoints,
                            .logs = *logService,
                            .storage = *storageService,
                            .cluster = *cluster,
                            .nodes = *nodeService,
                            .events = *events,
                            .users = peopleServices->users,
                            .groups = peopleServices->groups,
                            .roles = peopleServices->roles,
                            .vcs = peopleServices->vcs,
                            .audit = peopleServices->audit});
    addPlainRoutes();
    TRY_VOID(listen());
    reconciler->start();
    endpointLoop->start();
    if (rehearsal) {
        rehearsal->play({*accounts, *cluster, *jobService});
        spoken.emplace(*rehearsal);
    }
    return {};
}

Result<> Wiring::Parts::makeServices()
{
    signIn = std::make_unique<services::SignInService>(
        *accounts, clock,
        services::SignInSettings{.dataDirectory = config.dataDir,
                                 .idle = config.sessions.idle,
                                 .absolute = config.sessions.absolute});
    TRY_ASSIGN(newPassword, signIn->prepare());
    signUp = std::make_unique<services::SignUpService>(
        *accounts, *signIn, clock,
        services::SignUpSettings{.platformName = config.clusterName,
                                 .supportAddress = config.support,
                                 .isOpen = config.signIn.signUpOpen});
    attempts = std::make_unique<services::AttemptService>(
        services::AttemptService::Sources{*signIn, *signUp, *profileStore}, clock);
    addProviders(config.signIn, *attempts, clock);
    profiles = std::make_unique<services::ProfileService>(*profileStore, clock);
    if (rehearsal)
        TRY_VOID(rehearsal->fill(rehearsed()));
    cluster = std::make_unique<services::ClusterService>(
        services::ClusterSources{*engine, *nodes, *vcs, *jobs}, clusterSettings(config));
    nodeService = std::make_unique<services::NodeService>(*nodeStore, *nodes, *cluster, jobClock());
    passwords.emplace(*jobs, *templateStore, *secrets);
    jobService = std::make_unique<services::JobService>(*jobs, *cluster, *passwords, jobClock());
    templates = std::make_unique<services::TemplateService>(
        services::TemplateService::Sources{*templateStore, *people, *cluster, *passwords},
        jobClock());
    if (config.mail)
        mailer.emplace(config.mail->server);
    support.emplace(
        services::SupportService::Sources{*jobService, *profileStore, mailer ? &*mailer : nullptr},
        services::SupportSettings{.platformName = config.clusterName,
                                  .operators = config.support,
                                  .sender = config.mail ? config.mail->from : QString()},
        clock);
    logService = std::make_unique<services::LogService>(*jobService, *jobs, *logs, *engine);
    storageService = std::make_unique<services::StorageService>(*jobService, volumes.get());
    endpoints = std::make_unique<services::EndpointService>(
        services::EndpointService::Sources{*jobService, *jobs, *endpointStore, *secrets}, clock);
    events = std::make_unique<services::EventService>(services::EventService::Sources{
        *database, *jobs, *endpointStore, *templateStore, *cluster, *signIn});
    peopleServices = std::make_unique<services::PeopleServices>(
        services::VcService::Sources{*vcs, *jobs, *templateStore, *people, *cluster}, clock,
        jobClock());
    return {};
}

void Wiring::Parts::makeReconciler()
{
    reconciler = std::make_unique<reconcile::Reconciler>(
        reconcile::Surroundings{*jobs, *vcs, *secrets, *logs, *engine, *nodes, jobClock(),
                                volumes.get()},
        loopSettings(config));
    endpointLoop = std::make_unique<reconcile::EndpointLoop>(reconcile::EndpointLoop::Surroundings{
        *jobs, *endpointStore, *accounts, *profileStore, *secrets, *engine, volumes.get()});
    reconciler->setRuntimeFiles(
        [this](const model::Job &job) { return endpointLoop->files().atStart(job); });
    jobService->setForecast([this](const model::Job &job) { return reconciler->forecast(job); });
}

Result<> Wiring::Parts::listen()
{
    std::optional<QSslConfiguration> tls;
    if (config.tls) {
        TRY_ASSIGN(tls, http::loadTls(config.tls->certificate, config.tls->key));
    }
    return listener.listen(QHostAddress(config.listen.host), config.listen.port, tls);
}

void Wiring::Parts::addPlainRoutes()
{
    router.onPlain(u"/healthz"_s, [] { return http::Response::text("ok\n"); });
    router.onPlain(u"/readyz"_s, [this] { return readiness(); });
    const QJsonObject document = api::openApiDocument(QCoreApplication::applicationVersion());
    router.on(api::openApi, [document](const http::Call &, const model::Nothing &) {
        return Result<QJsonObject>(document);
    });
}

// Ready to be used; an engine that is away is told by the cluster's facts and comes back.
http::Response Wiring::Parts::readiness() const
{
    if (!storage::setting(*database, u"schema"_s))
        return http::Response::text("the database does not answer\n", 503);
    if (rehearsal && !rehearsal->isPresent())
        return http::Response::text("the past is being played\n", 503);
    return http::Response::text("ready\n");
}

Wiring::Wiring() = default;
Wiring::~Wiring() = default;

Result<std::unique_ptr<Wiring>> Wiring::start(const Config &config)
{
    std::unique_ptr<Wiring> wiring(new Wiring);
    wiring->m_parts = std::make_unique<Parts>(config);
    TRY_VOID(wiring->m_parts->open());
    connect(&wiring->m_parts->listener, &http::Listener::drained, wiring.get(), &Wiring::stopped);
    return wiring;
}

QString Wiring::address() const
{
    const Listen &listen = m_parts->config.listen;
    const QString host = listen.host.contains(u':') ? u'[' % listen.host % u']' : listen.host;
    return u"%1://%2:%3"_s.arg(m_parts->config.tls ? u"https"_s : u"http"_s, host,
                               QString::number(m_parts->listener.port()));
}

std::optional<QString> Wiring::newPassword() const
{
    return m_parts->newPassword;
}

QStringList Wiring::greeting() const
{
    if (!m_parts->config.simulation || m_parts->config.simulation->people.isEmpty())
        return {};
    QStringList names;
    for (const SimulatedPerson &person : m_parts->config.simulation->people)
        names.append(person.username);
    return {u"the password of "_s % names.join(u", "_s) % u" is "_s
            % m_parts->config.simulation->password};
}

QList<http::RouteInfo> Wiring::routes() const
{
    return m_parts->router.routes();
}

void Wiring::stop()
{
    QTimer::singleShot(kPatience, this, &Wiring::stopped);
    m_parts->listener.shutDown();
}

} // namespace berthd
