// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/people.h"
#include "core/api/templates.h"
#include "core/api/vcs.h"
#include "core/client/streams.h"
#include "core/rules/templaterules.h"
#include "tests/contract/templatewishes.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::Permission;
using model::TemplateScope;
using support::call;
using support::codeOf;
using support::kHere;
using support::makeLab;
using support::namesOf;
using support::wish;
using support::withPassword;

namespace {

// The topics that somebody hears of.
class Ear
{
public:
    explicit Ear(client::ApiClient &who)
        : m_stream(who)
    {
        QObject::connect(&m_stream, &client::EventStream::received, &m_stream,
                         [this](const model::Event &event) { topics.append(event.topic); });
        m_stream.start();
    }

    QList<model::EventTopic> topics;

private:
    client::EventStream m_stream;
};

} // namespace

// Templates of jobs, through the real client and the real server.
class TemplatesTest : public QObject
{
    Q_OBJECT

private:
    const QList<Permission> m_submit{Permission::SubmitTrainingJob};

private slots:
    void keepsASpecification();
    void asksBeforeItOverwrites();
    void isMineOrTheTeams();
    void staysWithinOnesVcs();
    void holdsTheRules();
    void keepsNotTooMany();
    void goesWithItsVc();
    void goesWithItsUser();
    void isAudited();
    void tellsThoseConcerned();
    void tellsThoseWhoseVcGoes();
};

void TemplatesTest::keepsASpecification()
{
    support::Contract c;
    auto first = wish(u"first"_s);
    first.spec.command.clear(); // to be filled in by whoever uses it
    first.spec.environment = {{u"A"_s, u"1"_s}};
    const auto saved = call(c.admin, api::saveTemplate, {}, first);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
    QVERIFY(call(c.admin, api::saveTemplate, {}, wish(u"first"_s, TemplateScope::Team)));
    QVERIFY(call(c.admin, api::saveTemplate, {}, wish(u"a"_s, TemplateScope::Team)));
    QCOMPARE(namesOf(c.admin), QStringList({u"a@team"_s, u"first@user"_s, u"first@team"_s}));
    const auto kept = call(c.admin, api::listTemplates, {}, kHere)->items.at(1);
    QCOMPARE(kept, *saved);
    QCOMPARE(kept.spec, first.spec);
    QCOMPARE(kept.authorName, u"admin"_s);
    QVERIFY(kept.mayChange && !kept.hasPassword && !kept.vc);
    makeLab(c);
    const model::TemplateQuery lab{model::VcName(u"lab"_s)};
    QCOMPARE(namesOf(c.admin, lab), QStringList(u"first@user"_s));
    QCOMPARE(call(c.admin, api::listTemplates, {}, lab)->items.first().spec.vc, lab.vc);
    QVERIFY(call(c.admin, api::deleteTemplate, {},
                 model::DeleteTemplate{u"first"_s, TemplateScope::User, {}}));
    QCOMPARE(namesOf(c.admin), QStringList({u"a@team"_s, u"first@team"_s}));
    QCOMPARE(codeOf(call(c.admin, api::deleteTemplate, {},
                         model::DeleteTemplate{u"first"_s, TemplateScope::User, {}})),
             ErrorCode::NotFound);
}

void TemplatesTest::asksBeforeItOverwrites()
{
    support::Contract c;
    auto kept = wish(u"mine"_s);
    QVERIFY(call(c.admin, api::saveTemplate, {}, kept));
    kept.spec.priority = 7;
    const auto refused = call(c.admin, api::saveTemplate, {}, kept);
    QCOMPARE(codeOf(refused), ErrorCode::Conflict);
    QCOMPARE(refused.error().field, u"key.name"_s);
    kept.overwrite = true;
    QCOMPARE(call(c.admin, api::saveTemplate, {}, kept)->spec.priority, 7);
    QCOMPARE(namesOf(c.admin).size(), 1);
}

