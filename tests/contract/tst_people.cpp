// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/accounts.h"
#include "core/api/jobs.h"
#include "core/api/people.h"
#include "tests/contract/contract.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::Permission;
using support::call;
using support::codeOf;

// The people through the real client and the real server.
class PeopleTest : public QObject
{
    Q_OBJECT

private:
    // An account of the kind a wizard makes; its password.
    QString create(support::Contract &c, const QString &username,
                   const QList<model::RoleId> &roles = {model::kUserRole})
    {
        const auto made = call(c.admin, api::createUsers, {},
                               model::NewUsers{{{username, username, {}, {}, {}}}, roles});
        return made ? made->items.first().password : QString();
    }
    static QStringList namesOf(const auto &list)
    {
        QStringList names;
        for (const auto &each : list)
            names.append(each.name);
        return names;
    }

private slots:
    void makesSeveralPeopleOrNone();
    void listsPeoplePageByPage();
    void searchesAnyPartInAnyCase();
    void changesWhatIsKnownOfAPerson();
    void disablesAPersonAtOnce();
    void givesRolesThatCountOnTheNextRequest();
    void resetsAPassword();
    void deletesAPersonWhoseJobsStay();
    void keepsAPersonWithActiveJobs();
    void neverGivesANumberTwice();
    void isStillThereAfterACrash();
};

void PeopleTest::makesSeveralPeopleOrNone()
{
    support::Contract c;
    model::NewUsers users{{{u"anna"_s, u"Anna"_s, u"12345"_s, u"anna@lab"_s, u"new"_s},
                           {u"ADMIN"_s, u"Other"_s, {}, {}, {}}},
                          {model::kUserRole}};
    const auto taken = call(c.admin, api::createUsers, {}, users);
    QCOMPARE(codeOf(taken), ErrorCode::Conflict);
    QCOMPARE(taken.error().field, u"users[1].username"_s);
    QCOMPARE(call(c.admin, api::peopleCounts)->users, 1);
    users.users[1].username = u"bert"_s;
    users.users[0].email = u"nowhere@"_s;
    QCOMPARE(call(c.admin, api::createUsers, {}, users).error().field, u"users[0].email"_s);
    users.users[0].email = u"anna@lab"_s;
    users.roles = {model::RoleId(77)};
    QCOMPARE(call(c.admin, api::createUsers, {}, users).error().field, u"roles[0]"_s);
    users.roles = {model::kUserRole};
    const auto made = call(c.admin, api::createUsers, {}, users);
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
    QCOMPARE(made->items.size(), 2);
    const auto anna = call(c.admin, api::getUser, {made->items.first().id.toString()});
    QCOMPARE(anna->summary.email, u"anna@lab"_s);
    QCOMPARE(anna->note, u"new"_s);
    QCOMPARE(namesOf(anna->summary.roles), {u"User"_s});
    QCOMPARE(anna->permissions.size(), 4);
    QVERIFY(!anna->signedInAt);
    const auto session = c.enter(u"anna"_s, made->items.first().password);
    QVERIFY(call(*session, api::getAccount)->mustChangePassword);
    QVERIFY(call(c.admin, api::getUser, {made->items.first().id.toString()})->signedInAt);
}

void PeopleTest::listsPeoplePageByPage()
{
    support::Contract c;
    for (const QString &name : {u"dora"_s, u"Bert"_s, u"carl"_s, u"Anna"_s})
        QVERIFY(!create(c, name).isEmpty());
    const auto all = [&](model::UserQuery query) {
        QStringList names;
        do {
            const auto page = call(c.admin, api::listUsers, {}, query);
            if (!page || page->total != 5)
                return QStringList(u"wrong"_s);
            for (const auto &user : page->items)
                names.append(user.username);
            query.cursor = page->next.value_or(QString());
        } while (!query.cursor.isEmpty());
        return names;
    };
    const QStringList sorted{u"admin"_s, u"Anna"_s, u"Bert"_s, u"carl"_s, u"dora"_s};
    model::UserQuery query;
    query.limit = 2;
    QCOMPARE(all(query), sorted);
    query.descending = true;
    QCOMPARE(all(query), QStringList(sorted.rbegin(), sorted.rend()));
    for (const auto order : {model::UserOrder::Phone, model::UserOrder::Email,
                             model::UserOrder::CreatedAt, model::UserOrder::Nickname}) {
        query.order = order;
        QStringList names = all(query);
        names.sort(Qt::CaseInsensitive);
        QCOMPARE(names, sorted);
    }
    query.limit = 1001;
    QCOMPARE(call(c.admin, api::listUsers, {}, query).error().field, u"limit"_s);
    query.limit = 1;
    query.cursor = u"nonsense"_s;
    QCOMPARE(call(c.admin, api::listUsers, {}, query).error().field, u"cursor"_s);
}

