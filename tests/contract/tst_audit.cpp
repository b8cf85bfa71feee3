// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/accounts.h"
#include "core/api/jobs.h"
#include "core/api/nodes.h"
#include "core/api/people.h"
#include "core/api/profile.h"
#include "core/api/signin.h"
#include "core/api/vcs.h"
#include "tests/contract/contract.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::AuditAction;
using model::Permission;
using support::call;
using support::codeOf;

// What people do stands in the audit log, through the real client and the real server.
class AuditTest : public QObject
{
    Q_OBJECT

private:
    static model::AuditEntry newest(support::Contract &c)
    {
        const auto page = call(c.admin, api::listAudit);
        return page && !page->items.isEmpty() ? page->items.first() : model::AuditEntry{};
    }

private slots:
    void namesWhoDidWhatFromWhere();
    void keepsWhatPeopleAndRightsWere();
    void keepsWhatVcsWere();
    void keepsWhatIsDoneToNodes();
    void keepsWhatIsDoneToJobs();
    void keepsWhatPeopleDoToThemselves();
    void boundsWhatStrangersCanFill();
    void namesTheClientBehindAProxy();
    void saysNothingOfWhatFailed();
    void saysNothingSecret();
    void isFilteredAndReadPageByPage();
};

void AuditTest::namesWhoDidWhatFromWhere()
{
    support::Contract c;
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    const auto group =
        call(c.admin, api::createGroup, {}, model::NewGroup{u"V"_s, u"x"_s, {model::kUserRole}});
    const auto entry = newest(c);
    QCOMPARE(entry.action, AuditAction::GroupCreated);
    QCOMPARE(entry.actor, c.idOf(u"admin"_s));
    QCOMPARE(entry.actorName, u"admin"_s);
    QCOMPARE(entry.address, u"127.0.0.1"_s);
    QCOMPARE(entry.subject, model::AuditSubject::Group);
    QCOMPARE(entry.subjectId, group->id.toString());
    QCOMPARE(entry.subjectName, u"V"_s);
    QVERIFY(entry.at > before && entry.at < before.addSecs(60));
    QVERIFY(entry.before.isEmpty());
    QCOMPARE(entry.after["roles"_L1].toArray(), QJsonArray{u"User"_s});
}

void AuditTest::keepsWhatPeopleAndRightsWere()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, {Permission::ViewVc});
    const QString id = c.idOf(u"anna"_s).toString();
    QVERIFY(call(c.admin, api::changeUser, {id}, model::UserChange{u"Anna"_s, {}, {}, {}}));
    QCOMPARE(newest(c).before, QJsonObject({{u"nickname"_s, u"anna"_s}}));
    QCOMPARE(newest(c).after, QJsonObject({{u"nickname"_s, u"Anna"_s}}));
    QVERIFY(call(c.admin, api::setUserVcs, {id}, model::VcNames{}));
    QCOMPARE(newest(c).action, AuditAction::UserVcsChanged);
    QCOMPARE(newest(c).before["vcs"_L1].toArray(), QJsonArray{u"platform"_s});
    const QString role = c.roleFor({Permission::ViewVc}).toString();
    QVERIFY(call(c.admin, api::changeRole, {role},
                 model::RoleForm{u"R"_s, {}, {Permission::ManageVc}}));
    QCOMPARE(newest(c).after["permissions"_L1].toArray(), QJsonArray{u"manage_vc"_s});
    QVERIFY(
        call(c.admin, api::changeRoleUsers, {role}, model::MembersChange{{}, {c.idOf(u"anna"_s)}}));
    QCOMPARE(newest(c).action, AuditAction::RoleHoldersChanged);
    QCOMPARE(newest(c).before["users"_L1].toArray(), QJsonArray{u"anna"_s});
    QVERIFY(call(c.admin, api::deleteUser, {id}));
    QCOMPARE(newest(c).action, AuditAction::UserDeleted);
    QCOMPARE(newest(c).subjectName, u"anna"_s);
}

void AuditTest::keepsWhatVcsWere()
{
    support::Contract c;
    const model::DeviceType gpu(u"gpu"_s);
    QVERIFY(call(c.admin, api::changeVc, {u"platform"_s}, model::VcChange{{{gpu, 4, 2}}}));
    QCOMPARE(newest(c).action, AuditAction::VcChanged);
    QCOMPARE(newest(c).before, QJsonObject({{u"gpu"_s, u"8 / 8"_s}}));
    QCOMPARE(newest(c).after, QJsonObject({{u"gpu"_s, u"4 / 2"_s}}));
    QVERIFY(call(c.admin, api::createVc, {},
                 model::VirtualCluster{model::VcName(u"lab"_s), {{gpu, 4, 4}}}));
    QCOMPARE(newest(c).action, AuditAction::VcCreated);
    QVERIFY(call(c.admin, api::deleteVc, {u"lab"_s}, model::VcDeletion{u"lab"_s, {}}));
    QCOMPARE(newest(c).action, AuditAction::VcDeleted);
    QCOMPARE(newest(c).subjectId, u"lab"_s);
}

