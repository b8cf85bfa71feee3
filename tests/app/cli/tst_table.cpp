// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"
#include "app/cli/terminal.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TableTest final : public QObject
{
    Q_OBJECT

private slots:
    void alignsColumnsAndSetsNumbersToTheRight();
    void showsControlCharactersLiterally();
};

void TableTest::alignsColumnsAndSetsNumbersToTheRight()
{
    Table table({u"NAME"_s, u"N>"_s, u"NOTE"_s});
    table.add({u"train"_s, u"8"_s, {}});
    table.add({u"x"_s, u"128"_s, u"far"_s});
    QCOMPARE(table.lines(),
             (QStringList{u"NAME     N  NOTE"_s, u"train    8"_s, u"x      128  far"_s}));
}

void TableTest::showsControlCharactersLiterally()
{
    Table table({u"NAME"_s});
    table.add({u"a\x1b[31m\nb"_s});
    QCOMPARE(table.lines().at(1), u"a␛[31m b"_s);
    QCOMPARE(literal(u"tab\tstays, \x7f and \r do not"_s), u"tab\tstays, ␡ and ␍ do not"_s);
}

QTEST_GUILESS_MAIN(TableTest)
#include "tst_table.moc"