void PeopleTest::searchesAnyPartInAnyCase()
{
    support::Contract c;
    const model::NewUsers users{{{u"anna"_s, u"Änne"_s, u"555 1234"_s, u"a@Lab.org"_s, {}},
                                 {u"bert"_s, u"贝特"_s, {}, {}, {}}},
                                {model::kUserRole}};
    QVERIFY(call(c.admin, api::createUsers, {}, users));
    const auto found = [&](const QString &text) {
        model::UserQuery query;
        query.text = text;
        QStringList names;
        const auto page = call(c.admin, api::listUsers, {}, query);
        for (const auto &user : page->items)
            names.append(user.username);
        return names.join(u' ');
    };
    QCOMPARE(found(u"NN"_s), u"anna"_s);
    QCOMPARE(found(u"änn"_s), u"anna"_s);
    QCOMPARE(found(u"ÄNN"_s), u"anna"_s);
    QCOMPARE(found(u"特"_s), u"bert"_s);
    QCOMPARE(found(u"5 12"_s), u"anna"_s);
    QCOMPARE(found(u"lab.ORG"_s), u"anna"_s);
    QCOMPARE(found(u"%"_s), QString());
    QCOMPARE(found(u"nobody"_s), QString());
    model::UserQuery holders;
    holders.role = model::kUserRole;
    QCOMPARE(call(c.admin, api::listUsers, {}, holders)->total, 2);
}

void PeopleTest::changesWhatIsKnownOfAPerson()
{
    support::Contract c;
    QVERIFY(!create(c, u"anna"_s).isEmpty());
    const QString id = c.idOf(u"anna"_s).toString();
    const auto changed = call(c.admin, api::changeUser, {id},
                              model::UserChange{u"安娜"_s, u"12345"_s, u"a@b"_s, u"note"_s});
    QVERIFY(changed);
    QCOMPARE(changed->summary.nickname, u"安娜"_s);
    QCOMPARE(changed->note, u"note"_s);
    QCOMPARE(*call(c.admin, api::getUser, {id}), *changed);
    QCOMPARE(call(c.admin, api::changeUser, {id}, model::UserChange{}).error().field,
             u"nickname"_s);
    QCOMPARE(codeOf(call(c.admin, api::getUser, {u"1"_s})), ErrorCode::NotFound);
    QCOMPARE(codeOf(call(c.admin, api::getUser, {u"nonsense"_s})), ErrorCode::NotFound);
}

void PeopleTest::disablesAPersonAtOnce()
{
    support::Contract c;
    const auto anna = c.enter(u"anna"_s, create(c, u"anna"_s));
    const QString id = c.idOf(u"anna"_s).toString();
    model::UserChange change{u"anna"_s, {}, {}, {}, true};
    QVERIFY(call(c.admin, api::changeUser, {id}, change)->summary.disabled);
    QCOMPARE(codeOf(call(*anna, api::getAccount)), ErrorCode::Unauthenticated);
    change.disabled = false;
    QVERIFY(!call(c.admin, api::changeUser, {id}, change)->summary.disabled);
    QCOMPARE(codeOf(call(*anna, api::getAccount)), ErrorCode::Unauthenticated);
    const QString admin = c.idOf(u"admin"_s).toString();
    QCOMPARE(codeOf(call(c.admin, api::changeUser, {admin},
                         model::UserChange{u"A"_s, {}, {}, {}, true})),
             ErrorCode::Conflict);
}

