// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/database.h"
#include "core/model/job.h"
#include "core/model/timeline.h"

#include <QVariantList>

// A job as a row of the table and back.
namespace storage::jobrow {

// What a reader below expects, in its order.
QString summaryColumns();
QString columns();

Result<model::JobSummary> summary(const Row &row);
Result<model::Job> job(const Row &row);

Result<> insert(Database &database, const model::Job &job, const QString &idempotencyKey);
// Everything but what never changes: id, owner, submit time and specification, of which only the
// priority may be another.
Result<> update(Database &database, const model::Job &before, const model::Job &job);

Result<> appendStep(Database &database, const model::Job &job, const model::TimelineEntry &entry);
Result<QList<model::TimelineEntry>> steps(Database &database, const model::JobId &id);

Result<std::optional<model::Job>> find(Database &database, const model::JobId &id);
Result<qint64> countActive(Database &database);
// One after the other, as there may be very many. All are read before a damaged one is reported.
Result<> forEachActive(Database &database, const std::function<void(model::Job &&job)> &take);

} // namespace storage::jobrow
