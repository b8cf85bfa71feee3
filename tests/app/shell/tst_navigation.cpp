// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/navigation.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class NavigationTest : public QObject
{
    Q_OBJECT

private slots:
    void goesBackAndForward()
    {
        Navigation navigation;
        navigation.go(u"home"_s);
        navigation.go(u"jobs"_s);
        navigation.go(u"jobs/1"_s);
        navigation.goBack();
        QCOMPARE(navigation.current(), u"jobs"_s);
        QCOMPARE(navigation.previous(), u"home"_s);
        QCOMPARE(navigation.next(), u"jobs/1"_s);
        navigation.goForward();
        QCOMPARE(navigation.current(), u"jobs/1"_s);
        QVERIFY(!navigation.canGoForward());
    }

    void forgetsWhatWasAhead()
    {
        Navigation navigation;
        navigation.go(u"home"_s);
        navigation.go(u"jobs"_s);
        navigation.goBack();
        navigation.go(u"submit"_s);
        QVERIFY(!navigation.canGoForward());
        QCOMPARE(navigation.previous(), u"home"_s);
    }

    void staysWhereItIs()
    {
        Navigation navigation;
        QSignalSpy changed(&navigation, &Navigation::currentChanged);
        navigation.goBack();
        navigation.goForward();
        navigation.go(u"home"_s);
        navigation.go(u"home"_s);
        QCOMPARE(changed.count(), 1);
        QVERIFY(!navigation.canGoBack());
    }

    void remembersTheLastHundredPlaces()
    {
        Navigation navigation;
        for (int i = 0; i < 200; ++i)
            navigation.go(QString::number(i));
        int steps = 0;
        while (navigation.canGoBack()) {
            navigation.goBack();
            ++steps;
        }
        QCOMPARE(steps, 100);
        QCOMPARE(navigation.current(), u"99"_s);
    }
};

QTEST_APPLESS_MAIN(NavigationTest)
#include "tst_navigation.moc"
