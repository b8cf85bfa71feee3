// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/account.h"
#include "core/model/vc.h"

#include <optional>

// How the cluster is shared out, once for the dialogs, the command line and the server.
namespace rules {

constexpr int kMostVcNameCharacters = 20;

// A broken rule, as a code with numbers: the console words it, error() says it in English.
enum class VcRule {
    NameRequired,
    NameTooLong, // more than `most` characters
    NameCharacters, // letters, digits, - and _ only
    NameTaken,
    UnknownDeviceType, // the cluster has no devices of the type `text`
    DeviceTypeRepeated, // `text` is there twice
    DeviceNumberRange, // 0…`most`; `text` is the VC that holds most of what is given away, if any
    MaxAvailableRange, // 0…`most`
};

struct VcViolation
{
    VcRule rule = VcRule::NameRequired;
    QString field; // path in the request, such as "quotas[1].deviceNumber"
    int most = 0;
    QString text = {};

    bool operator==(const VcViolation &) const = default;
};

Error error(const VcViolation &violation);

// The most devices of the type that the VC, which may be a new one, can have: those that no other
// VC has. What it has already it can keep, also when the cluster has shrunk under it.
int mostDevices(const model::VcName &vc, const model::DeviceType &type,
                const model::VcShares &shares);

// Every broken rule, in the order of the form. As long as one VC follows the cluster it has
// everything, so that it has to be changed before a second one can have devices; a second one
// without any can be made at once.
QList<VcViolation> check(const model::VirtualCluster &fresh, const model::VcShares &shares);
QList<VcViolation> check(const model::VcName &vc, const model::VcChange &change,
                         const model::VcShares &shares);

// The first of them as an error: Conflict for a name that is taken.
Result<> firstViolation(const QList<VcViolation> &violations);

// Why a VC cannot be changed or deleted.
enum class VcRefusal {
    MayNotManage, // needs the permission Manage VC
    JobsInTheWay, // running, scheduling, killing or pausing
    CurrentVc, // the person is in it
    LastVc,
    NotConfirmed, // its name was not typed
};

Error error(VcRefusal refusal);

std::optional<VcRefusal> refusalOfChange(const model::Account &me, const model::VcShare &vc);
// Whether it may be asked for at all, before the name has been typed; `count` is the number of VCs.
std::optional<VcRefusal> refusalOfDeletion(const model::Account &me, const model::VcShare &vc,
                                           const QString &current, qsizetype count);
std::optional<VcRefusal> refusalOfDeletion(const model::Account &me, const model::VcShare &vc,
                                           const model::VcDeletion &deletion, qsizetype count);

} // namespace rules
