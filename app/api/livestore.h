// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/streams.h"
#include "core/model/account.h"
#include "core/model/cluster.h"
#include "core/model/event.h"
#include "core/model/node.h"
#include "core/model/vc.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace client {
class ApiClient;
}

// Where something that is loaded from the server stands. Once Ready it stays Ready while it is
// loaded anew, so that nothing flickers.
enum class Loading { Idle, Busy, Ready, Failed };

// The console's live picture of the cluster: who I am, the cluster's facts, VCs and nodes. Between
// start() and stop() it loads them and keeps them true by the event stream; nothing is polled. Lists
// of jobs are LiveJobs.
class LiveStore : public QObject
{
    Q_OBJECT

public:
    explicit LiveStore(client::ApiClient &api, QObject *parent = nullptr);
    ~LiveStore() override;

    // Signed in: loads everything as soon as the stream is open, or has failed to open.
    void start(const model::Account &account);
    // Signed out: forgets everything.
    void stop();
    // Whether lists may be read: the stream is open, or has failed to open.
    bool isOpen() const { return m_open; }

    // Reads everything anew, for the person who asks or retries. Views keep what they show.
    void reload();

    client::ApiClient &api() const { return m_api; }
    const model::Account &account() const { return m_account; }
    const std::optional<model::Cluster> &cluster() const { return m_cluster; }
    const QList<model::VcStatus> &vcs() const { return m_vcs; } // by name, all that may be seen
    const QList<model::Node> &nodes() const { return m_nodes; } // by name; empty without the right
    const model::VcStatus *findVc(const model::VcName &name) const;
    QList<model::VcName> usableVcs() const; // those the person may submit to, by name

    // The VC the person works in; empty only while none is usable. A name that is not usable gives
    // the first usable one.
    const model::VcName &selectedVc() const { return m_selectedVc; }
    void selectVc(const model::VcName &name);

    client::Connection connection() const { return m_connection; }
    Loading loading() const { return m_loading; } // of cluster and VCs together
    const Error &problem() const { return m_problem; } // why loading failed or the stream is away

public slots:
    // One message of the event stream.
    void apply(const model::Event &event);

signals:
    void accountChanged();
    void clusterChanged();
    void vcsChanged();
    void nodesChanged();
    void selectedVcChanged();
    void connectionChanged();
    void loadingChanged();
    void endpointsChanged(const model::JobId &job); // ways into it: read them again
    void templatesChanged(); // read them again
    void peopleChanged(); // users, groups, roles or who may use which VC; told to Managers
    void jobChanged(const model::JobSummary &job); // this job as it is now
    void reloadNeeded(); // job events were missed: read jobs again

private:
    void loadAccount();
    void loadCluster();
    void loadVcs();
    void loadNodes();
    void takeVcs(const QList<model::VcStatus> &vcs);
    void takeNode(const model::Node &node);
    void settle(const Result<> &result);
    void keepSelection();
    void setConnection(client::Connection connection);
    void setLoading(Loading loading);
    void streamFailed(const Error &error);
    template <typename Endpoint, typename Take>
    void read(const Endpoint &endpoint, Take take);

    client::ApiClient &m_api;
    std::unique_ptr<client::EventStream> m_stream; // of the current session
    model::Account m_account;
    std::optional<model::Cluster> m_cluster;
    QList<model::VcStatus> m_vcs;
    QList<model::Node> m_nodes;
    model::VcName m_selectedVc;
    client::Connection m_connection = client::Connection::Offline;
    Loading m_loading = Loading::Idle;
    Error m_problem;
    QTimer m_vcsDelay; // many changes of VCs in a moment are read once
    int m_session = 0; // answers to a session before this one are dropped
    int m_missing = 0; // of cluster and VCs, not yet answered
    bool m_open = false;
    bool m_complete = false; // read since the stream said Hello
};
