// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/stores.h"

using namespace Qt::Literals::StringLiterals;

namespace berthd {

Result<> Stores::openAll(const QString &dataDirectory)
{
    TRY_ASSIGN(database, storage::Database::open(dataDirectory + u"/berth.db"_s));
    committer = std::make_unique<storage::Committer>(*database);
    TRY_ASSIGN(installation, storage::Installation::of(*database));
    TRY_ASSIGN(secrets, storage::SecretBox::open(dataDirectory));
    logs.emplace(dataDirectory);
    TRY_ASSIGN(jobs, storage::JobStore::open(*database, *committer));
    TRY_ASSIGN(endpointStore, storage::EndpointStore::open(*database, *committer));
    accounts = std::make_unique<storage::AccountStore>(*database, *committer);
    profileStore = std::make_unique<storage::ProfileStore>(*database, *committer, *accounts);
    people = std::make_unique<storage::PeopleStore>(*database, *committer, *accounts);
    TRY_ASSIGN(vcs, storage::VcStore::open(*database, *committer));
    TRY_ASSIGN(nodeStore, storage::NodeStore::open(*database, *committer));
    templateStore = std::make_unique<storage::TemplateStore>(*database, *committer);
    return {};
}

} // namespace berthd
