// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/profile.h"
#include "core/model/vc.h"
#include "tests/app/support/samples.h"

// A person's own account and how the cluster is shared out, for tests and for looking at pages.
namespace samples {

inline const model::DeviceType kGpu{u"nvidia_gpu_amd64"_s};

inline model::SshKey sshKey(const QString &id = u"k1"_s)
{
    return {id,
            u"alice@laptop"_s,
            u"ssh-ed25519"_s,
            u"SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"_s,
            u"ssh-ed25519 AAAA alice@laptop"_s,
            QDateTime::currentDateTimeUtc().addDays(-3)};
}

inline model::Profile profile()
{
    model::Profile profile;
    profile.id = model::UserId(30001);
    profile.username = u"alice"_s;
    profile.nickname = u"Alice"_s;
    profile.email = u"alice@example.org"_s;
    profile.roles = {u"System Admin"_s, u"Operators"_s};
    profile.identities = {{model::Provider::Microsoft, u"alice@lab.example"_s,
                           QDateTime::currentDateTimeUtc().addDays(-2)}};
    profile.sshKeys = {sshKey()};
    profile.createdAt = QDateTime::currentDateTimeUtc().addDays(-80);
    return profile;
}

inline QList<model::OpenSession> sessions()
{
    const auto now = QDateTime::currentDateTimeUtc();
    return {{u"s1"_s, u"berthctl 0.1"_s, u"10.0.3.7"_s, now.addDays(-2), now.addSecs(-7200),
             now.addDays(5), false},
            {u"s2"_s, u"berth 0.1 (Linux)"_s, u"127.0.0.1"_s, now.addSecs(-3000), now,
             now.addDays(7), true}};
}

inline model::SignInOptions signInOptions()
{
    return {u"Lab cluster"_s,
            u"help@example.org"_s,
            true,
            {model::Provider::Microsoft, model::Provider::WeChat}};
}

// 64 NPUs of which 52 are given away, and no GPU given.
inline model::VcShares vcShares()
{
    const auto share = [](const QString &name, int number, int most, int inTheWay) {
        model::VcShare vc;
        vc.name = model::VcName(name);
        vc.quotas = {{kNpu, number, most}};
        vc.userNumber = 3;
        vc.users = {u"alice"_s, u"bob"_s, u"wangwei"_s};
        vc.jobsInTheWay = inTheWay;
        vc.jobs = 14;
        return vc;
    };
    return {{share(u"platform"_s, 32, 16, 0), share(u"speech"_s, 4, 4, 2),
             share(u"vision"_s, 16, 8, 0)},
            {{kNpu, 64, 52}, {kGpu, 8, 0}}};
}

} // namespace samples
