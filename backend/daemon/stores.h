// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/accountstore.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "backend/storage/endpointstore.h"
#include "backend/storage/installation.h"
#include "backend/storage/jobstore.h"
#include "backend/storage/logarchive.h"
#include "backend/storage/nodestore.h"
#include "backend/storage/peoplestore.h"
#include "backend/storage/profilestore.h"
#include "backend/storage/secretbox.h"
#include "backend/storage/templatestore.h"
#include "backend/storage/vcstore.h"

#include <memory>

namespace berthd {

// Everything that is kept in the data directory, in the order in which one needs the other.
struct Stores
{
    // Opens all of them once. An error says in words what could not be opened.
    Result<> openAll(const QString &dataDirectory);

    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::Committer> committer;
    std::unique_ptr<storage::JobStore> jobs;
    std::unique_ptr<storage::EndpointStore> endpointStore;
    std::unique_ptr<storage::AccountStore> accounts;
    std::unique_ptr<storage::ProfileStore> profileStore;
    std::unique_ptr<storage::PeopleStore> people;
    std::unique_ptr<storage::VcStore> vcs;
    std::unique_ptr<storage::NodeStore> nodeStore;
    std::unique_ptr<storage::TemplateStore> templateStore;
    std::optional<storage::SecretBox> secrets;
    std::optional<storage::LogArchive> logs;
    std::optional<storage::Installation> installation;
};

} // namespace berthd
