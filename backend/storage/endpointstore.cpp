// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/endpointstore.h"

#include "backend/storage/auditlog.h"
#include "backend/storage/changelog.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"

#include <QMap>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

using model::EndpointKind;
using model::EndpointState;

// In the order in which they are listed.
struct Place
{
    int rank = 0; // ssh, jupyter, tensorboard, then ports
    int port = 0;
    int task = 0;

    auto operator<=>(const Place &) const = default;
};

int rankOf(const model::EndpointName &name)
{
    return name.kind ? int(*name.kind) : 1 + int(EndpointKind::TensorBoard);
}

QStringList tasksOf(const model::JobSpec &spec, const model::EndpointName &name)
{
    if (spec.kind == model::JobKind::Regular)
        return {u"main"_s};
    if (name.kind != EndpointKind::Ssh)
        return {u"worker0"_s};
    QStringList tasks{u"ps0"_s};
    for (int i = 0; i < spec.nodes; ++i)
        tasks.append(u"worker%1"_s.arg(i));
    return tasks;
}

QList<model::EndpointName> askedFor(const model::JobSpec &spec)
{
    QList<model::EndpointName> names;
    for (const EndpointKind kind : spec.endpoints)
        names.append({kind, 0});
    for (const int port : spec.interactivePorts)
        names.append({std::nullopt, port});
    return names;
}

StoredEndpoint read(const Row &row)
{
    StoredEndpoint endpoint;
    endpoint.name = model::EndpointName::fromString(row.text(0)).value_or(model::EndpointName{});
    endpoint.task = row.text(1);
    endpoint.isOn = row.flag(2);
    endpoint.wish = row.number(3);
    endpoint.attempt = row.integer(4);
    endpoint.state = json::fromName<EndpointState>(row.text(5)).value_or(EndpointState::Pending);
    if (!row.isNull(6))
        endpoint.failure = json::fromName<model::EndpointFailure>(row.text(6));
    endpoint.detail = row.text(7);
    endpoint.host = row.text(8);
    endpoint.port = row.integer(9);
    return endpoint;
}

// All endpoints of a job by their place in the list.
class Listing
{
public:
    explicit Listing(const model::JobSpec &spec)
        : m_spec(spec)
    {
        for (const auto &name : askedFor(spec))
            add(name);
    }

    // With all its tasks, as the specification says.
    void add(const model::EndpointName &name)
    {
        const QStringList tasks = tasksOf(m_spec, name);
        for (int i = 0; i < tasks.size(); ++i) {
            StoredEndpoint endpoint;
            endpoint.name = name;
            endpoint.task = tasks.at(i);
            m_places.insert({rankOf(name), name.port, i}, endpoint);
        }
    }

    void replace(const StoredEndpoint &endpoint)
    {
        const auto task = tasksOf(m_spec, endpoint.name).indexOf(endpoint.task);
        if (task >= 0)
            m_places.insert({rankOf(endpoint.name), endpoint.name.port, int(task)}, endpoint);
    }

    EndpointStore::Endpoints all() const { return m_places.values(); }

private:
    const model::JobSpec &m_spec;
    QMap<Place, StoredEndpoint> m_places;
};

} // namespace

Result<std::unique_ptr<EndpointStore>> EndpointStore::open(Database &database, Committer &committer)
{
    std::unique_ptr<EndpointStore> store(new EndpointStore(database, committer));
    TRY_VOID(store->prepare());
    return store;
}

EndpointStore::EndpointStore(Database &database, Committer &committer)
    : m_database(database)
    , m_committer(committer)
{ }

EndpointStore::~EndpointStore()
{
    m_committer.flush();
}

Result<> EndpointStore::prepare()
{
    return m_database.transaction([this]() -> Result<> {
        TRY_VOID(m_database.run(u"UPDATE endpoint SET state = ?, host = '' WHERE state = ?"_s,
                                {QString(json::nameOf(EndpointState::Pending)),
                                 QString(json::nameOf(EndpointState::Ready))}));
        TRY_VOID(m_database.run(
            u"DELETE FROM endpoint_token WHERE job IN (SELECT id FROM job WHERE active = 0)"_s));
        return {};
    });
}

Result<EndpointStore::Endpoints> EndpointStore::of(const model::Job &job) const
{
    Listing listing(job.spec);
    TRY_ASSIGN(const auto rows,
               m_database.all<StoredEndpoint>(
                   u"SELECT name, task, is_on, wish, attempt, state, failure, detail, host, port "
                   "FROM endpoint WHERE job = ?"_s,
                   {job.id.toString()}, read));
    for (const StoredEndpoint &row : rows)
        listing.replace(row);
    return listing.all();
}

