// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"

#include "core/api/accounts.h"
#include "core/api/cluster.h"
#include "core/client/apiclient.h"
#include "core/rules/jobactions.h"

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {

template <typename Named>
void sortByName(QList<Named> &list)
{
    std::sort(list.begin(), list.end(),
              [](const Named &a, const Named &b) { return a.name < b.name; });
}

} // namespace

LiveStore::LiveStore(client::ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
    m_vcsDelay.setSingleShot(true);
    m_vcsDelay.setInterval(100ms);
    connect(&m_vcsDelay, &QTimer::timeout, this, &LiveStore::loadVcs);
}

LiveStore::~LiveStore() = default;

void LiveStore::start(const model::Account &account)
{
    stop();
    m_account = account;
    emit accountChanged();
    setLoading(Loading::Busy);
    m_stream = std::make_unique<client::EventStream>(m_api);
    connect(m_stream.get(), &client::EventStream::received, this, &LiveStore::apply);
    connect(m_stream.get(), &client::EventStream::connectionChanged, this,
            &LiveStore::setConnection);
    connect(m_stream.get(), &client::EventStream::failed, this, &LiveStore::streamFailed);
    m_stream->start();
}

void LiveStore::stop()
{
    if (m_stream) {
        m_stream->disconnect(this);
        m_stream->stop();
        // It may be the stream's own signal that ends the session.
        m_stream.release()->deleteLater();
    }
    ++m_session;
    m_vcsDelay.stop();
    m_open = false;
    m_complete = false;
    m_account = {};
    m_cluster.reset();
    m_vcs.clear();
    m_nodes.clear();
    m_selectedVc = {};
    m_problem = {};
    setConnection(client::Connection::Offline);
    setLoading(Loading::Idle);
}

void LiveStore::reload()
{
    m_open = true;
    m_missing = 2;
    if (m_loading != Loading::Ready)
        setLoading(Loading::Busy);
    loadAccount();
    loadCluster();
    loadVcs();
    loadNodes();
    emit reloadNeeded();
}

const model::VcStatus *LiveStore::findVc(const model::VcName &name) const
{
    const auto it = std::find_if(m_vcs.begin(), m_vcs.end(),
                                 [&](const auto &status) { return status.name == name; });
    return it == m_vcs.end() ? nullptr : &*it;
}

QList<model::VcName> LiveStore::usableVcs() const
{
    QList<model::VcName> names;
    for (const auto &status : m_vcs) {
        if (rules::mayUse(m_account, status.name))
            names.append(status.name);
    }
    return names;
}

void LiveStore::selectVc(const model::VcName &name)
{
    if (m_selectedVc == name)
        return;
    m_selectedVc = name;
    // Before the VCs are known any name may be a good one.
    if (!m_vcs.isEmpty())
        keepSelection();
    emit selectedVcChanged();
}

void LiveStore::apply(const model::Event &event)
{
    switch (event.topic) {
    case model::EventTopic::Hello:
        if (!std::exchange(m_complete, true))
            reload();
        return;
    case model::EventTopic::Reload:
        reload();
        return;
    case model::EventTopic::Job:
        if (event.job)
            emit jobChanged(*event.job);
        return;
    case model::EventTopic::Node:
        if (event.node)
            takeNode(*event.node);
        return;
    case model::EventTopic::Vc:
        if (!m_vcsDelay.isActive())
            m_vcsDelay.start();
        return;
    case model::EventTopic::People:
        emit peopleChanged();
        return;
    case model::EventTopic::Account:
        loadAccount();
        return;
    case model::EventTopic::Endpoint:
        if (event.endpointsOf)
            emit endpointsChanged(*event.endpointsOf);
        return;
    case model::EventTopic::Template:
        emit templatesChanged();
        return;
    case model::EventTopic::Cluster:
        loadCluster();
        return;
    }
}

template <typename Endpoint, typename Take>
void LiveStore::read(const Endpoint &endpoint, Take take)
{
    using Answer = Result<typename Endpoint::Response>;
    whenDone(m_api.call(endpoint), this, [this, take, session = m_session](const Answer &answer) {
        if (session == m_session)
            take(answer);
    });
}

void LiveStore::loadAccount()
{
    read(api::getAccount, [this](const Result<model::Account> &account) {
        if (!account || *account == m_account)
            return;
        const bool nodesBecameVisible = !m_account.has(model::Permission::ViewClusterStatus);
        m_account = *account;
        const model::VcName before = m_selectedVc;
        if (!m_vcs.isEmpty())
            keepSelection();
        emit accountChanged();
        if (m_selectedVc != before)
            emit selectedVcChanged();
        m_vcsDelay.start(); // which may be seen depends on the rights
        if (nodesBecameVisible)
            loadNodes();
    });
}

void LiveStore::loadCluster()
{
    read(api::getCluster, [this](const Result<model::Cluster> &cluster) {
        if (cluster && (!m_cluster || *m_cluster != *cluster)) {
            m_cluster = *cluster;
            emit clusterChanged();
        }
        settle(cluster ? Result<>() : cluster.error());
    });
}

void LiveStore::loadVcs()
{
    read(api::listVcs, [this](const Result<model::Items<model::VcStatus>> &vcs) {
        if (vcs)
            takeVcs(vcs->items);
        settle(vcs ? Result<>() : vcs.error());
    });
}

void LiveStore::loadNodes()
{
    if (!m_account.has(model::Permission::ViewClusterStatus))
        return;
    read(api::listNodes, [this](const Result<model::Items<model::Node>> &nodes) {
        if (!nodes || nodes->items == m_nodes)
            return;
        m_nodes = nodes->items;
        sortByName(m_nodes);
        emit nodesChanged();
    });
}

void LiveStore::takeVcs(const QList<model::VcStatus> &vcs)
{
    QList<model::VcStatus> sorted = vcs;
    sortByName(sorted);
    if (sorted == m_vcs)
        return;
    m_vcs = sorted;
    const model::VcName before = m_selectedVc;
    keepSelection();
    emit vcsChanged();
    if (m_selectedVc != before)
        emit selectedVcChanged();
}

void LiveStore::takeNode(const model::Node &node)
{
    const auto place = std::lower_bound(
        m_nodes.begin(), m_nodes.end(), node,
        [](const model::Node &a, const model::Node &b) { return a.name < b.name; });
    if (place != m_nodes.end() && place->name == node.name)
        *place = node;
    else
        m_nodes.insert(place, node);
    emit nodesChanged();
}

void LiveStore::settle(const Result<> &result)
{
    if (!result) {
        m_problem = result.error();
        m_missing = 0;
        if (m_loading != Loading::Ready)
            setLoading(Loading::Failed);
        return;
    }
    if (m_missing == 0)
        return;
    --m_missing;
    if (m_missing == 0)
        setLoading(Loading::Ready);
}

void LiveStore::keepSelection()
{
    const QList<model::VcName> usable = usableVcs();
    if (!usable.contains(m_selectedVc))
        m_selectedVc = usable.isEmpty() ? model::VcName() : usable.first();
}

void LiveStore::setConnection(client::Connection connection)
{
    if (m_connection == connection)
        return;
    m_connection = connection;
    emit connectionChanged();
}

void LiveStore::setLoading(Loading loading)
{
    if (m_loading == loading)
        return;
    m_loading = loading;
    emit loadingChanged();
}

void LiveStore::streamFailed(const Error &error)
{
    m_problem = error;
    if (!m_open)
        reload();
    emit connectionChanged();
}
