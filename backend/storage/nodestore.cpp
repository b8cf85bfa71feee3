// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/nodestore.h"

#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "core/base/log.h"

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

// A word that this program does not know reads as the first one.
template <json::NamedEnum Enum>
Enum wordOf(const QString &text)
{
    return json::fromName<Enum>(text).value_or(Enum{});
}

model::NodeStep stepOf(const Row &row)
{
    model::NodeStep step;
    step.action = wordOf<model::NodeAction>(row.text(0));
    step.what.actor = row.text(1);
    step.what.at = row.time(2);
    step.what.reason = row.text(3);
    step.what.drain = wordOf<model::Drain>(row.text(4));
    return step;
}

} // namespace

Result<std::unique_ptr<NodeStore>> NodeStore::open(Database &database, Committer &committer)
{
    std::unique_ptr<NodeStore> store(new NodeStore(database, committer));
    TRY_VOID(store->reload());
    return store;
}

NodeStore::NodeStore(Database &database, Committer &committer)
    : m_database(database)
    , m_committer(committer)
{ }

NodeStore::~NodeStore()
{
    m_committer.flush();
}

Result<QList<model::NodeStep>> NodeStore::history(const model::NodeName &name) const
{
    return m_database.all<model::NodeStep>(
        u"SELECT action, actor, at, reason, drain FROM node_step WHERE node = ? "
        "ORDER BY sequence DESC LIMIT ?"_s,
        {name.value(), kMostSteps}, stepOf);
}

QFuture<Result<>> NodeStore::take(const model::NodeName &name, const model::NodeStep &step,
                                  const Check &check, const std::optional<model::AuditEntry> &audit)
{
    const auto work = [=, this]() -> Result<> {
        TRY_ASSIGN(const auto cordon, cordonOf(name));
        TRY_VOID(check(cordon));
        TRY_VOID(append(name, step));
        return audit ? AuditLog(m_database).append(*audit) : Result<>();
    };
    return m_committer.write(work, [this] {
        if (const auto read = reload(); !read)
            qCCritical(logStorage).noquote() << "nodes cannot be read:" << read.error().detail;
        emit cordonsChanged();
    });
}

// From disk, since steps before it in the same commit are not in memory yet.
Result<std::optional<model::NodeCordon>> NodeStore::cordonOf(const model::NodeName &name) const
{
    TRY_ASSIGN(const auto latest,
               m_database.first<model::NodeStep>(
                   u"SELECT action, actor, at, reason, drain FROM node_step WHERE node = ? "
                   "ORDER BY sequence DESC LIMIT 1"_s,
                   {name.value()}, stepOf));
    const bool isCordoned = latest && latest->action != model::NodeAction::Uncordon;
    return isCordoned ? std::optional(latest->what) : std::nullopt;
}

Result<> NodeStore::append(const model::NodeName &name, const model::NodeStep &step)
{
    TRY_VOID(m_database.run(u"INSERT INTO node_step (node, action, actor, at, reason, drain) "
                            "VALUES (?, ?, ?, ?, ?, ?)"_s,
                            {name.value(), QString(json::nameOf(step.action)), step.what.actor,
                             toSql(step.what.at), step.what.reason,
                             QString(json::nameOf(step.what.drain))}));
    return {};
}

Result<> NodeStore::reload()
{
    QHash<model::NodeName, model::NodeCordon> cordons;
    TRY_VOID(m_database.forEach(
        u"SELECT action, actor, at, reason, drain, node FROM node_step WHERE sequence IN "
        "(SELECT max(sequence) FROM node_step GROUP BY node)"_s,
        {}, [&](const Row &row) {
            const model::NodeStep step = stepOf(row);
            if (step.action != model::NodeAction::Uncordon)
                cordons.insert(model::NodeName(row.text(5)), step.what);
        }));
    m_cordons = std::move(cordons);
    return {};
}

} // namespace storage