void TemplatesTest::isMineOrTheTeams()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, m_submit);
    const auto bert = c.person(u"bert"_s, m_submit);
    const auto vera = c.person(u"vera"_s, {Permission::SubmitTrainingJob, Permission::ManageVc});
    QVERIFY(call(*anna, api::saveTemplate, {}, wish(u"own"_s)));
    auto team = wish(u"team"_s, TemplateScope::Team);
    QVERIFY(call(*anna, api::saveTemplate, {}, team));
    QCOMPARE(namesOf(*bert), QStringList(u"team@team"_s));
    QVERIFY(!call(*bert, api::listTemplates, {}, kHere)->items.first().mayChange);
    QVERIFY(call(*vera, api::listTemplates, {}, kHere)->items.first().mayChange);
    team.overwrite = true;
    QCOMPARE(codeOf(call(*bert, api::saveTemplate, {}, team)), ErrorCode::Forbidden);
    const model::DeleteTemplate deletion{u"team"_s, TemplateScope::Team, kHere.vc};
    QCOMPARE(codeOf(call(*bert, api::deleteTemplate, {}, deletion)), ErrorCode::Forbidden);
    QCOMPARE(call(*vera, api::saveTemplate, {}, team)->authorName, u"anna"_s);
    QVERIFY(call(*anna, api::saveTemplate, {}, team));
    QVERIFY(call(*vera, api::deleteTemplate, {}, deletion));
    const model::DeleteTemplate own{u"own"_s, TemplateScope::User, {}};
    QCOMPARE(codeOf(call(*vera, api::deleteTemplate, {}, own)), ErrorCode::NotFound);
    QCOMPARE(namesOf(*anna), QStringList(u"own@user"_s));
}

void TemplatesTest::staysWithinOnesVcs()
{
    support::Contract c;
    makeLab(c);
    const auto anna = c.person(u"anna"_s, m_submit);
    auto team = wish(u"team"_s, TemplateScope::Team);
    for (const QString &vc : {u"lab"_s, u"none"_s}) {
        team.spec.vc = model::VcName(vc);
        QCOMPARE(call(*anna, api::saveTemplate, {}, team).error().field, u"vc"_s);
        const auto list = call(*anna, api::listTemplates, {}, model::TemplateQuery{team.spec.vc});
        QCOMPARE(list.error().field, u"vc"_s);
        const model::DeleteTemplate deletion{u"team"_s, TemplateScope::Team, team.spec.vc};
        QCOMPARE(call(*anna, api::deleteTemplate, {}, deletion).error().field, u"vc"_s);
    }
    const model::DeleteTemplate nowhere{u"team"_s, TemplateScope::Team, {}};
    QCOMPARE(codeOf(call(*anna, api::deleteTemplate, {}, nowhere)), ErrorCode::NotFound);
}

void TemplatesTest::holdsTheRules()
{
    support::Contract c;
    const auto field = [&](const model::SaveTemplate &kept) {
        const auto saved = call(c.admin, api::saveTemplate, {}, kept);
        return saved ? QString() : saved.error().field;
    };
    QCOMPARE(field(wish(u"no name"_s)), u"key.name"_s);
    QCOMPARE(field(wish(QString())), u"key.name"_s);
    auto wrong = wish(u"wrong"_s);
    wrong.spec.devices = 9;
    QCOMPARE(field(wrong), u"devices"_s);
    wrong = wish(u"wrong"_s);
    wrong.spec.image = u"No Image"_s;
    QCOMPARE(field(wrong), u"image"_s);
    QCOMPARE(namesOf(c.admin), QStringList());
}

void TemplatesTest::keepsNotTooMany()
{
    support::Contract c;
    for (int i = 0; i < rules::kMostTemplates; ++i)
        QVERIFY(call(c.admin, api::saveTemplate, {}, wish(u"t%1"_s.arg(i))));
    const auto refused = call(c.admin, api::saveTemplate, {}, wish(u"more"_s));
    QCOMPARE(codeOf(refused), ErrorCode::TooMany);
    QVERIFY2(refused.error().detail.contains(u"200"_s), qPrintable(refused.error().detail));
    auto again = wish(u"t7"_s);
    again.overwrite = true;
    QVERIFY(call(c.admin, api::saveTemplate, {}, again));
    QVERIFY(call(c.admin, api::saveTemplate, {}, wish(u"more"_s, TemplateScope::Team)));
}

void TemplatesTest::goesWithItsVc()
{
    support::Contract c;
    makeLab(c);
    auto team = withPassword(u"team"_s, TemplateScope::Team);
    team.spec.vc = model::VcName(u"lab"_s);
    team.spec.deviceType.reset();
    team.spec.devices = 0;
    auto own = team;
    own.key = {u"own"_s, TemplateScope::User};
    QVERIFY(call(c.admin, api::saveTemplate, {}, team));
    QVERIFY(call(c.admin, api::saveTemplate, {}, own));
    QVERIFY(call(c.admin, api::deleteVc, {u"lab"_s}, model::VcDeletion{u"lab"_s, {}}));
    makeLab(c);
    QCOMPARE(namesOf(c.admin, {model::VcName(u"lab"_s)}), QStringList(u"own@user"_s));
    QCOMPARE(namesOf(c.admin), QStringList(u"own@user"_s)); // there in every VC
}