void AuditTest::keepsWhatIsDoneToNodes()
{
    support::Contract c;
    const QStringList node{u"node1"_s};
    QVERIFY(call(c.admin, api::cordonNode, node, model::CordonRequest{u"a fan"_s}));
    QCOMPARE(newest(c).action, AuditAction::NodeCordoned);
    QCOMPARE(newest(c).after["reason"_L1].toString(), u"a fan"_s);
    QVERIFY(call(c.admin, api::drainNode, node, model::DrainRequest{u"worse"_s, true}));
    QCOMPARE(newest(c).action, AuditAction::NodeDrained);
    QVERIFY(call(c.admin, api::uncordonNode, node, model::CordonRequest{u"quiet"_s}));
    QCOMPARE(newest(c).action, AuditAction::NodeUncordoned);
    QCOMPARE(newest(c).subjectName, u"node1"_s);
}

void AuditTest::keepsWhatIsDoneToJobs()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, {Permission::SubmitTrainingJob});
    const auto job = call(*anna, api::submitJob, {}, support::aSpec(u"one"_s), u"k"_s);
    const QStringList id{job->id.toString()};
    QVERIFY(call(*anna, api::pauseJob, id)); // her own
    QCOMPARE(newest(c).action, AuditAction::JobPaused);
    QCOMPARE(newest(c).actorName, u"anna"_s);
    QVERIFY(c.platform->move(job->id, model::JobState::Paused));
    QVERIFY(call(c.admin, api::resumeJob, id));
    QCOMPARE(newest(c).action, AuditAction::JobResumed);
    QCOMPARE(newest(c).subjectName, u"one (anna)"_s);
    QCOMPARE(newest(c).before["state"_L1].toString(), u"paused"_s);
    QVERIFY(call(c.admin, api::setJobPriority, id, model::PriorityChange{7}));
    QCOMPARE(newest(c).after, QJsonObject({{u"priority"_s, 7}}));
    QVERIFY(call(c.admin, api::pauseJob, id));
    QCOMPARE(newest(c).action, AuditAction::JobPaused);
    QVERIFY(call(c.admin, api::killJob, id));
    QCOMPARE(newest(c).action, AuditAction::JobKilled);
}

void AuditTest::keepsWhatPeopleDoToThemselves()
{
    support::Contract c;
    QVERIFY(
        call(*c.stranger(), api::signUp, {}, model::SignUp{u"anna"_s, u"A"_s, u"a-secret-1"_s}));
    QCOMPARE(newest(c).action, AuditAction::SignedUp);
    QCOMPARE(newest(c).address, u"127.0.0.1"_s);
    const auto anna = c.enter(u"anna"_s, u"a-secret-1"_s);
    QCOMPARE(newest(c).action, AuditAction::SignedIn);
    QCOMPARE(newest(c).actorName, u"anna"_s);
    QVERIFY(call(*anna, api::changeProfile, {}, model::ProfileChange{u"B"_s, {}, {}}));
    QCOMPARE(newest(c).action, AuditAction::ProfileChanged);
    QCOMPARE(newest(c).after, QJsonObject({{u"nickname"_s, u"B"_s}}));
    QVERIFY(call(*anna, api::changePassword, {},
                 model::PasswordChange{u"a-secret-1"_s, u"a-secret-2"_s}));
    QCOMPARE(newest(c).action, AuditAction::PasswordChanged);
    QCOMPARE(newest(c).address, u"127.0.0.1"_s);
    QVERIFY(call(*anna, api::endOtherSessions));
    QCOMPARE(newest(c).action, AuditAction::SessionsEnded);
    const auto wrong = model::SignIn{u"anna"_s, u"a-secret-1"_s};
    QVERIFY(!call(*c.stranger(), api::signIn, {}, wrong));
    QTRY_COMPARE(newest(c).action, AuditAction::SignInRefused);
    QCOMPARE(newest(c).subjectName, u"anna"_s);
    QVERIFY(newest(c).actor.isEmpty());
}

