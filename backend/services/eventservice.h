// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/clusterservice.h"
#include "backend/services/signinservice.h"
#include "backend/storage/changelog.h"
#include "backend/storage/endpointstore.h"
#include "backend/storage/templatestore.h"
#include "core/model/event.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace services {

// What somebody who listens gives. The owner's end, the session's end or its loss of all rights
// ends the subscription; `end` is called unless the owner is gone.
struct Subscriber
{
    QObject *owner = nullptr;
    QString tokenHash; // of the session
    std::function<void(const model::Event &event)> send;
    std::function<void()> end;
};

// Tells everybody who listens what changed, as far as they may see it: own jobs or all jobs, nodes
// with the right to view the cluster's status, VCs that they may see, templates that they may use,
// people for Managers, and each person's own rights. Changes of a few milliseconds are told together,
// each subject once, as it is then. Rights are read anew before every telling.
class EventService : public QObject
{
    Q_OBJECT

public:
    // All of them outlive the service.
    struct Sources
    {
        storage::Database &database;
        storage::JobStore &jobs;
        storage::EndpointStore &endpoints;
        storage::TemplateStore &templates;
        ClusterService &cluster;
        SignInService &sessions;
    };
    explicit EventService(const Sources &sources);

    static constexpr int kMostSubscribers = 1000;
    static constexpr int kMostPerPerson = 20;
    static constexpr int kMostMissed = 1000; // more is told by Reload

    // Tells Hello first; then, when the query has a token, what was missed as it is now, or Reload.
    // Unauthenticated without a session, TooMany when too many listen.
    Result<> subscribe(const model::EventQuery &query, const Subscriber &subscriber);

private:
    struct Entry
    {
        Subscriber subscriber;
        model::Account account;
        bool isOther = false; // the account is not the one that was told of
        bool hasOtherTemplates = false;
        qint64 told = 0; // the sequence that its newest token stands for
    };
    struct Known // of an active job, to see what a change means for nodes and VCs
    {
        model::JobState state;
        QList<model::NodeName> nodes;
    };

    void takeJob(const model::Job &job);
    void changeNode(const model::NodeName &name);
    void changeVc(const model::VcName &name);
    void changePeople();
    void changeTemplate(const storage::TemplateAddress &address);
    void changeEndpoints(const model::JobId &job);
    void flushSoon();
    void flush();
    void tellAll(const QList<model::JobSummary> &jobs, const QList<model::Node> &nodes);
    void tell(qint64 id, QList<model::Event> events, qint64 sequence);
    bool tellMissed(qint64 id, const QString &since);
    QList<model::Event> standing(const Entry &entry, qint64 since) const;
    bool refresh(Entry &entry);
    bool mayUseChangedTemplates(const model::Account &account) const;
    void endWhere(const std::function<bool(Entry &entry)> &condition);
    qint64 newest() const;

    storage::ChangeLog m_changes;
    storage::JobStore &m_jobs;
    ClusterService &m_cluster;
    SignInService &m_sessions;
    QHash<qint64, Entry> m_entries;
    qint64 m_nextEntry = 1;
    qint64 m_told = 0; // everything up to this sequence has been told
    QHash<model::JobId, Known> m_known;
    QHash<model::JobId, model::JobSummary> m_changedJobs;
    QSet<model::NodeName> m_changedNodes;
    QSet<model::VcName> m_changedVcs;
    QList<storage::TemplateAddress> m_changedTemplates;
    QSet<model::JobId> m_changedEndpoints; // jobs of which they changed
    bool m_clusterChanged = false;
    bool m_peopleChanged = false;
    QHash<model::NodeName, qint64> m_nodeChangedAt; // sequence when each node changed last
    qint64 m_begin = 0; // sequence when the service began
    QTimer m_flush;
};

} // namespace services
