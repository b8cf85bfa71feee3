// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/accounts.h"
#include "core/api/cluster.h"
#include "core/api/jobaccess.h"
#include "core/api/jobs.h"
#include "core/api/nodes.h"
#include "core/api/people.h"
#include "core/api/profile.h"
#include "core/api/signin.h"
#include "core/api/templates.h"
#include "core/api/vcs.h"

#include <tuple>

namespace api {

// Every endpoint and stream of the contract. The OpenAPI document is made from it, and tests hold
// the router against it.
inline constexpr auto kEverything = std::tuple{
    signIn,          signOut,          getAccount,       changePassword,   getCluster,
    listNodes,       listVcs,          events,           openApi,          listJobs,
    submitJob,       dryRunJob,        getJob,           jobTimeline,      jobLog,
    followLog,       pauseJob,         resumeJob,        killJob,          setJobPriority,
    cordonNode,      uncordonNode,     drainNode,        nodeHistory,      signInOptions,
    signUp,          startSignIn,      attemptResult,    registerIdentity, getProfile,
    changeProfile,   addSshKey,        removeSshKey,     startBinding,     unbind,
    listSessions,    endSession,       endOtherSessions, peopleCounts,     listUsers,
    createUsers,     getUser,          changeUser,       setUserRoles,     setUserGroups,
    setUserVcs,      resetPassword,    deleteUser,       listGroups,       createGroup,
    getGroup,        changeGroup,      setGroupRoles,    setGroupVcs,      changeMembers,
    deleteGroup,     listRoles,        createRole,       changeRole,       roleHolders,
    changeRoleUsers, changeRoleGroups, deleteRole,       listAudit,        listVcShares,
    createVc,        changeVc,         deleteVc,         listTemplates,    saveTemplate,
    deleteTemplate,  askSupport,       listStorage,      jobStorage,       listEndpoints,
    openEndpoint,    closeEndpoint,    listVcNames};

} // namespace api
