// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/nodebook.h"
#include "backend/http/listener.h"
#include "backend/http/router.h"
#include "backend/routes/routes.h"
#include "backend/services/attemptservice.h"
#include "backend/services/endpointservice.h"
#include "backend/services/eventservice.h"
#include "backend/services/jobservice.h"
#include "backend/services/logservice.h"
#include "backend/services/nodeservice.h"
#include "backend/services/peopleservices.h"
#include "backend/services/profileservice.h"
#include "backend/services/storageservice.h"
#include "backend/services/supportservice.h"
#include "backend/services/templateservice.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "tests/contract/scriptedengine.h"

namespace support {

// The server as berthd joins it, on a free port of loopback, with a real database in a directory
// and a scripted engine. There is no loop: a test moves jobs itself through the store.
class Platform
{
public:
    static Result<std::unique_ptr<Platform>> open(const QString &directory);

    QUrl url() const;
    QString adminPassword; // of the first start
    // A person with the preset role User, who may use the VC platform; the password is the name
    // and "-secret".
    Result<model::UserId> addUser(const QString &username, const QStringList &roles);
    Result<model::Session> session(const QString &username, const QString &password);
    // Stores the job in the state, as the loop would; `edit` may change more.
    Result<model::Job> move(const model::JobId &id, model::JobState state,
                            const std::function<void(model::Job &job)> &edit = {});

    SystemClock clock;
    QString directory;
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::Committer> committer;
    std::unique_ptr<storage::AccountStore> accounts;
    std::unique_ptr<storage::ProfileStore> profileStore;
    std::unique_ptr<storage::PeopleStore> people;
    std::unique_ptr<storage::VcStore> vcs;
    std::unique_ptr<storage::NodeStore> nodeStore;
    std::unique_ptr<storage::JobStore> jobStore;
    std::unique_ptr<storage::TemplateStore> templateStore;
    std::unique_ptr<storage::EndpointStore> endpointStore;
    std::unique_ptr<storage::SecretBox> secrets;
    std::unique_ptr<storage::LogArchive> archive;
    std::unique_ptr<volumes::Volumes> volumes;
    ScriptedEngine engine;
    std::unique_ptr<engines::NodeBook> nodes;
    std::unique_ptr<services::SignInService> signIn;
    std::unique_ptr<services::SignUpService> signUp;
    std::unique_ptr<services::AttemptService> attempts;
    std::unique_ptr<services::ProfileService> profiles;
    std::unique_ptr<services::ClusterService> cluster;
    std::unique_ptr<services::NodeService> nodeService;
    std::optional<services::RegistryPasswords> passwords;
    std::unique_ptr<services::JobService> jobs;
    std::unique_ptr<services::TemplateService> templates;
    std::unique_ptr<services::SupportService> support; // sends no mails
    std::unique_ptr<services::EndpointService> endpoints;
    std::unique_ptr<services::LogService> logs;
    std::unique_ptr<services::StorageService> storage;
    std::unique_ptr<services::EventService> events;
    std::unique_ptr<services::PeopleServices> administration;
    std::unique_ptr<http::Router> router;
    std::unique_ptr<http::Listener> listener;

private:
    Result<> openStorage();
    Result<> openServices();
    Result<> listen();
};

} // namespace support
