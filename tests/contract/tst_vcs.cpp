// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/accounts.h"
#include "core/api/cluster.h"
#include "core/api/jobs.h"
#include "core/api/people.h"
#include "core/api/vcs.h"
#include "core/client/streams.h"
#include "tests/contract/contract.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::Permission;
using support::call;
using support::codeOf;

namespace {

const model::DeviceType kGpu(u"gpu"_s);

model::VirtualCluster aVc(const QString &name, int devices)
{
    return {model::VcName(name), {{kGpu, devices, devices}}};
}

} // namespace

// Sharing the cluster of eight GPUs out, through the real client and the real server.
class VcsTest : public QObject
{
    Q_OBJECT

private:
    static void makeLab(support::Contract &c, int devices = 2)
    {
        QVERIFY(call(c.admin, api::changeVc, {u"platform"_s},
                     model::VcChange{{{kGpu, 8 - devices, 8 - devices}}}));
        QVERIFY(call(c.admin, api::createVc, {}, aVc(u"lab"_s, devices)));
    }
    static model::Job submit(support::Contract &c, const QString &name)
    {
        const auto job = call(c.admin, api::submitJob, {}, support::aSpec(name, u"lab"_s), name);
        return job ? *job : model::Job{};
    }

private slots:
    void beginsWithOneThatHasEverything();
    void sharesOutWhatIsFree();
    void holdsTheRules();
    void changesWhatAVcHas();
    void leavesRunningJobsAlone();
    void deletesAVcWithItsJobs();
    void keepsTheLastAndTheCurrentOne();
    void takesADeletedVcFromItsUsers();
    void saysWhoMayUseIt();
    void isGivenByManagersWhoDoNotUseIt();
    void tellsThoseWhoSeeIt();
    void isStillThereAfterACrash();
};

void VcsTest::beginsWithOneThatHasEverything()
{
    support::Contract c;
    const auto shares = call(c.admin, api::listVcShares);
    QVERIFY(shares);
    QCOMPARE(shares->vcs.size(), 1);
    QCOMPARE(shares->vcs.first().quotas, QList({model::VcQuota{kGpu, 8, 8}}));
    QCOMPARE(shares->vcs.first().users, {u"admin"_s});
    QCOMPARE(shares->devices, QList({model::DeviceShare{kGpu, 8, 8}}));
    const auto refused = call(c.admin, api::createVc, {}, aVc(u"lab"_s, 1));
    QCOMPARE(refused.error().field, u"quotas[0].deviceNumber"_s);
    QVERIFY2(refused.error().detail.contains(u"platform"_s), qPrintable(refused.error().detail));
}

void VcsTest::sharesOutWhatIsFree()
{
    support::Contract c;
    const auto smaller =
        call(c.admin, api::changeVc, {u"platform"_s}, model::VcChange{{{kGpu, 5, 2}}});
    QVERIFY(smaller);
    QCOMPARE(smaller->quotas.first().maxAvailable, 2);
    const auto lab = call(c.admin, api::createVc, {}, aVc(u"lab"_s, 3));
    QVERIFY2(lab, lab ? "" : qPrintable(lab.error().detail));
    QCOMPARE(codeOf(call(c.admin, api::createVc, {}, aVc(u"more"_s, 1))), ErrorCode::InvalidInput);
    QVERIFY(call(c.admin, api::createVc, {}, aVc(u"empty"_s, 0))->quotas.isEmpty());
    QCOMPARE(call(c.admin, api::listVcShares)->vcs.size(), 3);
    // It does not follow the cluster any more.
    c.platform->engine.setHealthy(0, false);
    c.platform->engine.setHealthy(0, true);
    QCOMPARE(call(c.admin, api::listVcShares)->devices.first().given, 8);
}

void VcsTest::holdsTheRules()
{
    support::Contract c;
    makeLab(c);
    const auto taken = call(c.admin, api::createVc, {}, aVc(u"LAB"_s, 0));
    QCOMPARE(codeOf(taken), ErrorCode::Conflict);
    QCOMPARE(taken.error().field, u"name"_s);
    QCOMPARE(call(c.admin, api::createVc, {}, aVc(u"a b"_s, 0)).error().field, u"name"_s);
    const model::VcChange tooMuch{{{kGpu, 2, 3}}};
    QCOMPARE(call(c.admin, api::changeVc, {u"lab"_s}, tooMuch).error().field,
             u"quotas[0].maxAvailable"_s);
    const model::VcChange unknown{{{model::DeviceType(u"abacus"_s), 1, 1}}};
    QCOMPARE(call(c.admin, api::changeVc, {u"lab"_s}, unknown).error().field,
             u"quotas[0].deviceType"_s);
    QCOMPARE(codeOf(call(c.admin, api::changeVc, {u"none"_s}, model::VcChange{})),
             ErrorCode::NotFound);
}