void AuditTest::boundsWhatStrangersCanFill()
{
    support::Contract c;
    model::AuditQuery refused;
    refused.actions = {AuditAction::SignInRefused};
    for (int i = 0; i < 120; ++i) {
        const services::Visitor visitor{u"192.0.2.%1"_s.arg(i)};
        QVERIFY(!support::await(
            c.platform->signIn->signIn({u"nobody%1"_s.arg(i), QString()}, visitor)));
    }
    QTRY_VERIFY(call(c.admin, api::listAudit, {}, refused)->total > 90);
    QVERIFY(call(c.admin, api::listAudit, {}, refused)->total < 115);
}

void AuditTest::namesTheClientBehindAProxy()
{
    support::Contract c;
    QNetworkAccessManager network;
    int count = 0;
    const auto signUp = [&](const QByteArray &client) {
        QUrl url = c.platform->url();
        url.setPath(api::signUp.path);
        QNetworkRequest request(url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("X-Forwarded-For", "198.51.100.1, " + client);
        const model::SignUp form{u"anna%1"_s.arg(++count), u"A"_s, u"a-secret-1"_s};
        const std::unique_ptr<QNetworkReply> reply(network.post(request, json::encodeText(form)));
        const bool hasCome = QTest::qWaitFor([&] { return reply->isFinished(); }, 20000);
        const auto status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute);
        return hasCome ? status.toInt() : 0;
    };
    QCOMPARE(signUp("192.0.2.7"), 200);
    QCOMPARE(newest(c).address, u"127.0.0.1"_s); // nobody is trusted
    c.platform->router->trust(*http::TrustedProxies::parse({u"127.0.0.1"_s}));
    QCOMPARE(signUp("192.0.2.7"), 200);
    QCOMPARE(newest(c).address, u"192.0.2.7"_s);
    int status = 200;
    for (int i = 0; i < 20 && status == 200; ++i)
        status = signUp("192.0.2.7");
    QCOMPARE(status, 429);
    QCOMPARE(signUp("192.0.2.8"), 200);
}

void AuditTest::saysNothingOfWhatFailed()
{
    support::Contract c;
    const auto sequence = newest(c).sequence;
    QVERIFY(!call(c.admin, api::deleteUser, {c.idOf(u"admin"_s).toString()}));
    QVERIFY(!call(c.admin, api::createVc, {}, model::VirtualCluster{}));
    QVERIFY(!call(c.admin, api::cordonNode, {u"node9"_s}, model::CordonRequest{u"x"_s}));
    QCOMPARE(newest(c).sequence, sequence);
}

void AuditTest::saysNothingSecret()
{
    support::Contract c;
    const auto made = call(c.admin, api::createUsers, {},
                           model::NewUsers{{{u"anna"_s, u"A"_s, {}, {}, {}}}, {model::kUserRole}});
    const auto reset = call(c.admin, api::resetPassword, {made->items.first().id.toString()});
    QCOMPARE(newest(c).action, AuditAction::PasswordReset);
    const QByteArray all = json::encodeText(*call(c.admin, api::listAudit));
    QVERIFY(!all.contains(reset->password.toUtf8()));
    QVERIFY(!all.contains(made->items.first().password.toUtf8()));
    QVERIFY(!all.contains("argon2"));
}

void AuditTest::isFilteredAndReadPageByPage()
{
    support::Contract c;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(call(c.admin, api::createRole, {},
                     model::RoleForm{u"role%1"_s.arg(i), {}, {Permission::ViewVc}}));
    }
    model::AuditQuery query;
    query.actions = {AuditAction::RoleCreated};
    query.limit = 2;
    QStringList names;
    do {
        const auto page = call(c.admin, api::listAudit, {}, query);
        QVERIFY(page);
        QCOMPARE(page->total, 5);
        for (const auto &entry : page->items)
            names.append(entry.subjectName);
        query.cursor = page->next.value_or(QString());
    } while (!query.cursor.isEmpty());
    QCOMPARE(names.join(u' '), u"role4 role3 role2 role1 role0"_s);
    model::AuditQuery text;
    text.text = u"ROLE3"_s;
    QCOMPARE(call(c.admin, api::listAudit, {}, text)->total, 1);
    text.from = QDateTime::currentDateTimeUtc().addSecs(3600);
    QCOMPARE(call(c.admin, api::listAudit, {}, text)->total, 0);
    const auto anna = c.person(u"anna"_s, {Permission::ViewVc});
    QCOMPARE(codeOf(call(*anna, api::listAudit)), ErrorCode::Forbidden);
}

QTEST_GUILESS_MAIN(AuditTest)
#include "tst_audit.moc"
