// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/endpointrules.h"
#include "threepeople.h"

using namespace Qt::Literals::StringLiterals;
using model::EndpointState;
using support::call;
using support::codeOf;

// Ways into jobs: who sees them, who switches them, what others never see.
class EndpointsTest final : public ThreePeople
{
    Q_OBJECT

private slots:
    void listsWhatTheJobAskedFor();
    void switchesOnAndOff();
    void namesWhatIsWrong();
    void boundsHowManyThereAre();
    void showsAddressesOnlyToThoseWhoMay();
    void writesDownWhoSwitches();
    void endsWithTheJob();
    void belongsToOneStart();
    void tellsThoseWhoListen();

private:
    using Endpoints = QList<model::JobEndpoint>;

    QString submitWith(client::ApiClient &api, const QList<model::EndpointKind> &kinds)
    {
        model::JobSpec spec = aSpec(u"ways"_s);
        spec.endpoints = kinds;
        const auto job = call(api, api::submitJob, {}, spec, QUuid::createUuid().toString());
        return job ? job->id.toString() : QString();
    }
    Endpoints of(client::ApiClient &api, const QString &id)
    {
        const auto list = call(api, api::listEndpoints, {id});
        return list ? list->items : Endpoints();
    }
    EndpointState stateOf(const QString &id, const QString &name)
    {
        for (const auto &endpoint : of(m_ann, id)) {
            if (endpoint.name == name)
                return endpoint.state;
        }
        return EndpointState::Stopped;
    }
    void run(const QString &id, int attempt = 1)
    {
        QVERIFY(m_platform->move(*model::JobId::fromString(id), model::JobState::Running,
                                 [=](model::Job &job) {
                                     job.attempt = attempt;
                                     job.placement = {{u"main"_s, model::NodeName(u"node1"_s), {}}};
                                 }));
    }
    // What the loop would find out.
    void makeReady(const QString &id, const QString &name)
    {
        auto &store = *m_platform->endpointStore;
        const auto job = m_platform->jobStore->find(*model::JobId::fromString(id));
        const auto known = store.of(*job);
        for (auto endpoint : *known) {
            if (endpoint.name.toString() != name)
                continue;
            endpoint.attempt = job->attempt;
            endpoint.state = EndpointState::Ready;
            endpoint.host = u"10.0.0.1"_s;
            endpoint.port = 40022;
            QVERIFY(support::await(store.report(*job, endpoint)));
        }
        if (name == "jupyter"_L1) {
            QVERIFY(support::await(
                store.keepToken(*job, m_platform->secrets->seal("0123456789abcdef"_ba))));
        }
    }
};

void EndpointsTest::listsWhatTheJobAskedFor()
{
    const QString id = submitWith(m_ann, {model::EndpointKind::Ssh});
    const Endpoints list = of(m_ann, id);
    QCOMPARE(list.size(), 1);
    QCOMPARE(list.first().name, u"ssh"_s);
    QCOMPARE(list.first().task, u"main"_s);
    QCOMPARE(list.first().state, EndpointState::Pending);
    QCOMPARE(codeOf(call(m_guest, api::listEndpoints, {id})), ErrorCode::NotFound);
}

void EndpointsTest::switchesOnAndOff()
{
    const QString id = submitWith(m_ann, {});
    QVERIFY(of(m_ann, id).isEmpty());
    const auto opened = call(m_ann, api::openEndpoint, {id, u"jupyter"_s});
    QVERIFY(opened);
    QCOMPARE(opened->items.size(), 1);
    QCOMPARE(opened->items.first().state, EndpointState::Pending);
    QCOMPARE(call(m_ann, api::openEndpoint, {id, u"jupyter"_s})->items, opened->items);
    const auto closed = call(m_ann, api::closeEndpoint, {id, u"jupyter"_s});
    QCOMPARE(closed->items.first().state, EndpointState::Stopped);
    QCOMPARE(call(m_ann, api::closeEndpoint, {id, u"jupyter"_s})->items, closed->items);
    QCOMPARE(call(m_ann, api::openEndpoint, {id, u"port-40007"_s})->items.size(), 2);
    QCOMPARE(call(m_ann, api::closeEndpoint, {id, u"port-40007"_s})->items.size(), 1);
}

void EndpointsTest::namesWhatIsWrong()
{
    const QString id = submitWith(m_ann, {});
    for (const QString &name : {u"telnet"_s, u"port-39999"_s, u"port-50000"_s, u"port-x"_s}) {
        const auto opened = call(m_ann, api::openEndpoint, {id, name});
        QCOMPARE(codeOf(opened), ErrorCode::InvalidInput);
        QCOMPARE(opened.error().field, u"name"_s);
        QCOMPARE(codeOf(call(m_ann, api::closeEndpoint, {id, name})), ErrorCode::InvalidInput);
    }
    QCOMPARE(codeOf(call(m_ann, api::openEndpoint, {u"nonsense"_s, u"ssh"_s})),
             ErrorCode::NotFound);
}

void EndpointsTest::boundsHowManyThereAre()
{
    const QString id = submitWith(m_ann, {});
    for (int i = 0; i < rules::kMostEndpoints; ++i)
        QVERIFY(call(m_ann, api::openEndpoint, {id, u"port-%1"_s.arg(40100 + i)}));
    QCOMPARE(codeOf(call(m_ann, api::openEndpoint, {id, u"ssh"_s})), ErrorCode::Conflict);
    QVERIFY(call(m_ann, api::closeEndpoint, {id, u"port-40100"_s}));
    QVERIFY(call(m_ann, api::openEndpoint, {id, u"ssh"_s}));
}