void PeopleTest::givesRolesThatCountOnTheNextRequest()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, {});
    const QString id = c.idOf(u"anna"_s).toString();
    const auto permissions = [&] { return call(*anna, api::getAccount)->permissions; };
    QVERIFY(permissions().isEmpty());
    const auto role = c.roleFor({Permission::ViewVc});
    QVERIFY(call(c.admin, api::setUserRoles, {id}, model::RoleIds{{role}}));
    QCOMPARE(permissions(), {Permission::ViewVc});
    QVERIFY(call(c.admin, api::changeRole, {role.toString()},
                 model::RoleForm{u"Other"_s, {}, {Permission::ManageVc}}));
    QCOMPARE(permissions(), {Permission::ManageVc});
    QVERIFY(call(c.admin, api::changeRoleUsers, {role.toString()},
                 model::MembersChange{{}, {c.idOf(u"anna"_s)}}));
    QVERIFY(permissions().isEmpty());
    const auto unknown =
        call(c.admin, api::setUserRoles, {id}, model::RoleIds{{role, model::RoleId(9)}});
    QCOMPARE(unknown.error().field, u"roles[1]"_s);
    QVERIFY(call(c.admin, api::setUserVcs, {id}, model::VcNames{}));
    QVERIFY(call(*anna, api::getAccount)->vcs.isEmpty());
    QCOMPARE(
        codeOf(call(c.admin, api::setUserVcs, {id}, model::VcNames{{model::VcName(u"none"_s)}})),
        ErrorCode::InvalidInput);
}

void PeopleTest::resetsAPassword()
{
    support::Contract c;
    const QString first = create(c, u"anna"_s);
    const auto anna = c.enter(u"anna"_s, first);
    const QString id = c.idOf(u"anna"_s).toString();
    const auto fresh = call(c.admin, api::resetPassword, {id});
    QVERIFY(fresh);
    QCOMPARE(fresh->username, u"anna"_s);
    QVERIFY(fresh->password != first);
    QCOMPARE(codeOf(call(*anna, api::getAccount)), ErrorCode::Unauthenticated);
    QCOMPARE(codeOf(call(*anna, api::signIn, {}, model::SignIn{u"anna"_s, first})),
             ErrorCode::Unauthenticated);
    const auto again = c.enter(u"anna"_s, fresh->password);
    QVERIFY(call(*again, api::getAccount)->mustChangePassword);
}

void PeopleTest::deletesAPersonWhoseJobsStay()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, {Permission::SubmitTrainingJob});
    const auto job = call(*anna, api::submitJob, {}, support::aSpec(u"old"_s), u"k"_s);
    QVERIFY2(job, job ? "" : qPrintable(job.error().detail));
    QVERIFY(c.platform->move(job->id, model::JobState::Finished));
    const QString id = c.idOf(u"anna"_s).toString();
    QVERIFY(call(c.admin, api::deleteUser, {id}));
    QCOMPARE(codeOf(call(*anna, api::getAccount)), ErrorCode::Unauthenticated);
    QCOMPARE(codeOf(call(c.admin, api::deleteUser, {id})), ErrorCode::NotFound);
    QCOMPARE(call(c.admin, api::getJob, {job->id.toString()})->ownerName, u"anna"_s);
}

void PeopleTest::keepsAPersonWithActiveJobs()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, {Permission::SubmitTrainingJob});
    const auto job = call(*anna, api::submitJob, {}, support::aSpec(u"busy"_s), u"k"_s);
    const QString id = c.idOf(u"anna"_s).toString();
    QCOMPARE(call(c.admin, api::getUser, {id})->activeJobs, 1);
    const auto refused = call(c.admin, api::deleteUser, {id});
    QCOMPARE(codeOf(refused), ErrorCode::Conflict);
    QVERIFY2(refused.error().detail.contains(u"busy ("_s % job->id.toString().left(8)),
             qPrintable(refused.error().detail));
    QVERIFY(call(*anna, api::getAccount));
}

// Somebody new must never own the jobs and files of somebody who is gone.
void PeopleTest::neverGivesANumberTwice()
{
    support::Contract c;
    QVERIFY(!create(c, u"anna"_s).isEmpty());
    const auto first = c.idOf(u"anna"_s);
    QVERIFY(call(c.admin, api::deleteUser, {first.toString()}));
    c.restart();
    QVERIFY(!create(c, u"anna"_s).isEmpty());
    QVERIFY(c.idOf(u"anna"_s).value() > first.value());
}

void PeopleTest::isStillThereAfterACrash()
{
    support::Contract c;
    const QString password = create(c, u"anna"_s);
    c.restart();
    QVERIFY(call(*c.enter(u"anna"_s, password), api::getAccount));
}

QTEST_GUILESS_MAIN(PeopleTest)
#include "tst_people.moc"
