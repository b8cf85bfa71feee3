// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class ScenariosTest final : public QObject
{
    Q_OBJECT

private slots:
    void plansAsWritten_data();
    void plansAsWritten();
};

void ScenariosTest::plansAsWritten_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(SCENARIOS));
    const QStringList names = folder.entryList({u"*.txt"_s});
    QVERIFY(!names.isEmpty());
    for (const QString &name : names)
        QTest::newRow(qUtf8Printable(name)) << folder.filePath(name);
}

void ScenariosTest::plansAsWritten()
{
    QFETCH(const QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Scenario scenario = Scenario::read(QString::fromUtf8(file.readAll()));
    QCOMPARE(scenario.planned().join(u'\n'), scenario.expected.join(u'\n'));
}

QTEST_GUILESS_MAIN(ScenariosTest)
#include "tst_scenarios.moc"
