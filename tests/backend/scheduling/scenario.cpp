// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include <bit>

using namespace Qt::Literals::StringLiterals;
using namespace scheduling;

namespace {

// "0-3,7" as a set.
DeviceMask devicesOf(const QString &text)
{
    DeviceMask devices = 0;
    for (const QString &range : text.split(u',', Qt::SkipEmptyParts)) {
        const int first = range.section(u'-', 0, 0).toInt();
        const int last = range.section(u'-', -1).toInt();
        for (int i = first; i <= last; ++i)
            devices |= deviceBit(i);
    }
    return devices;
}

QList<int> indicesOf(DeviceMask devices)
{
    QList<int> indices;
    for (; devices != 0; devices &= devices - 1)
        indices.append(std::countr_zero(devices));
    return indices;
}

QString textOf(const QList<int> &devices)
{
    QStringList ranges;
    for (qsizetype i = 0; i < devices.size();) {
        qsizetype last = i;
        while (last + 1 < devices.size() && devices[last + 1] == devices[last] + 1)
            ++last;
        ranges.append(last == i ? QString::number(devices[i])
                                : u"%1-%2"_s.arg(devices[i]).arg(devices[last]));
        i = last + 1;
    }
    return ranges.join(u',');
}

std::optional<model::DeviceType> typeOf(const QString &word)
{
    return word == u"-"_s ? std::nullopt : std::optional(model::DeviceType(word));
}

// The word after `key`, or `otherwise`.
QString after(const QStringList &words, const QString &key, const QString &otherwise)
{
    const qsizetype i = words.indexOf(key);
    return i < 0 ? otherwise : words.value(i + 1);
}

model::UserId userOf(const QString &name)
{
    return model::UserId(int(qHash(name) & 0xffff));
}

QString textOf(const QList<model::TaskPlacement> &placement)
{
    QString text;
    for (const auto &task : placement)
        text += u' ' + task.node.toString() + u':' + textOf(task.devices);
    return text;
}

// The words with a colon.
QList<Holding> holdingsOf(const QStringList &words)
{
    QList<Holding> holdings;
    for (const QString &word : words) {
        if (word.contains(u':'))
            holdings.append(
                {model::NodeName(word.section(u':', 0, 0)), devicesOf(word.section(u':', 1))});
    }
    return holdings;
}

const QDateTime kNow = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);

} // namespace

Scenario Scenario::read(const QString &text)
{
    Scenario scenario;
    bool below = false;
    for (const QString &line : text.split(u'\n')) {
        const QString words = line.simplified();
        if (words.isEmpty() || words.startsWith(u'#'))
            continue;
        if (words == u"----"_s)
            below = true;
        else if (below)
            scenario.expected.append(words);
        else
            scenario.readLine(words.split(u' '));
    }
    return scenario;
}

void Scenario::readLine(const QStringList &words)
{
    const QString &kind = words.first();
    if (kind == u"node"_s) {
        readNode(words);
    } else if (kind == u"rings"_s) {
        LinkGroups link{model::DeviceType(words.value(1)), {}};
        for (const QString &ring : words.mid(2))
            link.groups.append(devicesOf(ring));
        snapshot.policy.linkGroups.append(link);
    } else if (kind == u"vc"_s) {
        snapshot.quotas.append({model::VcName(words.value(1)), model::DeviceType(words.value(2)),
                                words.value(3).toInt(),
                                after(words, u"max"_s, words.value(3)).toInt()});
    } else if (kind == u"running"_s) {
        readRunning(words);
    } else if (kind == u"kept"_s) {
        snapshot.reservations.append({idOf(words.value(1)), holdingsOf(words)});
    } else if (kind == u"job"_s) {
        snapshot.queue.append(readJob(words));
    } else if (kind == u"ask"_s) {
        asked.append(readJob(words));
    } else {
        expected.append(u"unreadable: "_s + words.join(u' '));
    }
}

void Scenario::readNode(const QStringList &words)
{
    NodeView node;
    node.name = model::NodeName(words.value(1));
    node.deviceType = typeOf(words.value(2));
    for (int i = 0; i < words.value(3).toInt(); ++i)
        node.devices |= deviceBit(i);
    node.healthy = node.devices & ~devicesOf(after(words, u"broken"_s, {}));
    node.schedulable = !words.contains(u"cordoned"_s);
    snapshot.nodes.append(node);
}

