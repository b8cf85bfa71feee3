// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/everything.h"
#include "tests/contract/contract.h"
#include "tests/contract/providerdesk.h"

#include <QMap>

namespace support {

// The endpoints that change something: how each is called once with success, and which records that
// must leave in the audit log.
class Changes
{
public:
    using Act = std::function<Result<>()>; // the call itself
    struct Change
    {
        QList<model::AuditAction> records; // in their order; none: nothing is changed
        std::function<Act()> prepare; // makes what the call is about
    };

    Changes();

    Contract contract;
    ProviderDesk desk{*contract.platform};

    // By "POST /api/v1/jobs"; absent when nobody has said what it leaves.
    std::optional<Change> find(const QString &name) const;
    template <typename Endpoint>
    static QString nameOf(const Endpoint &endpoint)
    {
        return api::nameOf(endpoint.verb) % u' ' % QString(endpoint.path);
    }
    Contract::Client person(); // somebody who has signed in and may submit jobs

private:
    template <typename Endpoint>
    void add(const Endpoint &endpoint, const QList<model::AuditAction> &records,
             const std::function<Act()> &prepare)
    {
        m_changes.insert(nameOf(endpoint), {records, prepare});
    }
    // The call of somebody; the client lives as long as the call.
    template <typename Endpoint>
    Act by(const std::shared_ptr<client::ApiClient> &caller, const Endpoint &endpoint,
           const QStringList &path = {}, const typename Endpoint::Request &request = {})
    {
        return [=, this, &endpoint]() -> Result<> {
            const QString key = QString::number(++m_count);
            const auto answer = call(*caller, endpoint, path, request, key);
            return answer ? Result<>() : Result<>(answer.error());
        };
    }
    // One record of an administrator's call on something that is made for it.
    template <typename Endpoint>
    void one(const Endpoint &endpoint, model::AuditAction record,
             const std::function<QString()> &make, const typename Endpoint::Request &request = {})
    {
        add(endpoint, {record}, [=, this, &endpoint] {
            const QString object = make ? make() : QString();
            const QStringList path = object.isEmpty() ? QStringList() : QStringList{object};
            return by(m_admin, endpoint, path, request);
        });
    }
    void addSessions();
    void addProviders();
    void addProfile();
    void addJobs();
    void addTemplates();
    void addSupport();
    void addNodes();
    void addUsers();
    void addGroups();
    void addRoles();
    void addVcs();
    QString fresh(); // a name that nobody has
    QString user();
    QString group();
    QString role();
    QString vc();
    model::UserId userId();
    model::GroupId groupId();

    QMap<QString, Change> m_changes;
    std::shared_ptr<client::ApiClient> m_admin;
    int m_count = 0;
};

} // namespace support