void VcsTest::changesWhatAVcHas()
{
    support::Contract c;
    makeLab(c);
    QVERIFY(call(c.admin, api::changeVc, {u"lab"_s}, model::VcChange{{{kGpu, 1, 1}}}));
    const auto vcs = call(c.admin, api::listVcs)->items;
    QCOMPARE(vcs.first().name.value(), u"lab"_s);
    QCOMPARE(vcs.first().usage.first().deviceNumber, 1);
}

void VcsTest::leavesRunningJobsAlone()
{
    support::Contract c;
    makeLab(c);
    const auto job = submit(c, u"one"_s);
    QVERIFY(call(c.admin, api::changeVc, {u"lab"_s}, model::VcChange{{{kGpu, 1, 1}}}));
    const model::VcDeletion deletion{u"lab"_s, u"platform"_s};
    for (const auto state : {model::JobState::Scheduling, model::JobState::Running,
                             model::JobState::Pausing, model::JobState::Killing}) {
        QVERIFY(c.platform->move(job.id, state));
        QCOMPARE(call(c.admin, api::listVcShares)->vcs.first().jobsInTheWay, 1);
        QCOMPARE(codeOf(call(c.admin, api::changeVc, {u"lab"_s}, model::VcChange{})),
                 ErrorCode::Conflict);
        QCOMPARE(codeOf(call(c.admin, api::deleteVc, {u"lab"_s}, deletion)), ErrorCode::Conflict);
    }
    QVERIFY(call(c.admin, api::getJob, {job.id.toString()})->state == model::JobState::Killing);
}

void VcsTest::deletesAVcWithItsJobs()
{
    support::Contract c;
    makeLab(c);
    const auto queued = submit(c, u"queued"_s);
    const auto paused = submit(c, u"paused"_s);
    QVERIFY(c.platform->move(paused.id, model::JobState::Paused));
    QCOMPARE(call(c.admin, api::listVcShares)->vcs.first().jobs, 2);
    const model::VcDeletion wrong{u"Lab"_s, {}};
    QCOMPARE(call(c.admin, api::deleteVc, {u"lab"_s}, wrong).error().field, u"confirmation"_s);
    QVERIFY(call(c.admin, api::deleteVc, {u"lab"_s}, model::VcDeletion{u"lab"_s, {}}));
    for (const auto &job : {queued, paused}) {
        const auto now = call(c.admin, api::getJob, {job.id.toString()});
        QCOMPARE(now->state, model::JobState::Killed);
        QCOMPARE(now->reason->subject, u"admin"_s);
        QVERIFY(now->finishedAt);
        const auto steps = call(c.admin, api::jobTimeline, {job.id.toString()});
        QCOMPARE(steps->items.last().actor, u"admin"_s);
    }
    QVERIFY(c.platform->jobStore->active().isEmpty());
    QCOMPARE(call(c.admin, api::listVcShares)->vcs.size(), 1);
    QCOMPARE(call(c.admin, api::submitJob, {}, support::aSpec(u"late"_s, u"lab"_s), u"l"_s)
                 .error()
                 .field,
             u"vc"_s);
}

void VcsTest::keepsTheLastAndTheCurrentOne()
{
    support::Contract c;
    const model::VcDeletion last{u"platform"_s, {}};
    QCOMPARE(codeOf(call(c.admin, api::deleteVc, {u"platform"_s}, last)), ErrorCode::Conflict);
    makeLab(c);
    const model::VcDeletion current{u"lab"_s, u"lab"_s};
    QCOMPARE(codeOf(call(c.admin, api::deleteVc, {u"lab"_s}, current)), ErrorCode::Conflict);
    QVERIFY(call(c.admin, api::deleteVc, {u"platform"_s}, last));
    QCOMPARE(call(c.admin, api::getAccount)->vcs, {model::VcName(u"lab"_s)});
}

void VcsTest::takesADeletedVcFromItsUsers()
{
    support::Contract c;
    makeLab(c);
    const auto anna = c.person(u"anna"_s, {});
    QVERIFY(call(c.admin, api::setUserVcs, {c.idOf(u"anna"_s).toString()},
                 model::VcNames{{model::VcName(u"lab"_s)}}));
    QCOMPARE(call(*anna, api::getAccount)->vcs.size(), 1);
    QVERIFY(call(c.admin, api::deleteVc, {u"lab"_s}, model::VcDeletion{u"lab"_s, {}}));
    QVERIFY(call(*anna, api::getAccount)->vcs.isEmpty());
}

