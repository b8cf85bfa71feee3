// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobid.h"

#include "app/cli/await.h"
#include "app/cli/command.h"
#include "app/cli/words.h"
#include "core/api/jobs.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastCharacters = 4;

Error wrongId(const QString &detail)
{
    return {ErrorCode::InvalidInput, u"ID: "_s % detail, u"ID"_s};
}

Result<QList<model::JobSummary>> jobsBeginningWith(const Call &call, const QString &text,
                                                   model::JobScope scope)
{
    model::JobQuery query;
    query.scope = scope;
    query.text = text;
    query.limit = model::JobQuery::kMaxLimit;
    TRY_ASSIGN(auto page, await(call.api.call(api::listJobs, {}, query)));
    page.items.removeIf(
        [&](const model::JobSummary &job) { return !job.id.toString().startsWith(text); });
    return page.items;
}

} // namespace

Result<model::JobId> findJob(const Call &call, const QString &given)
{
    static const QRegularExpression kBeginning(u"^[0-9a-f-]+$"_s);
    const QString text = given.toLower();
    if (const auto id = model::JobId::fromString(text))
        return *id;
    if (text.size() < kLeastCharacters || !kBeginning.match(text).hasMatch()) {
        return wrongId(
            u"%1 is no job's id, nor its first characters (at least %2)"_s.arg(given).arg(
                kLeastCharacters));
    }
    TRY_ASSIGN(auto found, jobsBeginningWith(call, text, model::JobScope::Mine));
    if (found.isEmpty()) {
        // Without the right to see others' jobs this is refused, and there is no such job to see.
        const auto others = jobsBeginningWith(call, text, model::JobScope::All);
        if (others)
            found = *others;
        else if (others.error().code != ErrorCode::Forbidden)
            return others.error();
    }
    if (found.isEmpty())
        return Error{ErrorCode::NotFound, u"ID: no job begins with %1"_s.arg(given), u"ID"_s};
    if (found.size() > 1) {
        QStringList names;
        for (const auto &job : found.first(std::min<qsizetype>(found.size(), 3)))
            names.append(job.id.toString() % u" (" % job.name % u')');
        return wrongId(u"%1 jobs begin with %2: %3"_s.arg(QString::number(found.size()), given,
                                                          names.join(u", "_s)));
    }
    return found.first().id;
}