void Scenario::readRunning(const QStringList &words)
{
    RunningJob job;
    job.id = idOf(words.value(1));
    job.vc = model::VcName(words.value(2));
    job.owner = userOf(words.value(3));
    job.deviceType = typeOf(words.value(4));
    job.preemptible = words.contains(u"preemptible"_s);
    job.holdings = holdingsOf(words);
    if (words.contains(u"since"_s))
        job.startedAt = kNow.addSecs(-60 * after(words, u"since"_s, {}).toInt());
    job.leaves = words.contains(u"ending"_s);
    if (words.contains(u"leaves"_s))
        job.leavesFor = idOf(after(words, u"leaves"_s, {}));
    snapshot.now = kNow;
    snapshot.running.append(job);
}

QueuedJob Scenario::readJob(const QStringList &words)
{
    QueuedJob job;
    job.id = idOf(words.value(1));
    job.vc = model::VcName(words.value(2));
    job.owner = userOf(words.value(3));
    job.deviceType = typeOf(words.value(4));
    job.devices = words.value(5).toInt();
    job.kind = words.contains(u"nodes"_s) ? model::JobKind::Distributed : model::JobKind::Regular;
    job.tasks = after(words, u"nodes"_s, u"1"_s).toInt();
    job.preemptible = words.contains(u"preemptible"_s);
    job.priority = after(words, u"priority"_s, u"100"_s).toInt();
    job.stranded = words.contains(u"stranded"_s);
    if (words.contains(u"behind"_s))
        job.madeRoomFor = idOf(after(words, u"behind"_s, {}));
    job.submittedAt = QDateTime::fromMSecsSinceEpoch(snapshot.queue.size(), Qt::UTC);
    return job;
}

// Ids that say nothing about the order of the lines.
model::JobId Scenario::idOf(const QString &name)
{
    const model::JobId id(QUuid::createUuidV5(QUuid(), name));
    m_names.insert(id, name);
    return id;
}

QString Scenario::nameOf(const model::JobId &id) const
{
    return m_names.value(id, u"unknown"_s);
}

QStringList Scenario::planned() const
{
    QStringList lines;
    const Plan plan = scheduling::plan(snapshot);
    for (const Start &start : plan.start)
        lines.append(u"start "_s + nameOf(start.job) + ::textOf(start.placement));
    for (const Eviction &eviction : plan.evict)
        lines.append(
            u"evict %1 for %2"_s.arg(nameOf(eviction.victim), nameOf(eviction.inFavourOf)));
    for (const Reservation &reservation : plan.reservations) {
        QString line = u"keep "_s + nameOf(reservation.job);
        for (const Holding &holding : reservation.devices)
            line += u' ' + holding.node.toString() + u':' + ::textOf(indicesOf(holding.devices));
        lines.append(line);
    }
    for (const Waiting &waiting : plan.waiting)
        lines.append(u"wait %1 %2 "_s.arg(nameOf(waiting.job)).arg(waiting.position)
                     + textOf(waiting.reason));
    for (const QueuedJob &job : asked)
        lines.append(nameOf(job.id) + u" would "_s + textOf(dryRun(snapshot, job)));
    return lines;
}

QString Scenario::textOf(const Verdict &verdict) const
{
    QStringList victims;
    for (const model::JobId &victim : verdict.victims)
        victims.append(nameOf(victim));
    switch (verdict.outlook) {
    case model::Outlook::Starts:
        return u"start"_s + ::textOf(verdict.placement);
    case model::Outlook::StartsAfterEviction:
        return u"evict "_s + victims.join(u' ');
    case model::Outlook::Waits:
        return u"wait %1 "_s.arg(verdict.position) + textOf(*verdict.reason);
    case model::Outlook::Never:
        return u"never start "_s + textOf(*verdict.reason);
    }
    return {};
}

QString Scenario::textOf(const model::Reason &reason) const
{
    using enum model::ReasonCode;
    QString text(json::nameOf(reason.code));
    if (reason.code == HeldForEarlierJob)
        text += u" for "_s + nameOf(*model::JobId::fromString(reason.subject));
    if (reason.asked > 0)
        text += u" asked "_s + QString::number(reason.asked);
    const bool tellsFree = reason.code == NotEnoughInVc || reason.code == UserLimit
                           || reason.code == NoNodeHasRoom || reason.code == NotEnoughNodes
                           || reason.code == FreedByPreemption;
    if (tellsFree)
        text += u" free "_s + QString::number(reason.free);
    if (reason.total > 0 || reason.code == NotEnoughInVc || reason.code == MoreThanVc)
        text += u" total "_s + QString::number(reason.total);
    return text;
}
