// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/vcrules.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace rules {

namespace {

using Found = QList<VcViolation>;

int numberIn(const QList<model::VcQuota> &quotas, const model::DeviceType &type)
{
    const auto it = std::find_if(quotas.begin(), quotas.end(),
                                 [&](const auto &quota) { return quota.deviceType == type; });
    return it == quotas.end() ? 0 : it->deviceNumber;
}

int totalOf(const model::DeviceType &type, const model::VcShares &shares)
{
    const auto it = std::find_if(shares.devices.begin(), shares.devices.end(),
                                 [&](const auto &share) { return share.deviceType == type; });
    return it == shares.devices.end() ? 0 : it->total;
}

int ownNumber(const model::VcName &vc, const model::DeviceType &type, const model::VcShares &shares)
{
    const auto it = std::find_if(shares.vcs.begin(), shares.vcs.end(),
                                 [&](const auto &share) { return share.name == vc; });
    return it == shares.vcs.end() ? 0 : numberIn(it->quotas, type);
}

// Who has most of the type, other than the VC itself.
QString largestHolder(const model::VcName &vc, const model::DeviceType &type,
                      const model::VcShares &shares)
{
    QString name;
    int most = 0;
    for (const model::VcShare &share : shares.vcs) {
        const int number = numberIn(share.quotas, type);
        if (share.name == vc || number <= most)
            continue;
        most = number;
        name = share.name.value();
    }
    return name;
}

void checkName(Found &found, const model::VirtualCluster &fresh, const model::VcShares &shares)
{
    static const QRegularExpression kForm(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_-]*"_s));
    const QString &name = fresh.name.value();
    const QString field = u"name"_s;
    if (name.isEmpty())
        found.append({VcRule::NameRequired, field});
    else if (!kForm.match(name).hasMatch())
        found.append({VcRule::NameCharacters, field});
    else if (name.size() > kMostVcNameCharacters)
        found.append({VcRule::NameTooLong, field, kMostVcNameCharacters});
    else if (std::any_of(shares.vcs.begin(), shares.vcs.end(), [&](const model::VcShare &vc) {
                 return vc.name.value().compare(name, Qt::CaseInsensitive) == 0;
             }))
        found.append({VcRule::NameTaken, field, 0, name});
}

void checkQuota(Found &found, const QString &field, const model::VcName &vc,
                const model::VcQuota &quota, const model::VcShares &shares)
{
    const int most = mostDevices(vc, quota.deviceType, shares);
    if (most == 0 && quota.deviceNumber > 0 && totalOf(quota.deviceType, shares) == 0) {
        found.append(
            {VcRule::UnknownDeviceType, field % u".deviceType", 0, quota.deviceType.value()});
    } else if (quota.deviceNumber < 0 || quota.deviceNumber > most) {
        found.append({VcRule::DeviceNumberRange, field % u".deviceNumber", most,
                      largestHolder(vc, quota.deviceType, shares)});
    }
    if (quota.maxAvailable < 0 || quota.maxAvailable > std::max(0, quota.deviceNumber)) {
        found.append(
            {VcRule::MaxAvailableRange, field % u".maxAvailable", std::max(0, quota.deviceNumber)});
    }
}

void checkQuotas(Found &found, const model::VcName &vc, const QList<model::VcQuota> &quotas,
                 const model::VcShares &shares)
{
    QSet<model::DeviceType> seen;
    for (qsizetype i = 0; i < quotas.size(); ++i) {
        const model::VcQuota &quota = quotas.at(i);
        const QString field = u"quotas[%1]"_s.arg(i);
        if (seen.contains(quota.deviceType)) {
            found.append(
                {VcRule::DeviceTypeRepeated, field % u".deviceType", 0, quota.deviceType.value()});
        } else {
            checkQuota(found, field, vc, quota, shares);
        }
        seen.insert(quota.deviceType);
    }
}

QString words(const VcViolation &violation)
{
    switch (violation.rule) {
    case VcRule::NameRequired:
        return u"must be given"_s;
    case VcRule::NameTooLong:
        return u"at most %1 characters"_s.arg(violation.most);
    case VcRule::NameCharacters:
        return u"only letters, digits, - and _"_s;
    case VcRule::NameTaken:
        return u"the name is taken"_s;
    case VcRule::UnknownDeviceType:
        return u"the cluster has no devices of the type "_s % violation.text;
    case VcRule::DeviceTypeRepeated:
        return violation.text % u" is there twice";
    case VcRule::DeviceNumberRange:
        if (violation.text.isEmpty())
            return u"must be from 0 to %1"_s.arg(violation.most);
        return u"must be from 0 to %1: the other devices are given to other virtual clusters, "
               "most of them to %2; give it fewer first"_s.arg(violation.most)
                   .arg(violation.text);
    case VcRule::MaxAvailableRange:
        return u"must be from 0 to %1, the number of devices"_s.arg(violation.most);
    }
    Q_UNREACHABLE();
}

QString words(VcRefusal refusal)
{
    switch (refusal) {
    case VcRefusal::MayNotManage:
        return u"needs the permission manage_vc"_s;
    case VcRefusal::JobsInTheWay:
        return u"a job of it is running, scheduling, killing or pausing"_s;
    case VcRefusal::CurrentVc:
        return u"it is the virtual cluster that you are in"_s;
    case VcRefusal::LastVc:
        return u"it is the last virtual cluster"_s;
    case VcRefusal::NotConfirmed:
        return u"confirmation: expected the name of the virtual cluster"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Error error(const VcViolation &violation)
{
    const bool isTaken = violation.rule == VcRule::NameTaken;
    return {isTaken ? ErrorCode::Conflict : ErrorCode::InvalidInput,
            violation.field % u": " % words(violation), violation.field};
}

int mostDevices(const model::VcName &vc, const model::DeviceType &type,
                const model::VcShares &shares)
{
    int others = 0;
    for (const model::VcShare &share : shares.vcs)
        others += share.name == vc ? 0 : numberIn(share.quotas, type);
    return std::max(totalOf(type, shares) - others, ownNumber(vc, type, shares));
}

QList<VcViolation> check(const model::VirtualCluster &fresh, const model::VcShares &shares)
{
    Found found;
    checkName(found, fresh, shares);
    checkQuotas(found, fresh.name, fresh.quotas, shares);
    return found;
}

QList<VcViolation> check(const model::VcName &vc, const model::VcChange &change,
                         const model::VcShares &shares)
{
    Found found;
    checkQuotas(found, vc, change.quotas, shares);
    return found;
}

Result<> firstViolation(const QList<VcViolation> &violations)
{
    return violations.isEmpty() ? Result<>() : error(violations.first());
}

Error error(VcRefusal refusal)
{
    if (refusal == VcRefusal::MayNotManage)
        return {ErrorCode::Forbidden, words(refusal), {}};
    if (refusal == VcRefusal::NotConfirmed)
        return {ErrorCode::InvalidInput, words(refusal), u"confirmation"_s};
    return {ErrorCode::Conflict, words(refusal), {}};
}

std::optional<VcRefusal> refusalOfChange(const model::Account &me, const model::VcShare &vc)
{
    if (!me.has(model::Permission::ManageVc))
        return VcRefusal::MayNotManage;
    return vc.jobsInTheWay > 0 ? std::optional(VcRefusal::JobsInTheWay) : std::nullopt;
}

std::optional<VcRefusal> refusalOfDeletion(const model::Account &me, const model::VcShare &vc,
                                           const QString &current, qsizetype count)
{
    if (const auto refused = refusalOfChange(me, vc))
        return refused;
    if (vc.name.value() == current)
        return VcRefusal::CurrentVc;
    return count <= 1 ? std::optional(VcRefusal::LastVc) : std::nullopt;
}

std::optional<VcRefusal> refusalOfDeletion(const model::Account &me, const model::VcShare &vc,
                                           const model::VcDeletion &deletion, qsizetype count)
{
    if (const auto refused = refusalOfDeletion(me, vc, deletion.current, count))
        return refused;
    return deletion.confirmation == vc.name.value() ? std::nullopt
                                                    : std::optional(VcRefusal::NotConfirmed);
}

} // namespace rules