QFuture<Result<>> EndpointStore::turn(Switch position, const model::Job &job,
                                      const model::EndpointName &name, const Check &check,
                                      const std::optional<model::AuditEntry> &record)
{
    const auto changed = std::make_shared<bool>(false);
    const auto work = [=, this]() -> Result<> {
        TRY_ASSIGN(const Endpoints before, of(job));
        TRY_ASSIGN(*changed, check(before));
        if (!*changed)
            return {};
        Listing listing(job.spec);
        listing.add(name);
        for (const StoredEndpoint &known : before)
            listing.replace(known);
        const Endpoints all = listing.all();
        for (const StoredEndpoint &endpoint : all) {
            if (endpoint.name == name)
                TRY_VOID(apply(position, job, endpoint));
        }
        if (record)
            TRY_VOID(AuditLog(m_database).append(*record));
        return log(job.id);
    };
    return m_committer.write(work, [this, changed, id = job.id] {
        if (*changed)
            emit endpointsChanged(id);
    });
}

Result<> EndpointStore::apply(Switch position, const model::Job &job, StoredEndpoint endpoint)
{
    const bool on = position == Switch::On;
    const bool works = endpoint.isOn && endpoint.state != EndpointState::Failed;
    if (on && works && endpoint.wish > 0)
        return {};
    const bool asked = askedFor(job.spec).contains(endpoint.name);
    if (!on && !endpoint.name.kind && !asked) {
        TRY_VOID(m_database.run(u"DELETE FROM endpoint WHERE job = ? AND name = ?"_s,
                                {job.id.toString(), endpoint.name.toString()}));
        return {};
    }
    endpoint.isOn = on;
    ++endpoint.wish;
    if (on) {
        endpoint.state = EndpointState::Pending;
        endpoint.failure.reset();
        endpoint.detail.clear();
    }
    return write(job.id, endpoint);
}

QFuture<Result<>> EndpointStore::report(const model::Job &job, const StoredEndpoint &found)
{
    const auto changed = std::make_shared<bool>(false);
    const auto work = [=, this]() -> Result<> {
        TRY_ASSIGN(const Endpoints all, of(job));
        const auto known = std::find_if(all.begin(), all.end(), [&](const StoredEndpoint &one) {
            return one.name == found.name && one.task == found.task;
        });
        if (known == all.end() || known->wish != found.wish || known->isOn != found.isOn)
            return {};
        *changed = *known != found;
        if (!*changed)
            return {};
        TRY_VOID(write(job.id, found));
        return log(job.id);
    };
    return m_committer.write(work, [this, changed, id = job.id] {
        if (*changed)
            emit endpointsChanged(id);
    });
}

Result<> EndpointStore::write(const model::JobId &job, const StoredEndpoint &endpoint)
{
    const QVariant failure =
        endpoint.failure ? QVariant(QString(json::nameOf(*endpoint.failure))) : QVariant();
    TRY_VOID(m_database.run(
        u"INSERT INTO endpoint (job, name, task, is_on, wish, attempt, state, failure, detail, "
        "host, port) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (job, name, task) "
        "DO UPDATE SET is_on = excluded.is_on, wish = excluded.wish, attempt = excluded.attempt, "
        "state = excluded.state, failure = excluded.failure, detail = excluded.detail, "
        "host = excluded.host, port = excluded.port"_s,
        {job.toString(), endpoint.name.toString(), endpoint.task, int(endpoint.isOn), endpoint.wish,
         endpoint.attempt, QString(json::nameOf(endpoint.state)), failure, endpoint.detail,
         endpoint.host, endpoint.port}));
    return {};
}

Result<QByteArray> EndpointStore::sealedToken(const model::Job &job) const
{
    TRY_ASSIGN(const auto sealed,
               m_database.first<QByteArray>(
                   u"SELECT sealed FROM endpoint_token WHERE job = ? AND attempt = ?"_s,
                   {job.id.toString(), job.attempt}, [](const Row &row) { return row.bytes(0); }));
    if (!sealed)
        return Error{ErrorCode::NotFound, u"no token is kept for this attempt"_s, {}};
    return QByteArray::fromBase64(*sealed);
}

QFuture<Result<>> EndpointStore::keepToken(const model::Job &job, const QByteArray &sealed)
{
    return m_committer.write([=, this]() -> Result<> {
        TRY_VOID(m_database.run(
            u"INSERT INTO endpoint_token (job, attempt, sealed) VALUES (?, ?, ?) ON CONFLICT (job) "
            "DO UPDATE SET attempt = excluded.attempt, sealed = excluded.sealed"_s,
            {job.id.toString(), job.attempt, QString::fromLatin1(sealed.toBase64())}));
        return {};
    });
}

Result<> EndpointStore::log(const model::JobId &job)
{
    return ChangeLog(m_database).append(u"endpoint"_s, job.toString());
}

} // namespace storage
