// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/verdicttext.h"

#include "app/text/jobtext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

// "0–3, 6" for 0 1 2 3 6.
QString ranges(QList<int> numbers)
{
    std::sort(numbers.begin(), numbers.end());
    QStringList parts;
    for (qsizetype i = 0; i < numbers.size();) {
        qsizetype last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1)
            ++last;
        const QString first = QString::number(numbers[i]);
        parts.append(last == i ? first : QString(first % u'–' % QString::number(numbers[last])));
        i = last + 1;
    }
    return parts.join(u", "_s);
}

} // namespace

QString VerdictText::of(const model::Verdict &verdict)
{
    QString why = verdict.reason ? JobText::reason(*verdict.reason) : QString();
    switch (verdict.outlook) {
    case model::Outlook::Starts:
        //: %1 says where, such as "on node-1 (devices 0–3)"
        return tr("Starts at once %1.").arg(places(verdict.placement));
    case model::Outlook::StartsAfterEviction:
        return evictions(verdict);
    case model::Outlook::Waits:
        //: %1 is the place in the queue, %2 a sentence that says why
        return tr("Will wait as number %1 in the queue. %2")
            .arg(QString::number(verdict.position.value_or(1)), why);
    case model::Outlook::Never:
        return why;
    }
    Q_UNREACHABLE();
}

QString VerdictText::places(const QList<model::TaskPlacement> &placement)
{
    QSet<QString> nodes;
    for (const model::TaskPlacement &task : placement)
        nodes.insert(task.node.value());
    if (nodes.size() != 1)
        return tr("on %n node(s)", nullptr, int(nodes.size()));
    const QList<int> &devices = placement.first().devices;
    if (devices.isEmpty())
        return tr("on %1").arg(placement.first().node.value());
    if (devices.size() == 1) {
        return tr("on %1 (device %2)")
            .arg(placement.first().node.value(), QString::number(devices.first()));
    }
    return tr("on %1 (devices %2)").arg(placement.first().node.value(), ranges(devices));
}

QString VerdictText::evictions(const model::Verdict &verdict)
{
    QStringList names;
    for (const model::EvictedJob &job : verdict.evicted)
        names.append(job.name % u" ("_s % job.ownerName % u')');
    const QString sentence = tr("Starts as soon as %n preemptible job(s) have gone back to the "
                                "queue.",
                                nullptr, verdict.evictedJobs);
    //: %1 is a sentence, %2 a list of jobs
    return names.isEmpty() ? sentence : tr("%1 These are: %2.").arg(sentence, names.join(u", "_s));
}
