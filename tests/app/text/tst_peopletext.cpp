// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/accounttext.h"
#include "app/text/audittext.h"
#include "app/text/peopletext.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class PeopleTextTest : public QObject
{
    Q_OBJECT

private slots:
    void brokenRulesSayWhatToDo();
    void permissionsStandInTheirOwnOrder();
    void everyPermissionAndActionHasItsWord();
    void changesNameWhatWasAndWhatIs();
    void theOperatorHasAName();
};

void PeopleTextTest::brokenRulesSayWhatToDo()
{
    QCOMPARE(AccountText::of(*rules::checkUsername(u"ab"_s)), u"Use 4 to 20 characters."_s);
    QCOMPARE(AccountText::of(*rules::checkUsername(u"ada lovelace"_s)),
             u"Use only letters, digits, _, . and -."_s);
    QVERIFY(AccountText::of(*rules::checkEmail(u"ada"_s)).contains(u"ada@example.org"_s));
}

void PeopleTextTest::permissionsStandInTheirOwnOrder()
{
    QCOMPARE(
        PeopleText::permissions({model::Permission::Manager, model::Permission::SubmitTrainingJob}),
        u"Submit training job, Manager"_s);
}

void PeopleTextTest::everyPermissionAndActionHasItsWord()
{
    QSet<QString> words;
    for (const auto &[permission, name] : json::EnumNames<model::Permission>::table)
        words << PeopleText::permission(permission) << PeopleText::explanation(permission);
    QCOMPARE(words.size(), 2 * json::EnumNames<model::Permission>::table.size());
    words.clear();
    for (const auto &[action, name] : json::EnumNames<model::AuditAction>::table)
        words << AuditText::action(action);
    QCOMPARE(words.size(), json::EnumNames<model::AuditAction>::table.size());
}

void PeopleTextTest::changesNameWhatWasAndWhatIs()
{
    model::AuditEntry entry;
    entry.before = {{u"nickname"_s, u"Ada"_s}, {u"phone"_s, u"1"_s}, {u"disabled"_s, false}};
    entry.after = {{u"nickname"_s, u"Ada L."_s},
                   {u"phone"_s, u"1"_s},
                   {u"disabled"_s, true},
                   {u"permissions"_s, QJsonArray{u"manage_vc"_s}}};
    QCOMPARE(AuditText::changes(entry),
             QStringList({u"Disabled: no → yes"_s, u"Nickname: Ada → Ada L."_s,
                          u"Permissions: Manage VC"_s}));
}

void PeopleTextTest::theOperatorHasAName()
{
    model::AuditEntry entry;
    QCOMPARE(AuditText::actor(entry), u"Operator"_s);
    entry.actorName = u"mona"_s;
    QCOMPARE(AuditText::actor(entry), u"mona"_s);
}

QTEST_GUILESS_MAIN(PeopleTextTest)
#include "tst_peopletext.moc"
