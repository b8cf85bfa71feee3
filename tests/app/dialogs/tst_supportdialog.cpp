// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/supportdialog.h"
#include "core/model/supportrequest.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class SupportDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void somethingMustBeSaid();
    void tooMuchIsNotSent();
    void whatWentWrongIsShown();
};

void SupportDialogTest::somethingMustBeSaid()
{
    SupportDialog dialog(u"<b>resnet</b>"_s, {});
    dialog.show();
    const QSignalSpy submitted(&dialog, &SupportDialog::submitted);
    QVERIFY(dialog.findChild<QLabel *>(u"titleLabel"_s)->text().contains(u"“<b>resnet</b>”"_s));
    dialog.findChild<QPushButton *>(u"sendButton"_s)->click();
    QCOMPARE(submitted.count(), 0);
    const auto *error = dialog.findChild<QLabel *>(u"messageErrorLabel"_s);
    QVERIFY(error->isVisible());
    dialog.findChild<QPlainTextEdit *>()->setPlainText(u"\nIt hangs.\n\n"_s);
    QVERIFY(!error->isVisible());
    dialog.findChild<QPushButton *>(u"sendButton"_s)->click();
    QCOMPARE(submitted.value(0).value(0).toString(), u"It hangs."_s);
}

// Bytes count, not characters.
void SupportDialogTest::tooMuchIsNotSent()
{
    const int most = model::SupportRequest::kMostMessageBytes / 3;
    SupportDialog dialog(u"resnet"_s, QString(most, u'慢'));
    dialog.show();
    const QSignalSpy submitted(&dialog, &SupportDialog::submitted);
    auto *edit = dialog.findChild<QPlainTextEdit *>();
    edit->setPlainText(QString(most + 1, u'慢'));
    dialog.findChild<QPushButton *>(u"sendButton"_s)->click();
    QCOMPARE(dialog.findChild<QLabel *>(u"messageErrorLabel"_s)->text(),
             u"Shorten it: at most 16 KiB are sent."_s);
    edit->setPlainText(QString(most, u'慢'));
    dialog.findChild<QPushButton *>(u"sendButton"_s)->click();
    QCOMPARE(submitted.count(), 1);
}

void SupportDialogTest::whatWentWrongIsShown()
{
    SupportDialog dialog(u"resnet"_s, u"It hangs."_s);
    dialog.show();
    auto *send = dialog.findChild<QPushButton *>(u"sendButton"_s);
    send->click();
    QVERIFY(!send->isEnabled());
    dialog.showProblem(u"Nobody answers."_s);
    QVERIFY(send->isEnabled());
    QVERIFY(dialog.findChild<QLabel *>(u"problemLabel"_s)->isVisible());
    QCOMPARE(dialog.message(), u"It hangs."_s);
}

QTEST_MAIN(SupportDialogTest)
#include "tst_supportdialog.moc"
