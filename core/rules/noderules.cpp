// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/noderules.h"

using namespace Qt::Literals::StringLiterals;

namespace rules {

bool mayManageNodes(const model::Account &account)
{
    return account.has(model::Permission::Manager);
}

std::optional<NodeRefusal> refusalOf(model::NodeAction action, const model::Account &account,
                                     const std::optional<model::NodeCordon> &cordon)
{
    if (!mayManageNodes(account))
        return NodeRefusal::NoRight;
    switch (action) {
    case model::NodeAction::Cordon:
        return cordon ? std::optional(NodeRefusal::CordonedAlready) : std::nullopt;
    case model::NodeAction::Uncordon:
        return cordon ? std::nullopt : std::optional(NodeRefusal::NotCordoned);
    case model::NodeAction::Drain:
        return refusalOfDrain(model::Drain::Requeue, cordon);
    }
    Q_UNREACHABLE();
}

std::optional<NodeRefusal> refusalOfDrain(model::Drain how,
                                          const std::optional<model::NodeCordon> &cordon)
{
    const model::Drain now = cordon ? cordon->drain : model::Drain::No;
    if (now == model::Drain::Requeue)
        return NodeRefusal::BeingEmptied;
    if (now == model::Drain::Wait && how == model::Drain::Wait)
        return NodeRefusal::WaitedFor;
    return std::nullopt;
}

Error error(NodeRefusal refusal)
{
    const QString field = u"name"_s;
    switch (refusal) {
    case NodeRefusal::NoRight:
        return {ErrorCode::Forbidden, u"needs the right Manager"_s, {}};
    case NodeRefusal::CordonedAlready:
        return {ErrorCode::Conflict, u"the node is cordoned already"_s, field};
    case NodeRefusal::NotCordoned:
        return {ErrorCode::Conflict, u"the node is not cordoned"_s, field};
    case NodeRefusal::WaitedFor:
        return {ErrorCode::Conflict, u"the node's jobs run to their ends already"_s, field};
    case NodeRefusal::BeingEmptied:
        return {ErrorCode::Conflict, u"the node's jobs go back to the queue already"_s, field};
    }
    Q_UNREACHABLE();
}

Result<> checkNodeReason(const QString &reason)
{
    const QString field = u"reason"_s;
    if (reason.trimmed().isEmpty())
        return Error{ErrorCode::InvalidInput, u"reason: must be given"_s, field};
    if (reason.size() > kMostReasonCharacters) {
        return Error{ErrorCode::InvalidInput,
                     u"reason: at most %1 characters"_s.arg(kMostReasonCharacters), field};
    }
    return {};
}

} // namespace rules
