// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/deletevcdialog.h"
#include "app/dialogs/sshkeydialog.h"
#include "app/dialogs/vcdialog.h"
#include "tests/app/support/account.h"
#include "tests/app/support/scriptedprompt.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kKey =
    u"ssh-ed25519 "
    "AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl me@home"_s;

template <typename T>
T *find(const QWidget &dialog, const char *name)
{
    auto *found = dialog.findChild<T *>(QString::fromLatin1(name));
    Q_ASSERT(found);
    return found;
}

QString shown(const QWidget &dialog, const char *name)
{
    const auto *label = find<QLabel>(dialog, name);
    return label->isVisible() ? label->text() : QString();
}

} // namespace

class AccountDialogsTest : public QObject
{
    Q_OBJECT

private slots:
    void aNewVcTakesWhatIsLeft();
    void aNewVcSaysWhereARuleIsBroken();
    void aVcKeepsItsNameAndOwnDevices();
    void limitsFollowTheClusterWhileTheDialogIsOpen();
    void aVcIsDeletedOnlyByItsName();
    void aKeyIsReadFromAFile();
    void aPrivateKeyDoesNotStay();
};

void AccountDialogsTest::aNewVcTakesWhatIsLeft()
{
    VcDialog dialog(samples::vcShares(), {});
    dialog.show();
    QCOMPARE(shown(dialog, "left0Label"), u"12 of 64 left"_s);
    QCOMPARE(shown(dialog, "left1Label"), u"8 of 8 left"_s);
    const QSignalSpy submitted(&dialog, &VcDialog::submitted);
    find<QLineEdit>(dialog, "nameEdit")->setText(u"fresh"_s);
    find<QSpinBox>(dialog, "deviceNumber0Spin")->setValue(12);
    find<QSpinBox>(dialog, "maxAvailable0Spin")->setValue(4);
    find<QPushButton>(dialog, "saveButton")->click();
    QCOMPARE(submitted.count(), 1);
    const auto vc = submitted[0][0].value<model::VirtualCluster>();
    QCOMPARE(vc.name.value(), u"fresh"_s);
    QCOMPARE(vc.quotas, (QList<model::VcQuota>{{samples::kNpu, 12, 4}, {samples::kGpu, 0, 0}}));
}

void AccountDialogsTest::aNewVcSaysWhereARuleIsBroken()
{
    VcDialog dialog(samples::vcShares(), {});
    dialog.show();
    const QSignalSpy submitted(&dialog, &VcDialog::submitted);
    find<QLineEdit>(dialog, "nameEdit")->setText(u"Vision"_s);
    find<QSpinBox>(dialog, "deviceNumber0Spin")->setValue(13);
    find<QSpinBox>(dialog, "maxAvailable1Spin")->setValue(1);
    find<QPushButton>(dialog, "saveButton")->click();
    QCOMPARE(submitted.count(), 0);
    QVERIFY(shown(dialog, "nameErrorLabel").contains(u"of this name"_s));
    QVERIFY(shown(dialog, "deviceNumber0ErrorLabel").contains(u"from 0 to 12"_s));
    QVERIFY(shown(dialog, "deviceNumber0ErrorLabel").contains(u"platform the most"_s));
    QVERIFY(shown(dialog, "maxAvailable1ErrorLabel").contains(u"from 0 to 0"_s));
    QVERIFY(shown(dialog, "deviceNumber1ErrorLabel").isEmpty());
}

void AccountDialogsTest::aVcKeepsItsNameAndOwnDevices()
{
    VcDialog dialog(samples::vcShares(), model::VcName(u"vision"_s));
    dialog.show();
    QVERIFY(find<QLineEdit>(dialog, "nameEdit")->isReadOnly());
    QCOMPARE(find<QSpinBox>(dialog, "deviceNumber0Spin")->value(), 16);
    QCOMPARE(find<QSpinBox>(dialog, "maxAvailable0Spin")->value(), 8);
    QCOMPARE(shown(dialog, "left0Label"), u"28 of 64 left"_s);
    // MaxAvailable goes down with DeviceNumber, or it is said.
    find<QSpinBox>(dialog, "deviceNumber0Spin")->setValue(6);
    find<QPushButton>(dialog, "saveButton")->click();
    QVERIFY(shown(dialog, "maxAvailable0ErrorLabel").contains(u"from 0 to 6"_s));
}

