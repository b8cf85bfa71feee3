// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/reconcile/endpointfiles.h"
#include "backend/reconcile/endpointway.h"
#include "backend/storage/endpointstore.h"
#include "backend/storage/jobstore.h"

#include <map>
#include <memory>

namespace reconcile {

// The loop that makes the ways into running jobs what is wanted. Level-triggered like the reconciler:
// it compares what is stored with what it has brought up, whatever told it to look, so that berthd
// may die at any moment and gives every endpoint the port and token again that it had. Nobody gets in
// whose account is disabled; a public key that is taken away lets nobody in any more.
class EndpointLoop final : public QObject
{
    Q_OBJECT

public:
    // All of them outlive the loop.
    struct Surroundings
    {
        storage::JobStore &jobs;
        storage::EndpointStore &endpoints;
        storage::AccountStore &accounts;
        const storage::ProfileStore &profiles;
        const storage::SecretBox &secrets;
        engines::ContainerEngine &engine;
        volumes::Volumes *volumes = nullptr; // none where jobs have no storage
    };
    explicit EndpointLoop(const Surroundings &surroundings, const EndpointPace &pace = {},
                          QObject *parent = nullptr);

    void start(); // begins; then it goes on by itself

    const EndpointFiles &files() const { return m_files; }

private:
    using Place = std::pair<QString, QString>; // the endpoint's name and its task
    struct Entered // a start of a job that runs
    {
        model::UserId owner;
        int attempt = 0;
        std::map<Place, std::unique_ptr<EndpointWay>> ways;
    };

    void takeJob(const model::Job &job);
    void takeTask(const engines::TaskStatus &status);
    void takeAccount(model::UserId id);
    void step(const model::JobId &id);
    void leave(const model::JobId &id);
    void want(const model::Job &job, const storage::StoredEndpoint &stored, bool mayEnter);
    void sweep(Entered &entered, const storage::EndpointStore::Endpoints &stored);
    EndpointWay &wayOf(const model::Job &job, const storage::StoredEndpoint &stored);
    void report(const model::Job &job, const storage::StoredEndpoint &stored,
                const EndpointWay &way);

    const Surroundings m_with;
    const EndpointPace m_pace;
    EndpointFiles m_files;
    std::map<model::JobId, Entered> m_jobs;
};

} // namespace reconcile
