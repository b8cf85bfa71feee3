// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/connectionbadge.h"
#include "app/widgets/copybutton.h"
#include "app/widgets/fieldblock.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/statusbadge.h"
#include "app/widgets/toast.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void loadingShowsOnlyAfterAWhile();
    void anErrorSaysWhatAndWhyAndRetries();
    void emptyOffersItsButton();
    void longSentencesAreShownWhole();
    void escapeEmptiesTheSearch();
    void anErrorTakesThePlaceOfTheHelp();
    void copyingIsConfirmed();
    void aToastCanBeUndone();
    void aToastGoesByItself();
    void badgesSpeakToAssistiveTools();
};

void TestWidgets::loadingShowsOnlyAfterAWhile()
{
    PageStates states;
    auto *content = new QLabel(u"content"_s);
    states.setContent(content);
    states.showLoading();
    QCOMPARE(states.currentWidget(), content);
    QTRY_VERIFY(states.currentWidget() != content);
    states.showContent();
    QCOMPARE(states.currentWidget(), content);
}

void TestWidgets::anErrorSaysWhatAndWhyAndRetries()
{
    PageStates states;
    const QSignalSpy retried(&states, &PageStates::retryRequested);
    states.showError(u"Jobs could not be loaded."_s, u"<b>why</b>"_s);
    QCOMPARE(states.shown(), PageStates::Shown::Error);
    const auto *why = states.findChild<QLabel *>(u"reasonLabel"_s);
    QCOMPARE(why->text(), u"<b>why</b>"_s);
    QCOMPARE(why->textFormat(), Qt::PlainText);
    states.findChild<QPushButton *>(u"messageButton"_s)->click();
    QCOMPARE(retried.count(), 1);
}

void TestWidgets::emptyOffersItsButton()
{
    PageStates states;
    const QSignalSpy asked(&states, &PageStates::emptyActionRequested);
    auto *button = states.findChild<QPushButton *>(u"messageButton"_s);
    states.showEmpty(u"No jobs yet."_s);
    QVERIFY(button->isHidden());
    states.showEmpty(u"No jobs yet."_s, u"Submit Training Job"_s);
    QVERIFY(!button->isHidden());
    button->click();
    QCOMPARE(asked.count(), 1);
}

void TestWidgets::longSentencesAreShownWhole()
{
    PageStates states;
    states.resize(1000, 600);
    states.showEmpty(u"A sentence that is much too long for one line in a narrow column."_s,
                     u"Do"_s);
    states.show();
    QVERIFY(QTest::qWaitForWindowExposed(&states));
    const auto *label = states.findChild<QLabel *>(u"messageLabel"_s);
    QVERIFY(label->height() >= label->heightForWidth(label->width()));
}

void TestWidgets::escapeEmptiesTheSearch()
{
    SearchField search;
    search.setPurpose(u"Search jobs"_s);
    QCOMPARE(search.accessibleName(), u"Search jobs"_s);
    const QSignalSpy left(&search, &SearchField::left);
    QTest::keyClicks(&search, u"resnet"_s);
    QTest::keyClick(&search, Qt::Key_Down);
    QCOMPARE(left.count(), 1);
    QTest::keyClick(&search, Qt::Key_Escape);
    QVERIFY(search.text().isEmpty());
}

void TestWidgets::anErrorTakesThePlaceOfTheHelp()
{
    auto *edit = new QLineEdit;
    edit->setObjectName(u"nameEdit"_s);
    FieldBlock block(u"Name"_s, edit);
    block.setHelp(u"Letters, digits, - and _."_s);
    const auto *note = block.findChild<QLabel *>(u"nameEditNote"_s);
    QCOMPARE(note->text(), u"Letters, digits, - and _."_s);
    block.setError(u"Give the job a name."_s);
    QCOMPARE(note->text(), u"Give the job a name."_s);
    QVERIFY(edit->property("invalid").toBool());
    QCOMPARE(edit->accessibleDescription(), u"Give the job a name."_s);
    block.setError({});
    QVERIFY(!edit->property("invalid").toBool());
    QCOMPARE(edit->accessibleName(), u"Name"_s);
}

void TestWidgets::copyingIsConfirmed()
{
    CopyButton button;
    QVERIFY(!button.isEnabled());
    button.setValue(u"0f2c"_s);
    button.click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"0f2c"_s);
    QCOMPARE(button.accessibleName(), u"Copied"_s);
}

void TestWidgets::aToastCanBeUndone()
{
    QWidget window;
    window.resize(600, 400);
    window.show();
    auto *toast = Toast::say(&window, u"Job resnet will be killed."_s, u"Undo"_s, 1h);
    const QSignalSpy undone(toast, &Toast::actionTriggered);
    const QSignalSpy gone(toast, &QObject::destroyed);
    toast->findChild<QPushButton *>(u"toastAction"_s)->click();
    QCOMPARE(undone.count(), 1);
    QTRY_COMPARE(gone.count(), 1);
}

void TestWidgets::aToastGoesByItself()
{
    QWidget window;
    window.resize(600, 400);
    window.show();
    const auto *first = Toast::say(&window, u"one"_s, u"Undo"_s, 1h);
    auto *second = Toast::say(&window, u"two"_s, {}, 1ms);
    QVERIFY(!second->geometry().intersects(first->geometry()));
    const QSignalSpy expired(second, &Toast::expired);
    QTRY_COMPARE(expired.count(), 1);
}

void TestWidgets::badgesSpeakToAssistiveTools()
{
    StatusBadge badge;
    badge.setChip({u"Running"_s, Tone::Accent, Icon::Play, false});
    QCOMPARE(badge.accessibleName(), u"Running"_s);
    QVERIFY(badge.sizeHint().width() > 60);
    ConnectionBadge connection;
    connection.setState(ConnectionBadge::State::Online);
    QCOMPARE(connection.accessibleName(), u"Live"_s);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
