// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jobs.h"
#include "tests/contract/contract.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::Permission;
using model::ReasonCode;
using support::call;

// A job may name another one: only to those who may see that one, wherever it is told of.
class DiscretionTest : public QObject
{
    Q_OBJECT

private slots:
    void namesOnlyJobsThatThePersonMaySee_data();
    void namesOnlyJobsThatThePersonMaySee();
    void foretellsWithoutNames();
};

namespace {

model::Reason reason(ReasonCode code, const model::JobId &other)
{
    model::Reason reason;
    reason.code = code;
    reason.subject = other.toString();
    return reason;
}

// Gives its devices to the other, then waits for it.
void giveWay(support::Contract &c, const model::JobId &id, const model::JobId &other)
{
    for (const auto state : {model::JobState::Running, model::JobState::Queued}) {
        const auto step = [=](model::Job job) -> Result<storage::JobChange> {
            job.state = state;
            job.reason = job.withdrawn = reason(ReasonCode::Preempted, other);
            job.madeRoomFor = other;
            model::TimelineEntry entry;
            entry.at = QDateTime::currentDateTimeUtc();
            entry.cause = model::TimelineCause::Withdrawn;
            entry.state = state;
            entry.reason = job.reason;
            return storage::JobChange{job, entry};
        };
        QVERIFY(support::await(c.platform->jobStore->change(id, step)));
    }
}

// What is heard of the job, from the message with the token on; empty: from now on.
struct Listener
{
    Listener(support::Contract &c, client::ApiClient &who, const QString &since = {})
    {
        const services::Subscriber subscriber{
            .owner = &owner,
            .tokenHash = services::SignInService::hashOf(who.token().toLatin1()),
            .send = [this](const model::Event &event) { events.append(event); },
            .end = [] {}};
        if (!c.platform->events->subscribe({since}, subscriber))
            qFatal("no events");
    }
    QByteArray heard(const model::JobId &id) const
    {
        QByteArray all;
        for (const model::Event &event : events) {
            if (event.job && event.job->id == id)
                all += json::encodeText(event);
        }
        return all;
    }

    QList<model::Event> events;
    QObject owner; // the first to go
};

} // namespace

void DiscretionTest::namesOnlyJobsThatThePersonMaySee_data()
{
    QTest::addColumn<QList<Permission>>("permissions");
    QTest::addColumn<bool>("isOwn"); // the job that is named
    QTest::addColumn<bool>("named");
    const QList submits{Permission::SubmitTrainingJob};
    QTest::newRow("somebody else's") << submits << false << false;
    QTest::newRow("one's own") << submits << true << true;
    QTest::newRow("to whom sees all")
        << QList{Permission::SubmitTrainingJob, Permission::ViewAllUsersJobs} << false << true;
}

void DiscretionTest::namesOnlyJobsThatThePersonMaySee()
{
    QFETCH(const QList<Permission>, permissions);
    QFETCH(const bool, isOwn);
    QFETCH(const bool, named);
    support::Contract c;
    const auto anna = c.person(u"anna"_s, permissions);
    const auto other =
        call(isOwn ? *anna : c.admin, api::submitJob, {}, support::aSpec(u"other"_s), u"o"_s);
    const auto mine = call(*anna, api::submitJob, {}, support::aSpec(u"mine"_s), u"m"_s);
    QVERIFY(other && mine);
    const QString id = mine->id.toString();
    const Listener live(c, *anna);
    giveWay(c, mine->id, other->id);
    c.platform->jobStore->setWaiting(mine->id, reason(ReasonCode::HeldForEarlierJob, other->id), 2);
    QTRY_VERIFY(live.heard(mine->id).contains("held_for_earlier_job"));

    model::JobQuery query;
    query.text = u"mine"_s;
    const Listener later(c, *anna, live.events.first().token);
    const auto again =
        call(*anna, api::submitJob, {}, support::aSpec(u"mine"_s), u"m"_s); // the same key
    const QHash<QString, QByteArray> told{
        {u"job"_s, json::encodeText(*call(*anna, api::getJob, {id}))},
        {u"list"_s, json::encodeText(*call(*anna, api::listJobs, {}, query))},
        {u"timeline"_s, json::encodeText(*call(*anna, api::jobTimeline, {id}))},
        {u"submit"_s, json::encodeText(*again)},
        {u"action"_s,
         json::encodeText(*call(*anna, api::setJobPriority, {id}, model::PriorityChange{7}))},
        {u"live"_s, live.heard(mine->id)},
        {u"missed"_s, later.heard(mine->id)}};
    for (auto it = told.begin(); it != told.end(); ++it) {
        QVERIFY2(it->contains("\"reason\""), qPrintable(it.key()));
        QVERIFY2(it->contains(other->id.toString().toLatin1()) == named, qPrintable(it.key()));
    }
}

void DiscretionTest::foretellsWithoutNames()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, {Permission::SubmitTrainingJob});
    const auto other = call(c.admin, api::submitJob, {}, support::aSpec(u"other"_s), u"o"_s);
    const auto mine = call(*anna, api::submitJob, {}, support::aSpec(u"mine"_s), u"m"_s);
    c.platform->jobs->setForecast([&](const model::Job &) {
        model::Verdict verdict;
        verdict.reason = reason(ReasonCode::HeldForEarlierJob, other->id);
        verdict.evictedJobs = 2;
        verdict.evicted = {{other->id, other->name, other->ownerName, 1},
                           {mine->id, mine->name, mine->ownerName, 1}};
        return Result<model::Verdict>(verdict);
    });
    const auto verdict = call(*anna, api::dryRunJob, {}, support::aSpec(u"new"_s));
    QVERIFY(verdict);
    QCOMPARE(verdict->reason->code, ReasonCode::HeldForEarlierJob);
    QVERIFY(verdict->reason->subject.isEmpty());
    QCOMPARE(verdict->evictedJobs, 2);
    QCOMPARE(verdict->evicted.size(), 1);
    QCOMPARE(verdict->evicted.first().id, mine->id);
    const auto whole = call(c.admin, api::dryRunJob, {}, support::aSpec(u"new"_s));
    QCOMPARE(whole->reason->subject, other->id.toString());
    QCOMPARE(whole->evicted.size(), 2);
}

QTEST_GUILESS_MAIN(DiscretionTest)
#include "tst_discretion.moc"
