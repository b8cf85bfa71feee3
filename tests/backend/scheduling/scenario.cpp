// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

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

// Ids that say nothing about the order of the lines.
model::JobId idOf(const QString &name)
{
    return model::JobId(QUuid::createUuidV5(QUuid(), name));
}

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
    } else if (kind == u"job"_s) {
        readJob(words);
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
    for (const QString &holding : words.mid(5)) {
        if (holding == u"preemptible"_s)
            job.preemptible = true;
        else
            job.holdings.append({model::NodeName(holding.section(u':', 0, 0)),
                                 devicesOf(holding.section(u':', 1))});
    }
    snapshot.running.append(job);
}

void Scenario::readJob(const QStringList &words)
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
    job.submittedAt = QDateTime::fromMSecsSinceEpoch(snapshot.queue.size(), Qt::UTC);
    m_names.insert(job.id, words.value(1));
    snapshot.queue.append(job);
}

QString Scenario::nameOf(const model::JobId &id) const
{
    return m_names.value(id, u"unknown"_s);
}

QStringList Scenario::planned() const
{
    QStringList lines;
    const Plan plan = scheduling::plan(snapshot);
    for (const Start &start : plan.start) {
        QString line = u"start "_s + nameOf(start.job);
        for (const auto &task : start.placement)
            line += u' ' + task.node.toString() + u':' + textOf(task.devices);
        lines.append(line);
    }
    for (const Waiting &waiting : plan.waiting) {
        const model::Reason &reason = waiting.reason;
        QString line = u"wait %1 %2 "_s.arg(nameOf(waiting.job)).arg(waiting.position)
                       + json::nameOf(reason.code);
        if (reason.asked > 0)
            line += u" asked "_s + QString::number(reason.asked);
        using enum model::ReasonCode;
        const bool tellsFree = reason.code == NotEnoughInVc || reason.code == UserLimit
                               || reason.code == NoNodeHasRoom || reason.code == NotEnoughNodes;
        if (tellsFree)
            line += u" free "_s + QString::number(reason.free);
        if (reason.total > 0 || reason.code == NotEnoughInVc)
            line += u" total "_s + QString::number(reason.total);
        lines.append(line);
    }
    return lines;
}