void EndpointsTest::showsAddressesOnlyToThoseWhoMay()
{
    const auto kinds = {model::EndpointKind::Ssh, model::EndpointKind::Jupyter};
    const QString id = submitWith(m_ann, kinds);
    const QString foreign = submitWith(m_admin, kinds);
    for (const QString &job : {id, foreign}) {
        run(job);
        makeReady(job, u"ssh"_s);
        makeReady(job, u"jupyter"_s);
    }
    Endpoints list = of(m_ann, id);
    QCOMPARE(list.first().state, EndpointState::Ready);
    QCOMPARE(list.first().command, u"ssh -p 40022 ann@10.0.0.1"_s);
    QCOMPARE(list.first().url, QString());
    QCOMPARE(list.last().url, u"http://10.0.0.1:40022/?token=0123456789abcdef"_s);
    QCOMPARE(of(m_admin, id), list); // may manage all users' jobs
    list = of(m_ann, foreign); // may only view them
    QCOMPARE(list.size(), 2);
    for (const auto &endpoint : list) {
        QCOMPARE(endpoint.state, EndpointState::Ready);
        QCOMPARE(endpoint.host + endpoint.url + endpoint.command, QString());
        QCOMPARE(endpoint.port, 0);
    }
    QCOMPARE(codeOf(call(m_ann, api::openEndpoint, {foreign, u"ssh"_s})), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(m_ann, api::closeEndpoint, {foreign, u"ssh"_s})), ErrorCode::Forbidden);
}

void EndpointsTest::writesDownWhoSwitches()
{
    const QString id = submitWith(m_ann, {});
    const auto entries = [&] {
        model::AuditQuery query;
        query.subjectId = id;
        query.actions = {model::AuditAction::JobEndpointOpened,
                         model::AuditAction::JobEndpointClosed};
        return call(m_admin, api::listAudit, {}, query)->items;
    };
    QVERIFY(call(m_ann, api::openEndpoint, {id, u"ssh"_s}));
    QCOMPARE(entries().first().actorName, u"ann"_s);
    QVERIFY(call(m_admin, api::closeEndpoint, {id, u"ssh"_s}));
    QVERIFY(call(m_admin, api::closeEndpoint, {id, u"ssh"_s})); // changes nothing
    QVERIFY(call(m_admin, api::openEndpoint, {id, u"port-40001"_s}));
    QCOMPARE(entries().size(), 3);
    QCOMPARE(entries().at(1).action, model::AuditAction::JobEndpointClosed);
    QCOMPARE(entries().at(1).before.value("endpoint"_L1).toString(), u"ssh"_s);
    QCOMPARE(entries().first().action, model::AuditAction::JobEndpointOpened);
    QCOMPARE(entries().first().after.value("endpoint"_L1).toString(), u"port-40001"_s);
    QCOMPARE(entries().first().actorName, u"admin"_s);
}

void EndpointsTest::endsWithTheJob()
{
    const QString id = submitWith(m_ann, {model::EndpointKind::Ssh});
    run(id);
    makeReady(id, u"ssh"_s);
    QVERIFY(m_platform->move(*model::JobId::fromString(id), model::JobState::Finished));
    QCOMPARE(of(m_ann, id).first().state, EndpointState::Stopped);
    QCOMPARE(of(m_ann, id).first().host, QString());
    QCOMPARE(codeOf(call(m_ann, api::openEndpoint, {id, u"jupyter"_s})), ErrorCode::Conflict);
    QCOMPARE(codeOf(call(m_ann, api::closeEndpoint, {id, u"ssh"_s})), ErrorCode::Conflict);
}

void EndpointsTest::belongsToOneStart()
{
    const QString id = submitWith(m_ann, {model::EndpointKind::Ssh});
    run(id, 1);
    makeReady(id, u"ssh"_s);
    QCOMPARE(stateOf(id, u"ssh"_s), EndpointState::Ready);
    QVERIFY(m_platform->move(*model::JobId::fromString(id), model::JobState::Paused));
    QCOMPARE(stateOf(id, u"ssh"_s), EndpointState::Pending);
    run(id, 2);
    QCOMPARE(stateOf(id, u"ssh"_s), EndpointState::Pending);
    QCOMPARE(of(m_ann, id).first().port, 0);
}

void EndpointsTest::tellsThoseWhoListen()
{
    const QString id = submitWith(m_ann, {});
    const auto wanted = *model::JobId::fromString(id);
    client::EventStream anns(m_ann);
    client::EventStream guests(m_guest);
    QList<model::JobId> heard;
    QList<model::JobId> overheard;
    connect(&anns, &client::EventStream::received, this, [&](const model::Event &event) {
        if (event.topic != model::EventTopic::Endpoint)
            return;
        QVERIFY(event.endpointsOf);
        if (*event.endpointsOf == wanted) // not of the jobs of the cases before
            heard.append(*event.endpointsOf);
    });
    connect(&guests, &client::EventStream::received, this, [&](const model::Event &event) {
        if (event.topic == model::EventTopic::Endpoint)
            overheard.append(event.endpointsOf.value_or(model::JobId()));
    });
    QSignalSpy opened(&anns, &client::EventStream::received);
    QSignalSpy guestOpened(&guests, &client::EventStream::received);
    anns.start();
    guests.start();
    QTRY_VERIFY(!opened.isEmpty() && !guestOpened.isEmpty());
    QVERIFY(call(m_ann, api::openEndpoint, {id, u"ssh"_s}));
    QTRY_COMPARE(heard, QList{wanted});
    QVERIFY(call(m_ann, api::closeEndpoint, {id, u"ssh"_s}));
    QTRY_COMPARE(heard.size(), 2);
    QVERIFY(overheard.isEmpty());
}

QTEST_GUILESS_MAIN(EndpointsTest)
#include "tst_endpoints.moc"
