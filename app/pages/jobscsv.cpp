// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobscsv.h"

#include "core/json/enumnames.h"

using namespace Qt::Literals::StringLiterals;

namespace {

QString cell(const QString &text)
{
    QString safe = text;
    if (!safe.isEmpty() && u"=+-@\t\r"_s.contains(safe.front()))
        safe.prepend(u'\'');
    const bool quoted =
        safe.contains(u',') || safe.contains(u'"') || safe.contains(u'\n') || safe.contains(u'\r');
    return quoted ? u'"' + safe.replace(u"\""_s, u"\"\""_s) + u'"' : safe;
}

QString time(const std::optional<QDateTime> &at)
{
    return at && at->isValid() ? at->toUTC().toString(Qt::ISODate) : QString();
}

} // namespace

QByteArray jobsCsv(const QList<model::JobSummary> &jobs)
{
    QByteArray csv("id,name,vc,user,status,device_type,devices,preemptible,priority,"
                   "submitted,started,finished\r\n");
    for (const model::JobSummary &job : jobs) {
        const QStringList cells{job.id.toString(),
                                cell(job.name),
                                cell(job.vc.toString()),
                                cell(job.ownerName),
                                json::nameOf(job.state),
                                cell(job.deviceType ? job.deviceType->toString() : QString()),
                                QString::number(job.devices),
                                job.preemptible ? u"yes"_s : u"no"_s,
                                QString::number(job.priority),
                                time(job.submittedAt),
                                time(job.startedAt),
                                time(job.finishedAt)};
        csv += cells.join(u',').toUtf8() + "\r\n";
    }
    return csv;
}
