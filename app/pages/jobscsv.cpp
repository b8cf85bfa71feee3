// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobscsv.h"

#include "app/pages/tablecsv.h"
#include "app/text/jobtext.h"
#include "core/json/enumnames.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString time(const std::optional<QDateTime> &at)
{
    return at && at->isValid() ? at->toUTC().toString(Qt::ISODate) : QString();
}

} // namespace

QByteArray jobsCsv(const QList<model::JobSummary> &jobs)
{
    QByteArray csv("id,name,vc,user,status,device_type,devices,preemptible,priority,"
                   "submitted,started,finished,position,reason\r\n");
    for (const model::JobSummary &job : jobs) {
        const QStringList cells{job.id.toString(),
                                csvCell(job.name),
                                csvCell(job.vc.toString()),
                                csvCell(job.ownerName),
                                json::nameOf(job.state),
                                csvCell(job.deviceType ? job.deviceType->toString() : QString()),
                                QString::number(job.devices),
                                job.preemptible ? u"yes"_s : u"no"_s,
                                QString::number(job.priority),
                                time(job.submittedAt),
                                time(job.startedAt),
                                time(job.finishedAt),
                                job.position ? QString::number(*job.position) : QString(),
                                csvCell(job.reason ? JobText::reason(*job.reason) : QString())};
        csv += cells.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}
