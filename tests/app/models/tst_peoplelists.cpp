// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/auditlist.h"
#include "app/models/grouplist.h"
#include "app/models/rolelist.h"
#include "app/models/userlist.h"
#include "app/theme/chip.h"
#include "tests/app/support/line.h"
#include "tests/app/support/people.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using support::line;

class PeopleListsTest : public QObject
{
    Q_OBJECT

private slots:
    void aPersonIsOneLine();
    void aDisabledPersonBearsTheWord();
    void theServerSorts();
    void theViewAsksForMore();
    void rowsComeGoAndChangeWithoutAReset();
    void anotherOrderIsAReset();
    void nothingMovesWhileHeld();
    void groupsAndRolesAreFoundByAllTheirWords();
    void aChangedRoleGlowsAlone();
    void anEntrySaysWhatBecameOfWhat();

private:
    SystemClock m_clock;
};

void PeopleListsTest::aPersonIsOneLine()
{
    UserList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    auto ada = samples::user(9);
    ada.createdAt = {};
    list.setRows({ada});
    QCOMPARE(
        line(list, 0),
        u"noor0009 | Noor | – | noor0009@lab.example | User | vision, language | Active | –"_s);
    QVERIFY(list.index(0, UserList::NicknameColumn).data(LinkCell).toBool());
}

void PeopleListsTest::aDisabledPersonBearsTheWord()
{
    UserList list(m_clock);
    list.setRows({samples::user(8)});
    const QModelIndex status = list.index(0, UserList::StatusColumn);
    QCOMPARE(status.data().toString(), u"Disabled"_s);
    QCOMPARE(status.data(ChipCell).value<Chip>().text, u"Disabled"_s);
}

void PeopleListsTest::theServerSorts()
{
    UserList list(m_clock);
    QList<int> asked;
    list.setSorter([&](int column, Qt::SortOrder) { asked << column; });
    list.sort(UserList::EmailColumn);
    list.sort(UserList::RolesColumn); // which it cannot
    list.sort(-1);
    QCOMPARE(asked, QList<int>({UserList::EmailColumn, -1}));
}

void PeopleListsTest::theViewAsksForMore()
{
    UserList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    int fetched = 0;
    list.setRows(samples::users(0, 10));
    list.setFetch([&] { ++fetched; });
    QVERIFY(!list.canFetchMore({}));
    list.setHasMore(true);
    list.fetchMore({});
    QCOMPARE(fetched, 1);
    const QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    list.updateRows(samples::users(0, 20));
    QCOMPARE(list.rowCount(), 20);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(list.index(15, 0).data(GlowCell).toLongLong(), 0); // they are old news
}

void PeopleListsTest::rowsComeGoAndChangeWithoutAReset()
{
    UserList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    list.setRows(samples::users(0, 10));
    const QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex last = list.index(9, 0);
    QList<model::UserSummary> now = samples::users(0, 10);
    now.remove(2, 3);
    now.removeFirst();
    now[1].nickname = u"Lovelace"_s;
    now.insert(3, samples::user(100));
    now.append(samples::user(101));
    list.updateRows(now);
    QCOMPARE(list.rows(), now);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(last.row(), 6);
    QVERIFY(list.index(1, 0).data(GlowCell).toLongLong() > 0);
    QCOMPARE(list.index(2, 0).data(GlowCell).toLongLong(), 0);
    QCOMPARE(list.match(list.index(0, 0), IdCell, samples::user(100).id.value(), 1, {}).first(),
             list.index(3, 0));
}

void PeopleListsTest::anotherOrderIsAReset()
{
    UserList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    list.setRows({samples::user(1), samples::user(2)});
    const QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    list.updateRows({samples::user(2), samples::user(1)});
    QCOMPARE(reset.count(), 1);
    QCOMPARE(list.at(0), samples::user(2));
}

void PeopleListsTest::nothingMovesWhileHeld()
{
    UserList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    list.setRows(samples::users(0, 3));
    list.setHeld(true);
    list.updateRows(samples::users(1, 2));
    QCOMPARE(list.rowCount(), 3);
    list.setHeld(false);
    QCOMPARE(list.rows(), samples::users(1, 2));
}

void PeopleListsTest::groupsAndRolesAreFoundByAllTheirWords()
{
    GroupList groups(m_clock);
    const QAbstractItemModelTester groupTester(&groups);
    groups.setItems(samples::groups());
    QVERIFY(line(groups, 0).startsWith(
        u"language | Language models 语言模型 | User, Operators | platform, vision | 7 | "_s));
    groups.setText(u"OPER lang"_s);
    QCOMPARE(groups.rowCount(), 1);

    RoleList roles(m_clock);
    const QAbstractItemModelTester roleTester(&roles);
    roles.setItems(samples::roles());
    QCOMPARE(line(roles, 0), u"Operators | Look after everybody's jobs | Custom | View and manage "
                             "all users jobs, View cluster status | 4 | 1"_s);
    roles.setText(u"manager"_s);
    QCOMPARE(roles.rowCount(), 1);
    QCOMPARE(roles.itemAt(0).name, u"System Admin"_s);
}

void PeopleListsTest::aChangedRoleGlowsAlone()
{
    RoleList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    list.setItems(samples::roles());
    const QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    auto roles = samples::roles();
    roles[2].users = 5;
    roles.removeFirst();
    list.setItems(roles);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(list.rowCount(), 2);
    QVERIFY(list.index(0, 0).data(GlowCell).toLongLong() > 0);
    QCOMPARE(list.index(1, 0).data(GlowCell).toLongLong(), 0);
}

void PeopleListsTest::anEntrySaysWhatBecameOfWhat()
{
    AuditList list;
    const QAbstractItemModelTester tester(&list);
    list.setRows({samples::auditEntry(0), samples::auditEntry(1)});
    QVERIFY(line(list, 0).endsWith(u" | mona | 10.0.4.17 | User changed | User | wangwei0001 | "
                                   "Nickname: Ada → Ada L. · Phone: – → 13800000000"_s));
    QVERIFY(line(list, 1).endsWith(u" | –"_s));
}

QTEST_MAIN(PeopleListsTest)
#include "tst_peoplelists.moc"