void VcsTest::saysWhoMayUseIt()
{
    support::Contract c;
    makeLab(c);
    const auto anna = c.person(u"anna"_s, {});
    const auto bert = c.person(u"bert"_s, {});
    const auto group =
        call(c.admin, api::createGroup, {}, model::NewGroup{u"V"_s, u"x"_s, {model::kUserRole}});
    const QString key = group->id.toString();
    QVERIFY(call(c.admin, api::changeMembers, {key},
                 model::MembersChange{{c.idOf(u"bert"_s), c.idOf(u"anna"_s)}, {}}));
    QVERIFY(call(c.admin, api::setGroupVcs, {key}, model::VcNames{{model::VcName(u"lab"_s)}}));
    QVERIFY(call(c.admin, api::setUserVcs, {c.idOf(u"anna"_s).toString()},
                 model::VcNames{{model::VcName(u"lab"_s)}}));
    const auto lab = call(c.admin, api::listVcShares)->vcs.first();
    QCOMPARE(lab.userNumber, 2);
    QCOMPARE(lab.users, QStringList({u"anna"_s, u"bert"_s}));
    const auto first = c.platform->vcs->allMembers(1)->value(model::VcName(u"lab"_s));
    QCOMPARE(first.count, 2);
    QCOMPARE(first.first, {u"anna"_s});
    const auto alone = c.platform->vcs->members(model::VcName(u"lab"_s), 1);
    QCOMPARE(alone->count, 2);
    QCOMPARE(alone->first, first.first);
}

// VCs carry no permissions: what the server lets a Manager give is what it offers.
void VcsTest::isGivenByManagersWhoDoNotUseIt()
{
    support::Contract c;
    makeLab(c);
    const auto mona = c.person(u"mona"_s, {model::Permission::Manager});
    const auto anna = c.person(u"anna"_s, {});
    QVERIFY(call(c.admin, api::setUserVcs, {c.idOf(u"mona"_s).toString()}, model::VcNames{}));
    QVERIFY(call(*mona, api::listVcs)->items.isEmpty());
    QCOMPARE(codeOf(call(*mona, api::listVcShares)), ErrorCode::Forbidden);
    const auto offered = call(*mona, api::listVcNames);
    QVERIFY(offered);
    QCOMPARE(offered->vcs, QList({model::VcName(u"lab"_s), model::VcName(u"platform"_s)}));
    QVERIFY(call(*mona, api::setUserVcs, {c.idOf(u"anna"_s).toString()}, *offered));
    QCOMPARE(call(*anna, api::getAccount)->vcs, offered->vcs);
    QCOMPARE(codeOf(call(*anna, api::listVcNames)), ErrorCode::Forbidden);
}

void VcsTest::tellsThoseWhoSeeIt()
{
    support::Contract c;
    QList<model::Event> events;
    client::EventStream stream(c.admin);
    connect(&stream, &client::EventStream::received, this,
            [&](const model::Event &event) { events.append(event); });
    stream.start();
    QTRY_VERIFY(!events.isEmpty());
    makeLab(c);
    QTRY_VERIFY(std::any_of(events.begin(), events.end(), [](const model::Event &event) {
        return event.vc == model::VcName(u"lab"_s);
    }));
    events.clear();
    QVERIFY(call(c.admin, api::deleteVc, {u"lab"_s}, model::VcDeletion{u"lab"_s, {}}));
    QTRY_VERIFY(std::any_of(events.begin(), events.end(), [](const model::Event &event) {
        return event.topic == model::EventTopic::Account; // one VC fewer to use
    }));
}

void VcsTest::isStillThereAfterACrash()
{
    support::Contract c;
    makeLab(c);
    const auto job = submit(c, u"queued"_s);
    QVERIFY(call(c.admin, api::createVc, {}, aVc(u"other"_s, 0)));
    QVERIFY(call(c.admin, api::deleteVc, {u"lab"_s}, model::VcDeletion{u"lab"_s, {}}));
    c.restart();
    QStringList names;
    for (const auto &vc : c.platform->vcs->all())
        names.append(vc.name.value());
    QCOMPARE(names, QStringList({u"other"_s, u"platform"_s}));
    QCOMPARE(c.platform->jobStore->find(job.id)->state, model::JobState::Killed);
}

QTEST_GUILESS_MAIN(VcsTest)
#include "tst_vcs.moc"
