// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/pages/submitbench.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;

class SubmitPageTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SubmitBench> m_bench;

    template <typename T>
    T *find(const char *name) const
    {
        return m_bench->find<T>(name);
    }
    void answerVc(const model::VcStatus &vc) const
    {
        m_bench->server.answer(u"GET /api/v1/vcs"_s, model::Items<model::VcStatus>{{vc}});
    }
private slots:
    void init()
    {
        m_bench = std::make_unique<SubmitBench>();
        QVERIFY(m_bench->open());
    }
    void cleanup() { m_bench.reset(); }

    void beginsWithTheNameAndKnowsTheCluster()
    {
        QTRY_VERIFY(find<QLineEdit>("nameEdit")->hasFocus());
        QCOMPARE(m_bench->shown("clusterLabel"), u"Lab"_s);
        QCOMPARE(m_bench->shown("vcHelpLabel"), u"huawei_npu_arm64 (3 / 8 to use)"_s);
        QCOMPARE(find<QComboBox>("deviceTypeCombo")->currentText(),
                 u"huawei_npu_arm64 (3 / 8 to use)"_s);
        const auto *devices = find<QComboBox>("devicesCombo");
        QStringList choices;
        for (int i = 0; i < devices->count(); ++i)
            choices.append(devices->itemText(i));
        QCOMPARE(choices.join(u' '), u"0 1 2 4 8"_s);
        QVERIFY(!m_bench->page->hasUnsavedInput());
    }

    void submitsWhatWasWritten()
    {
        m_bench->answerWithAJob();
        m_bench->fill();
        find<QComboBox>("devicesCombo")->setCurrentText(u"2"_s);
        find<QCheckBox>("jupyterCheck")->click();
        QTest::keyClicks(find<QLineEdit>("portsEdit"), u"40001, 40002"_s);
        QSignalSpy address(m_bench->page.get(), &Page::addressRequested);
        m_bench->press();
        QVERIFY2(address.wait(), qPrintable(m_bench->verdict()));
        QCOMPARE(address.first().first().toString(), u"jobs/"_s % samples::job(1).id.toString());
        QCOMPARE(m_bench->sent().name, u"train-1"_s);
        QCOMPARE(m_bench->sent().vc, model::VcName(u"platform"_s));
        QCOMPARE(m_bench->sent().devices, 2);
        QCOMPARE(m_bench->sent().interactivePorts, (QList<int>{40001, 40002}));
        QCOMPARE(m_bench->sent().endpoints,
                 QList<model::EndpointKind>{model::EndpointKind::Jupyter});
        QVERIFY(!m_bench->page->hasUnsavedInput());
    }

    void complainsOnlyAfterAFieldWasLeft()
    {
        auto *name = find<QLineEdit>("nameEdit");
        QTest::keyClicks(name, u"no spaces"_s);
        QCOMPARE(m_bench->shown("nameErrorLabel"), QString());
        QTest::keyClick(name, Qt::Key_Tab);
        QVERIFY(!m_bench->shown("nameErrorLabel").isEmpty());
        name->setText(u"no-spaces"_s);
        QCOMPARE(m_bench->shown("nameErrorLabel"), QString());
        QVERIFY(m_bench->page->hasUnsavedInput());
    }

    void showsEverythingWrongAndMovesToTheFirst()
    {
        find<QLineEdit>("portsEdit")->setText(u"80, web"_s);
        m_bench->press();
        QVERIFY(!m_bench->shown("nameErrorLabel").isEmpty());
        QVERIFY(!m_bench->shown("imageErrorLabel").isEmpty());
        QVERIFY(!m_bench->shown("commandErrorLabel").isEmpty());
        QVERIFY(m_bench->shown("interactivePortsErrorLabel").contains("web"_L1));
        QVERIFY(find<QLineEdit>("nameEdit")->hasFocus());
        QCOMPARE(m_bench->server.count(SubmitBench::kSubmit), 0);
    }

    void countsTheDevicesOfADistributedJob()
    {
        find<QRadioButton>("distributedRadio")->click();
        find<QSpinBox>("nodesSpin")->setValue(2);
        QCOMPARE(m_bench->shown("totalLabel"), u"16"_s);
        QVERIFY(!find<QComboBox>("devicesCombo")->isVisible());
        m_bench->answerWithAJob();
        m_bench->fill();
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 1);
        QCOMPARE(m_bench->sent().totalDevices(), 16);
        QCOMPARE(m_bench->sent().runOn, model::RunOn::AllWorkers);
    }

    void saysThatTheJobWillWaitAndSubmitsItAllTheSame()
    {
        find<QComboBox>("devicesCombo")->setCurrentText(u"8"_s);
        model::Verdict waits;
        waits.position = 3;
        waits.reason = model::Reason{.code = model::ReasonCode::NotEnoughInVc,
                                     .asked = 8,
                                     .free = 3,
                                     .total = 16,
                                     .exitCode = {},
                                     .subject = {},
                                     .detail = {}};
        m_bench->server.answer(SubmitBench::kDryRun, waits);
        QTRY_COMPARE(m_bench->verdict(),
                     u"Will wait as number 3 in the queue. Needs 8 device(s); 3 of "
                     "16 in the virtual cluster are free."_s);
        m_bench->answerWithAJob();
        m_bench->fill();
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 1);
    }

    void followsTheClusterWhileOneWrites()
    {
        m_bench->fill();
        find<QComboBox>("devicesCombo")->setCurrentText(u"4"_s);
        model::Verdict starts;
        starts.outlook = model::Outlook::Starts;
        starts.placement = {{u"main"_s, model::NodeName(u"node-1"_s), {4, 5, 6, 7}}};
        m_bench->server.answer(SubmitBench::kDryRun, starts);
        QTRY_COMPARE(m_bench->verdict(), u"Starts at once on node-1 (devices 4–7)."_s);
        starts.placement.first().devices = {0, 1, 2, 3};
        m_bench->server.answer(SubmitBench::kDryRun, starts);
        answerVc(samples::vc(u"platform"_s, 0));
        model::Event event;
        event.topic = model::EventTopic::Vc;
        m_bench->store->apply(event);
        QTRY_COMPARE(m_bench->verdict(), u"Starts at once on node-1 (devices 0–3)."_s);
        QCOMPARE(find<QComboBox>("devicesCombo")->currentText(), u"4"_s);
        QCOMPARE(find<QLineEdit>("nameEdit")->text(), u"train-1"_s);
    }

    void asksNothingWhileNobodyLooks()
    {
        QTRY_VERIFY(m_bench->server.count(SubmitBench::kDryRun) > 0);
        m_bench->page->hide();
        const int asked = m_bench->server.count(SubmitBench::kDryRun);
        const int reads = m_bench->server.count(u"GET /api/v1/vcs"_s);
        model::Event event;
        event.topic = model::EventTopic::Vc;
        m_bench->store->apply(event);
        QTRY_VERIFY(m_bench->server.count(u"GET /api/v1/vcs"_s) > reads);
        m_bench->page->show();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kDryRun), asked + 1);
    }

    void retriesWithTheSameKeyAndChangesItWithTheJob()
    {
        m_bench->server.refuse(SubmitBench::kSubmit, {ErrorCode::Unavailable, u"away"_s, {}});
        m_bench->fill();
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 1);
        const QString key = m_bench->server.requests().last().idempotencyKey;
        QVERIFY(!key.isEmpty());
        QTRY_VERIFY(find<QPushButton>("submitButton")->isEnabled());
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 2);
        QCOMPARE(m_bench->server.requests().last().idempotencyKey, key);
        QTRY_VERIFY(find<QPushButton>("submitButton")->isEnabled());
        find<QLineEdit>("nameEdit")->setText(u"train-2"_s);
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 3);
        QVERIFY(m_bench->server.requests().last().idempotencyKey != key);
    }

    void putsTheServersWordAtItsField()
    {
        m_bench->server.refuse(SubmitBench::kSubmit,
                               {ErrorCode::InvalidInput, u"name: taken"_s, u"name"_s});
        m_bench->fill();
        m_bench->press();
        QTRY_VERIFY(!m_bench->shown("nameErrorLabel").isEmpty());
        QVERIFY(find<QLineEdit>("nameEdit")->hasFocus());
    }

    void opensWhatIsAdvancedWhenItIsWrong()
    {
        m_bench->fill();
        find<QLineEdit>("registryEdit")->setText(u"registry.lab:5000"_s);
        QVERIFY(!find<QLineEdit>("registryEdit")->isVisible());
        m_bench->press();
        QVERIFY(find<QLineEdit>("registryEdit")->isVisible());
        QVERIFY(!m_bench->shown("registryErrorLabel").isEmpty());
    }

    void asksForNoDevicesWhereThereAreNone()
    {
        model::VcStatus bare;
        bare.name = model::VcName(u"platform"_s);
        answerVc(bare);
        m_bench->store->reload();
        QTRY_VERIFY(!find<QComboBox>("deviceTypeCombo")->isVisible());
        QVERIFY(!find<QSpinBox>("devicesSpin")->isVisible());
        QVERIFY(!find<QRadioButton>("distributedRadio")->isEnabled());
        m_bench->answerWithAJob();
        m_bench->fill();
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 1);
        QVERIFY(!m_bench->sent().deviceType);
    }

    void scrollsWithTheWheelAndChangesNothing()
    {
        auto *priority = find<QSpinBox>("prioritySpin");
        const auto turn = [priority] {
            const QPoint at = priority->rect().center();
            QWheelEvent event(at, priority->mapToGlobal(at), {}, {0, -120}, Qt::NoButton,
                              Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(priority, &event);
        };
        turn();
        QCOMPARE(priority->value(), 100);
        priority->setFocus();
        turn();
        QCOMPARE(priority->value(), 99);
    }

    void goesFromTopToBottomByKeyboard()
    {
        QStringList names;
        QTRY_VERIFY(find<QLineEdit>("nameEdit")->hasFocus());
        for (int i = 0; i < 18 && !names.contains(u"submitButton"_s); ++i) {
            names.append(m_bench->page->window()->focusWidget()->objectName());
            QTest::keyClick(m_bench->page->window()->focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(names.join(u' '),
                 u"nameEdit templateCombo regularRadio deviceTypeCombo devicesCombo "
                 "preemptibleCheck imageEdit commandEdit portsEdit sshCheck jupyterCheck "
                 "tensorBoardCheck prioritySpin advancedButton templateButton submitButton"_s);
    }
};

QTEST_MAIN(SubmitPageTest)
#include "tst_submitpage.moc"
