// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "population.h"

#include "tests/support/await.h"

#include <QRandomGenerator>

using namespace Qt::Literals::StringLiterals;

namespace bench {

int below(int count)
{
    return QRandomGenerator::global()->bounded(count);
}

Result<> fill(support::Platform &platform, const Population &size)
{
    auto &people = *platform.people;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QList<model::VcName> vcs;
    for (int i = 0; i < size.vcs; ++i) {
        vcs.append(model::VcName(u"vc-%1"_s.arg(i)));
        TRY_VOID(support::await(platform.vcs->add({vcs.last(), {}})));
    }
    const auto work = [&](storage::Concerned &) -> Result<model::Nothing> {
        QList<model::GroupId> groups;
        for (int i = 0; i < size.groups; ++i) {
            TRY_ASSIGN(
                const auto id,
                people.groups().insert({u"Group %1"_s.arg(i), u"Team"_s, {model::kUserRole}}, now));
            TRY_VOID(people.groups().setVcs(id, {vcs.at(below(size.vcs))}));
            groups.append(id);
        }
        for (int i = 0; i < size.users; ++i) {
            const model::NewUser user{.username = u"user%1"_s.arg(i),
                                      .nickname = u"Person %1 %2"_s.arg(below(1000)).arg(i),
                                      .phone = u"010 %1"_s.arg(10'000'000 + i),
                                      .email = u"person%1@lab.example"_s.arg(i),
                                      .note = {}};
            TRY_ASSIGN(const auto id, people.users().insert(user, u"x"_s, now.addSecs(i)));
            TRY_VOID(people.users().setRoles(id, {model::kUserRole}));
            TRY_VOID(people.users().setGroups(
                id, {groups.at(below(size.groups)), groups.at(below(size.groups))}));
            TRY_VOID(people.users().setVcs(id, {vcs.at(below(size.vcs)), vcs.at(below(size.vcs))}));
        }
        for (int i = 0; i < size.entries; ++i) {
            TRY_VOID(people.audit().append(storage::entry(
                {model::UserId(30001 + below(size.users)), u"user%1"_s.arg(i), u"192.0.2.7"_s, now},
                model::AuditAction::SignedIn, {model::AuditSubject::User, u"30001"_s, u"x"_s})));
        }
        return model::Nothing{};
    };
    TRY_VOID(
        support::await(people.write<model::Nothing>(work)).map([](const auto &) { return true; }));
    return {};
}

} // namespace bench
