// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/vcdialog.h"
#include "app/pages/environmenteditor.h"
#include "tests/app/pages/submitbench.h"
#include "tests/app/support/account.h"
#include "tests/app/support/tabwalk.h"

#include <QRadioButton>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

// Everything of a form is reached with Tab, from top to bottom and back.
class KeyboardTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SubmitBench> m_bench;

    // The submit page with every section open and something in each.
    void openEverything()
    {
        m_bench->server.answer(u"GET /api/v1/storage"_s,
                               model::Items<model::StorageMount>{samples::storage()});
        m_bench->server.answer(u"GET /api/v1/templates"_s,
                               model::Items<model::JobTemplate>{{samples::jobTemplate(
                                   u"small"_s, model::TemplateScope::User, true)}});
        QVERIFY(m_bench->open());
        QTRY_VERIFY(m_bench->find<QWidget>("storageField")->isVisible());
        for (const char *fold : {"advancedButton", "templateButton"})
            m_bench->find<QToolButton>(fold)->setChecked(true);
        QTRY_VERIFY(m_bench->find<QWidget>("deleteTemplateButton")->isVisible());
    }

private slots:
    void init() { m_bench = std::make_unique<SubmitBench>(); }
    void cleanup() { m_bench.reset(); }

    void goesThroughTheSubmitPage_data()
    {
        QTest::addColumn<bool>("distributed");
        QTest::addColumn<int>("variables");
        QTest::newRow("regular") << false << 0;
        QTest::newRow("one variable") << false << 1;
        QTest::newRow("distributed, three variables") << true << 3;
    }
    void goesThroughTheSubmitPage()
    {
        QFETCH(bool, distributed);
        QFETCH(int, variables);
        openEverything();
        if (distributed)
            m_bench->find<QRadioButton>("distributedRadio")->click();
        QList<model::EnvironmentVariable> rows;
        for (int row = 0; row < variables; ++row)
            rows.append({u"NAME%1"_s.arg(row), u"x"_s});
        m_bench->find<EnvironmentEditor>("environmentEditor")->setVariables(rows);
        TabWalk walk(*m_bench->page);
        QVERIFY(walk.isOpen());
        QCOMPARE(walk.problem(), QString());
        const QString row = u"variableNameEdit variableValueEdit removeVariableButton "_s;
        const QString rowsOfIt = u"registryPasswordEdit "_s + row.repeated(variables)
                                 + u"addVariableButton templateButton templateNameEdit"_s;
        QVERIFY2(walk.names().contains(rowsOfIt), qPrintable(walk.names()));
    }

    // As one does it: rows come and go while one types.
    void keepsTheOrderOfRowsThatComeAndGo()
    {
        openEverything();
        auto *editor = m_bench->find<EnvironmentEditor>("environmentEditor");
        auto *add = m_bench->find<QPushButton>("addVariableButton");
        for (int row = 0; row < 3; ++row)
            add->click();
        editor->findChildren<QToolButton *>(u"removeVariableButton"_s).at(1)->click();
        add->click();
        TabWalk walk(*m_bench->page);
        QVERIFY(walk.isOpen());
        QCOMPARE(walk.problem(), QString());
    }

    void goesThroughTheDialogOfAVc_data()
    {
        QTest::addColumn<QString>("vc");
        QTest::addColumn<QString>("names");
        const QString types =
            u"nameEdit deviceNumber0Spin maxAvailable0Spin deviceNumber1Spin maxAvailable1Spin "_s;
        QTest::newRow("new") << QString() << types + u"cancelButton saveButton"_s;
        QTest::newRow("there") << u"platform"_s << types + u"cancelButton saveButton"_s;
    }
    void goesThroughTheDialogOfAVc()
    {
        QFETCH(QString, vc);
        QFETCH(QString, names);
        VcDialog dialog(samples::vcShares(), model::VcName(vc));
        TabWalk walk(dialog);
        QVERIFY(walk.isOpen());
        QCOMPARE(walk.problem(), QString());
        QCOMPARE(walk.names(), names);
    }
};

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
