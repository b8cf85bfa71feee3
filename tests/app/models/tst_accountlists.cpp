// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sessionlist.h"
#include "app/models/sshkeylist.h"
#include "app/models/vcsharelist.h"
#include "tests/app/support/account.h"
#include "tests/app/support/line.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using support::line;

class AccountListsTest : public QObject
{
    Q_OBJECT

private slots:
    void aVcHasALineForEachTypeOfTheCluster();
    void aVcIsFoundByItsUsers();
    void aChangedVcIsNoReset();
    void rowsCanBeReadUntilAResetBegins();
    void thisSessionIsFirstAndMarked();
    void keysShowTheirFingerprint();

private:
    SystemClock m_clock;
};

void AccountListsTest::aVcHasALineForEachTypeOfTheCluster()
{
    VcShareList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    list.setShares(samples::vcShares());
    QCOMPARE(list.lineCount(), 2);
    QCOMPARE(
        line(list, 1),
        u"speech | huawei_npu_arm64\nnvidia_gpu_amd64 | 4\n0 | 4\n0 | 3 | alice, bob, wangwei"_s);
    QCOMPARE(list.index(1, VcShareList::DevicesColumn).data(CopyCell).toString(), u"4, 0"_s);
    QVERIFY(list.index(1, VcShareList::DevicesColumn).data(Qt::TextAlignmentRole).toInt()
            & Qt::AlignRight);
    list.sort(VcShareList::DevicesColumn, Qt::DescendingOrder);
    QCOMPARE(list.at(0).vc.name.value(), u"platform"_s);
    QCOMPARE(list.at(2).vc.name.value(), u"speech"_s);
}

void AccountListsTest::aVcIsFoundByItsUsers()
{
    VcShareList list(m_clock);
    auto shares = samples::vcShares();
    shares.vcs[2].users = {u"lihua"_s};
    list.setShares(shares);
    list.setText(u"LIHUA"_s);
    QCOMPARE(list.rowCount(), 1);
    QCOMPARE(list.allCount(), 3);
}

void AccountListsTest::aChangedVcIsNoReset()
{
    VcShareList list(m_clock);
    auto shares = samples::vcShares();
    list.setShares(shares);
    const QSignalSpy resets(&list, &QAbstractItemModel::modelReset);
    shares.vcs[0].quotas[0].deviceNumber = 24;
    shares.vcs.removeLast();
    list.setShares(shares);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(list.rowCount(), 2);
    QVERIFY(list.at(0).changedAt > 0);
    QCOMPARE(list.at(1).changedAt, 0);
}

// The table asks for the ids of the selected rows then.
void AccountListsTest::rowsCanBeReadUntilAResetBegins()
{
    VcShareList list(m_clock);
    auto shares = samples::vcShares();
    list.setShares(shares);
    QStringList read;
    connect(&list, &QAbstractItemModel::modelAboutToBeReset, this, [&list, &read] {
        for (int row = 0; row < list.rowCount(); ++row)
            read << list.index(row, 0).data(IdCell).toString();
    });
    list.setHeld(true);
    shares.vcs[0].userNumber = 9;
    list.setShares(shares);
    list.setHeld(false);
    QCOMPARE(read, QStringList({u"platform"_s, u"speech"_s, u"vision"_s}));
    read.clear();
    list.setHeld(true);
    shares.vcs[0].userNumber = 10;
    list.setShares(shares);
    list.sort(VcShareList::UserNumberColumn, Qt::DescendingOrder);
    QCOMPARE(read.size(), 3);
    list.setHeld(false);
    QCOMPARE(list.at(0).vc.userNumber, 10);
}

void AccountListsTest::thisSessionIsFirstAndMarked()
{
    SessionList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    list.setRows(samples::sessions());
    QVERIFY(list.at(0).isCurrent);
    QVERIFY(list.index(0, SessionList::MarkColumn).data(ChipCell).isValid());
    QVERIFY(!list.index(1, SessionList::MarkColumn).data(ChipCell).isValid());
    QCOMPARE(list.index(1, SessionList::UsedColumn).data().toString(), u"2 h ago"_s);
}

void AccountListsTest::keysShowTheirFingerprint()
{
    SshKeyList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    list.setRows({samples::sshKey()});
    QVERIFY(line(list, 0).startsWith(u"alice@laptop | ssh-ed25519 | SHA256:47DEQ"_s));
    QVERIFY(list.index(0, SshKeyList::FingerprintColumn).data(MonospaceCell).toBool());
}

QTEST_MAIN(AccountListsTest)
#include "tst_accountlists.moc"