void TemplatesTest::goesWithItsUser()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, m_submit);
    QVERIFY(call(*anna, api::saveTemplate, {}, withPassword(u"own"_s, TemplateScope::User)));
    QVERIFY(call(*anna, api::saveTemplate, {}, withPassword(u"team"_s, TemplateScope::Team)));
    QVERIFY(call(c.admin, api::deleteUser, {c.idOf(u"anna"_s).toString()}));
    const auto left =
        c.platform->database->first<int>(u"SELECT count(*) FROM template_secret"_s, {},
                                         [](const storage::Row &row) { return row.integer(0); });
    QCOMPARE(left->value_or(0), 1);
    QCOMPARE(namesOf(c.admin), QStringList(u"team@team"_s));
    QCOMPARE(call(c.admin, api::listTemplates, {}, kHere)->items.first().authorName, u"anna"_s);
}

void TemplatesTest::isAudited()
{
    support::Contract c;
    QVERIFY(call(c.admin, api::saveTemplate, {}, wish(u"own"_s)));
    QVERIFY(call(c.admin, api::saveTemplate, {}, withPassword(u"team"_s, TemplateScope::Team)));
    QVERIFY(call(c.admin, api::deleteTemplate, {},
                 model::DeleteTemplate{u"team"_s, TemplateScope::Team, kHere.vc}));
    model::AuditQuery query;
    query.subject = model::AuditSubject::Template;
    const auto page = call(c.admin, api::listAudit, {}, query);
    QCOMPARE(page->items.size(), 2);
    QCOMPARE(page->items.first().action, model::AuditAction::TemplateDeleted);
    QCOMPARE(page->items.last().action, model::AuditAction::TemplateSaved);
    QCOMPARE(page->items.last().subjectName, u"team (platform)"_s);
    QCOMPARE(page->items.last().after.value("registry"_L1).toString(), u"registry.lab"_s);
    QVERIFY(!json::encodeText(*page).contains(support::kSecret.toUtf8()));
}

void TemplatesTest::tellsThoseConcerned()
{
    support::Contract c;
    const auto anna = c.person(u"anna"_s, m_submit);
    const auto bert = c.person(u"bert"_s, m_submit);
    Ear heard(*anna);
    Ear overheard(*bert);
    QTRY_VERIFY(!heard.topics.isEmpty() && !overheard.topics.isEmpty());
    QVERIFY(call(*anna, api::saveTemplate, {}, wish(u"own"_s)));
    QTRY_VERIFY(heard.topics.contains(model::EventTopic::Template));
    heard.topics.clear();
    QVERIFY(!overheard.topics.contains(model::EventTopic::Template));
    QVERIFY(call(*anna, api::saveTemplate, {}, wish(u"team"_s, TemplateScope::Team)));
    QTRY_VERIFY(overheard.topics.contains(model::EventTopic::Template));
    overheard.topics.clear();
    QVERIFY(call(*anna, api::deleteTemplate, {},
                 model::DeleteTemplate{u"team"_s, TemplateScope::Team, kHere.vc}));
    QTRY_VERIFY(overheard.topics.contains(model::EventTopic::Template));
}

void TemplatesTest::tellsThoseWhoseVcGoes()
{
    support::Contract c;
    makeLab(c);
    const auto anna = c.person(u"anna"_s, m_submit);
    const auto bert = c.person(u"bert"_s, m_submit);
    QVERIFY(call(c.admin, api::setUserVcs, {c.idOf(u"anna"_s).toString()},
                 model::VcNames{{model::VcName(u"lab"_s)}}));
    auto team = wish(u"team"_s, TemplateScope::Team);
    team.spec.vc = model::VcName(u"lab"_s);
    team.spec.deviceType.reset();
    team.spec.devices = 0;
    QVERIFY(call(*anna, api::saveTemplate, {}, team));
    Ear heard(*anna);
    Ear overheard(*bert);
    QTRY_VERIFY(!heard.topics.isEmpty() && !overheard.topics.isEmpty());
    heard.topics.clear();
    QVERIFY(call(c.admin, api::deleteVc, {u"lab"_s}, model::VcDeletion{u"lab"_s, {}}));
    QTRY_VERIFY(heard.topics.contains(model::EventTopic::Template));
    QVERIFY(heard.topics.contains(model::EventTopic::Account));
    c.platform->engine.setReachable(true); // told to everybody, after what came before
    QTRY_VERIFY(overheard.topics.contains(model::EventTopic::Cluster));
    QVERIFY(!overheard.topics.contains(model::EventTopic::Template));
}

QTEST_GUILESS_MAIN(TemplatesTest)
#include "tst_templates.moc"
