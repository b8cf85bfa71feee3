// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/nodeactiontext.h"

#include "app/text/format.h"

using namespace Qt::Literals::StringLiterals;

using model::Drain;
using model::NodeAction;
using rules::NodeLoad;

QString NodeActionText::refusal(rules::NodeRefusal refusal)
{
    using Refusal = rules::NodeRefusal;
    switch (refusal) {
    case Refusal::NoRight:
        return tr("It needs the permission Manager.");
    case Refusal::CordonedAlready:
        return tr("The node takes no new work already.");
    case Refusal::NotCordoned:
        return tr("The node is not cordoned.");
    case Refusal::WaitedFor:
        return tr("The node's jobs run to their ends already.");
    case Refusal::BeingEmptied:
        return tr("The node's jobs go back to the queue already.");
    }
    Q_UNREACHABLE();
}

QString NodeActionText::title(NodeAction action, const QList<model::NodeName> &nodes)
{
    const int count = int(nodes.size());
    const QString name = count == 1 ? nodes.first().toString() : QString();
    switch (action) {
    case NodeAction::Cordon:
        return count == 1 ? tr("Cordon %1").arg(name) : tr("Cordon %n nodes", nullptr, count);
    case NodeAction::Uncordon:
        return count == 1 ? tr("Uncordon %1").arg(name) : tr("Uncordon %n nodes", nullptr, count);
    case NodeAction::Drain:
        return count == 1 ? tr("Drain %1").arg(name) : tr("Drain %n nodes", nullptr, count);
    }
    Q_UNREACHABLE();
}

QString NodeActionText::consequence(NodeAction action, Drain drain, const NodeLoad &load)
{
    if (action == NodeAction::Uncordon)
        return tr("New work may come here again; %n device(s) are free.", nullptr, load.free);
    const QString closed = tr("No new work comes here.");
    if (load.jobs.isEmpty())
        //: Two sentences, one after the other
        return tr("%1 %2", "sentences").arg(closed, tr("No job runs here now."));
    return tr("%1 %2", "sentences").arg(closed, going(drain, load));
}

QString NodeActionText::going(Drain drain, const NodeLoad &load)
{
    const QString people = tr("%n people", nullptr, load.people);
    const QString devices = tr("%n device(s)", "held by jobs", load.devices);
    const int jobs = int(load.jobs.size());
    if (drain == Drain::No)
        //: %1 "2 people", %2 "16 devices"
        return tr("%n job(s) of %1 go on here, on %2.", nullptr, jobs).arg(people, devices);
    if (drain == Drain::Wait)
        //: %1 "2 people", %2 "16 devices"
        return tr("%n job(s) of %1 run to their ends here, on %2.", nullptr, jobs)
            .arg(people, devices);
    //: %1 "2 people", %2 "16 devices"
    QString back = tr("%n job(s) of %1 stop and go back to the queue; %2 are left. They start "
                      "anew with the same files where there is room.",
                      nullptr, jobs)
                       .arg(people, devices);
    if (load.elsewhere == 0)
        return back;
    return tr("%1 %2", "sentences")
        .arg(back, tr("They leave %n device(s) of other nodes, too.", nullptr, load.elsewhere));
}

QString NodeActionText::job(const rules::LoadJob &job)
{
    const QString &name = job.who.jobName;
    const QString &user = job.who.username;
    if (job.devices == 0)
        //: %1 a job, %2 a person
        return tr("%1 of %2, no devices").arg(name, user);
    if (job.elsewhere == 0)
        //: %1 a job, %2 a person
        return tr("%1 of %2, %n device(s)", nullptr, job.devices).arg(name, user);
    //: %1 a job, %2 a person, %3 a number of devices
    return tr("%1 of %2, %n device(s) here and %3 on other nodes", nullptr, job.devices)
        .arg(name, user, QString::number(job.elsewhere));
}

QString NodeActionText::verb(NodeAction action, Drain drain, const NodeLoad &load)
{
    if (action == NodeAction::Cordon)
        //: A button
        return tr("Cordon");
    if (action == NodeAction::Uncordon)
        //: A button
        return tr("Uncordon");
    if (drain == Drain::Requeue && !load.jobs.isEmpty())
        //: A button: empties a node at once
        return tr("Drain and requeue %n job(s)", nullptr, int(load.jobs.size()));
    //: A button: empties a node
    return tr("Drain");
}

QString NodeActionText::done(NodeAction action, const QList<model::NodeName> &nodes)
{
    const int count = int(nodes.size());
    const QString name = count == 1 ? nodes.first().toString() : QString();
    switch (action) {
    case NodeAction::Cordon:
        return count == 1 ? tr("%1 takes no new work.").arg(name)
                          : tr("%n nodes take no new work.", nullptr, count);
    case NodeAction::Uncordon:
        return count == 1 ? tr("%1 takes new work again.").arg(name)
                          : tr("%n nodes take new work again.", nullptr, count);
    case NodeAction::Drain:
        return count == 1 ? tr("%1 is being emptied.").arg(name)
                          : tr("%n nodes are being emptied.", nullptr, count);
    }
    Q_UNREACHABLE();
}

QString NodeActionText::step(const model::NodeStep &step)
{
    switch (step.action) {
    case NodeAction::Cordon:
        //: %1 a person
        return tr("Cordoned by %1").arg(step.what.actor);
    case NodeAction::Uncordon:
        //: %1 a person
        return tr("Uncordoned by %1").arg(step.what.actor);
    case NodeAction::Drain:
        //: %1 a person
        return (step.what.drain == Drain::Requeue
                    ? tr("Drained by %1: its jobs went back to the queue")
                    : tr("Drained by %1: its jobs run to their ends"))
            .arg(step.what.actor);
    }
    Q_UNREACHABLE();
}

QStringList NodeActionText::cordon(const model::NodeCordon &cordon, const QDateTime &now)
{
    const NodeAction action = cordon.drain == Drain::No ? NodeAction::Cordon : NodeAction::Drain;
    //: %1 "Cordoned by mona", %2 "3 min ago", %3 a date with its time
    QStringList lines{tr("%1, %2 (%3)")
                          .arg(step({action, cordon}), Format::relative(cordon.at, now),
                               Format::exact(cordon.at))};
    if (!cordon.reason.isEmpty())
        lines << cordon.reason;
    return lines;
}