void AccountDialogsTest::limitsFollowTheClusterWhileTheDialogIsOpen()
{
    VcDialog dialog(samples::vcShares(), {});
    dialog.show();
    auto shares = samples::vcShares();
    shares.vcs[0].quotas[0].deviceNumber = 40;
    dialog.setShares(shares);
    QCOMPARE(shown(dialog, "left0Label"), u"4 of 64 left"_s);
    dialog.showProblem(u"quotas[0].deviceNumber"_s, u"too many"_s);
    QCOMPARE(shown(dialog, "deviceNumber0ErrorLabel"), u"too many"_s);
    dialog.showProblem({}, u"busy"_s);
    QCOMPARE(shown(dialog, "problemLabel"), u"busy"_s);
}

void AccountDialogsTest::aVcIsDeletedOnlyByItsName()
{
    DeleteVcDialog dialog(samples::vcShares().vcs[2]);
    dialog.show();
    const QString loss = shown(dialog, "lossLabel");
    QVERIFY2(loss.contains(u"14 of its jobs"_s), qPrintable(loss));
    QVERIFY2(loss.contains(u"3 people"_s), qPrintable(loss));
    const QSignalSpy confirmed(&dialog, &DeleteVcDialog::confirmed);
    auto *name = find<QLineEdit>(dialog, "nameEdit");
    QVERIFY(!find<QPushButton>(dialog, "deleteButton")->isEnabled());
    name->setText(u"visio"_s);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(confirmed.count(), 0);
    name->setText(u"vision"_s);
    find<QPushButton>(dialog, "deleteButton")->click();
    QCOMPARE(confirmed.count(), 1);
    dialog.showProblem(u"busy"_s);
    QVERIFY(find<QPushButton>(dialog, "deleteButton")->isEnabled());
}

void AccountDialogsTest::aKeyIsReadFromAFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(kKey.toUtf8() + "\n");
    file.flush();
    ScriptedPrompt prompt;
    prompt.file = file.fileName();
    SshKeyDialog dialog(prompt);
    dialog.show();
    const QSignalSpy submitted(&dialog, &SshKeyDialog::submitted);
    find<QPushButton>(dialog, "addButton")->click();
    QCOMPARE(submitted.count(), 0);
    QVERIFY(shown(dialog, "lineErrorLabel").contains(u".pub"_s));
    find<QPushButton>(dialog, "fileButton")->click();
    QTRY_VERIFY(shown(dialog, "foundLabel").contains(u"SHA256:"_s));
    QVERIFY(shown(dialog, "lineErrorLabel").isEmpty());
    find<QPushButton>(dialog, "addButton")->click();
    QCOMPARE(submitted.value(0).value(0).toString(), kKey);
    dialog.showProblem(u"there already"_s);
    QCOMPARE(shown(dialog, "problemLabel"), u"there already"_s);
}

void AccountDialogsTest::aPrivateKeyDoesNotStay()
{
    ScriptedPrompt prompt;
    SshKeyDialog dialog(prompt);
    dialog.show();
    find<QPlainTextEdit>(dialog, "lineEdit")
        ->setPlainText(u"-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbn\n"_s);
    QVERIFY(find<QPlainTextEdit>(dialog, "lineEdit")->toPlainText().isEmpty());
    QVERIFY(shown(dialog, "lineErrorLabel").contains(u"private key"_s));
}

QTEST_MAIN(AccountDialogsTest)
#include "tst_accountdialogs.moc"
