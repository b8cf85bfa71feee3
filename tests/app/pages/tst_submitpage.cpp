// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/submitpage.h"
#include "core/model/page.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kSubmit = u"POST /api/v1/jobs"_s;
const QString kDryRun = u"POST /api/v1/dry-run"_s;

} // namespace

class SubmitPageTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<SubmitPage> m_page;

    template <typename T>
    T *find(const char *name) const
    {
        auto *found = m_page->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT(found);
        return found;
    }
    QString error(const char *field) const
    {
        const auto *label = find<QLabel>(field);
        return label->isVisible() ? label->text() : QString();
    }
    QString verdict() const { return find<QLabel>("verdictLabel")->text(); }
    void press() const { QTest::keyClick(m_page.get(), Qt::Key_Return, Qt::ControlModifier); }
    void fill() const
    {
        QTest::keyClicks(find<QLineEdit>("nameEdit"), u"train-1"_s);
        QTest::keyClicks(find<QLineEdit>("imageEdit"), u"pytorch:2.1"_s);
        QTest::keyClicks(find<QPlainTextEdit>("commandEdit"), u"python train.py"_s);
    }
    void answerWithAJob() const
    {
        model::Job job;
        static_cast<model::JobSummary &>(job) = samples::job(1);
        job.spec.name = job.name;
        job.spec.vc = job.vc;
        job.spec.image = u"pytorch:2.1"_s;
        job.spec.command = u"true"_s;
        m_server->answer(kSubmit, job);
    }
    model::JobSpec sent() const
    {
        const auto spec = json::decodeText<model::JobSpec>(m_server->requests().last().body);
        return spec ? *spec : model::JobSpec();
    }

private slots:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_server->answer(u"GET /api/v1/cluster"_s, samples::cluster());
        m_server->answer(u"GET /api/v1/vcs"_s,
                         model::Items<model::VcStatus>{{samples::vc(u"platform"_s, 13)}});
        m_store = std::make_unique<LiveStore>(*m_server);
        m_store->start(samples::account());
        m_store->reload();
        QTRY_COMPARE(m_store->loading(), Loading::Ready);
        m_page = std::make_unique<SubmitPage>(*m_store);
        m_page->show();
        m_page->open({});
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void cleanup()
    {
        m_page.reset();
        m_store.reset();
        m_server.reset();
    }

    void beginsWithTheNameAndKnowsTheCluster()
    {
        QTRY_VERIFY(find<QLineEdit>("nameEdit")->hasFocus());
        QVERIFY(find<QLabel>("clusterLabel")->text().contains("huawei_npu_arm64 (3 / 8"_L1));
        const auto *devices = find<QComboBox>("devicesCombo");
        QStringList choices;
        for (int i = 0; i < devices->count(); ++i)
            choices.append(devices->itemText(i));
        QCOMPARE(choices.join(u' '), u"0 1 2 4 8"_s);
        QVERIFY(!m_page->hasUnsavedInput());
    }

    void submitsWhatWasWritten()
    {
        answerWithAJob();
        fill();
        find<QComboBox>("devicesCombo")->setCurrentText(u"2"_s);
        find<QCheckBox>("jupyterCheck")->click();
        QTest::keyClicks(find<QLineEdit>("portsEdit"), u"40001, 40002"_s);
        QSignalSpy address(m_page.get(), &Page::addressRequested);
        press();
        QVERIFY2(address.wait(), qPrintable(verdict()));
        QCOMPARE(address.first().first().toString(), u"jobs/"_s % samples::job(1).id.toString());
        QCOMPARE(sent().name, u"train-1"_s);
        QCOMPARE(sent().vc, model::VcName(u"platform"_s));
        QCOMPARE(sent().devices, 2);
        QCOMPARE(sent().interactivePorts, (QList<int>{40001, 40002}));
        QCOMPARE(sent().endpoints, QList<model::EndpointKind>{model::EndpointKind::Jupyter});
        QVERIFY(!m_page->hasUnsavedInput());
    }

    void complainsOnlyAfterAFieldWasLeft()
    {
        auto *name = find<QLineEdit>("nameEdit");
        QTest::keyClicks(name, u"no spaces"_s);
        QCOMPARE(error("nameErrorLabel"), QString());
        QTest::keyClick(name, Qt::Key_Tab);
        QVERIFY(!error("nameErrorLabel").isEmpty());
        name->setText(u"no-spaces"_s);
        QCOMPARE(error("nameErrorLabel"), QString());
        QVERIFY(m_page->hasUnsavedInput());
    }

    void showsEverythingWrongAndMovesToTheFirst()
    {
        find<QLineEdit>("portsEdit")->setText(u"80, web"_s);
        press();
        QVERIFY(!error("nameErrorLabel").isEmpty());
        QVERIFY(!error("imageErrorLabel").isEmpty());
        QVERIFY(!error("commandErrorLabel").isEmpty());
        QVERIFY(error("interactivePortsErrorLabel").contains("web"_L1));
        QVERIFY(find<QLineEdit>("nameEdit")->hasFocus());
        QCOMPARE(m_server->count(kSubmit), 0);
    }

    void countsTheDevicesOfADistributedJob()
    {
        find<QRadioButton>("distributedRadio")->click();
        find<QSpinBox>("nodesSpin")->setValue(2);
        QVERIFY(find<QLabel>("totalLabel")->text().contains("16"_L1));
        QVERIFY(!find<QComboBox>("devicesCombo")->isVisible());
        answerWithAJob();
        fill();
        press();
        QTRY_COMPARE(m_server->count(kSubmit), 1);
        QCOMPARE(sent().totalDevices(), 16);
        QCOMPARE(sent().runOn, model::RunOn::AllWorkers);
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
        m_server->answer(kDryRun, waits);
        QTRY_COMPARE(verdict(), u"Will wait as number 3 in the queue. Needs 8 device(s); 3 of "
                                "16 in the virtual cluster are free."_s);
        answerWithAJob();
        fill();
        press();
        QTRY_COMPARE(m_server->count(kSubmit), 1);
    }

    void followsTheClusterWhileOneWrites()
    {
        fill();
        find<QComboBox>("devicesCombo")->setCurrentText(u"4"_s);
        model::Verdict starts;
        starts.outlook = model::Outlook::Starts;
        starts.placement = {{u"main"_s, model::NodeName(u"node-1"_s), {4, 5, 6, 7}}};
        m_server->answer(kDryRun, starts);
        QTRY_COMPARE(verdict(), u"Starts at once on node-1 (devices 4–7)."_s);
        starts.placement.first().devices = {0, 1, 2, 3};
        m_server->answer(kDryRun, starts);
        m_server->answer(u"GET /api/v1/vcs"_s,
                         model::Items<model::VcStatus>{{samples::vc(u"platform"_s, 0)}});
        model::Event event;
        event.topic = model::EventTopic::Vc;
        m_store->apply(event);
        QTRY_COMPARE(verdict(), u"Starts at once on node-1 (devices 0–3)."_s);
        QCOMPARE(find<QComboBox>("devicesCombo")->currentText(), u"4"_s);
        QCOMPARE(find<QLineEdit>("nameEdit")->text(), u"train-1"_s);
    }

    void asksNothingWhileNobodyLooks()
    {
        QTRY_VERIFY(m_server->count(kDryRun) > 0);
        m_page->hide();
        const int asked = m_server->count(kDryRun);
        const int reads = m_server->count(u"GET /api/v1/vcs"_s);
        model::Event event;
        event.topic = model::EventTopic::Vc;
        m_store->apply(event);
        QTRY_VERIFY(m_server->count(u"GET /api/v1/vcs"_s) > reads);
        m_page->show();
        QTRY_COMPARE(m_server->count(kDryRun), asked + 1);
    }

    void retriesWithTheSameKeyAndChangesItWithTheJob()
    {
        m_server->refuse(kSubmit, {ErrorCode::Unavailable, u"away"_s, {}});
        fill();
        press();
        QTRY_COMPARE(m_server->count(kSubmit), 1);
        const QString key = m_server->requests().last().idempotencyKey;
        QVERIFY(!key.isEmpty());
        QTRY_VERIFY(find<QPushButton>("submitButton")->isEnabled());
        press();
        QTRY_COMPARE(m_server->count(kSubmit), 2);
        QCOMPARE(m_server->requests().last().idempotencyKey, key);
        QTRY_VERIFY(find<QPushButton>("submitButton")->isEnabled());
        find<QLineEdit>("nameEdit")->setText(u"train-2"_s);
        press();
        QTRY_COMPARE(m_server->count(kSubmit), 3);
        QVERIFY(m_server->requests().last().idempotencyKey != key);
    }

    void putsTheServersWordAtItsField()
    {
        m_server->refuse(kSubmit, {ErrorCode::InvalidInput, u"name: taken"_s, u"name"_s});
        fill();
        press();
        QTRY_VERIFY(!error("nameErrorLabel").isEmpty());
        QVERIFY(find<QLineEdit>("nameEdit")->hasFocus());
    }

    void opensWhatIsAdvancedWhenItIsWrong()
    {
        fill();
        find<QLineEdit>("registryEdit")->setText(u"registry.lab:5000"_s);
        QVERIFY(!find<QLineEdit>("registryEdit")->isVisible());
        press();
        QVERIFY(find<QLineEdit>("registryEdit")->isVisible());
        QVERIFY(!error("registryErrorLabel").isEmpty());
    }

    void asksForNoDevicesWhereThereAreNone()
    {
        model::VcStatus bare;
        bare.name = model::VcName(u"platform"_s);
        m_server->answer(u"GET /api/v1/vcs"_s, model::Items<model::VcStatus>{{bare}});
        m_store->reload();
        QTRY_VERIFY(!find<QComboBox>("deviceTypeCombo")->isVisible());
        QVERIFY(!find<QSpinBox>("devicesSpin")->isVisible());
        QVERIFY(!find<QRadioButton>("distributedRadio")->isEnabled());
        answerWithAJob();
        fill();
        press();
        QTRY_COMPARE(m_server->count(kSubmit), 1);
        QVERIFY(!sent().deviceType);
    }

    void addsVariables()
    {
        find<QToolButton>("advancedButton")->click();
        find<QPushButton>("addVariableButton")->click();
        QTest::keyClicks(find<QLineEdit>("variableNameEdit"), u"EPOCHS"_s);
        QTest::keyClicks(find<QLineEdit>("variableValueEdit"), u"5"_s);
        answerWithAJob();
        fill();
        press();
        QTRY_COMPARE(m_server->count(kSubmit), 1);
        QCOMPARE(sent().environment, (QList<model::EnvironmentVariable>{{u"EPOCHS"_s, u"5"_s}}));
    }

    void beginsWithTheSpecificationOfAnotherJob()
    {
        model::Job job;
        static_cast<model::JobSummary &>(job) = samples::job(1);
        job.spec.name = u"train-7"_s;
        job.spec.vc = job.vc;
        job.spec.deviceType = samples::kNpu;
        job.spec.devices = 4;
        job.spec.image = u"pytorch:2.1"_s;
        job.spec.command = u"a\nb"_s;
        job.spec.environment = {{u"EPOCHS"_s, u"5"_s}};
        job.spec.interactivePorts = {40001};
        m_server->answer(u"GET /api/v1/jobs/"_s % job.id.toString(), job);
        m_page->open({u"again"_s, job.id.toString()});
        QTRY_COMPARE(find<QLineEdit>("nameEdit")->text(), u"train-7"_s);
        answerWithAJob();
        press();
        QTRY_COMPARE(m_server->count(kSubmit), 1);
        QCOMPARE(sent(), job.spec);
    }

    void goesFromTopToBottomByKeyboard()
    {
        QStringList names;
        QTRY_VERIFY(find<QLineEdit>("nameEdit")->hasFocus());
        for (int i = 0; i < 14 && !names.contains(u"submitButton"_s); ++i) {
            names.append(m_page->window()->focusWidget()->objectName());
            QTest::keyClick(m_page->window()->focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(names.join(u' '),
                 u"nameEdit regularRadio deviceTypeCombo devicesCombo preemptibleCheck imageEdit "
                 "commandEdit portsEdit sshCheck jupyterCheck tensorBoardCheck prioritySpin "
                 "advancedButton submitButton"_s);
    }
};

QTEST_MAIN(SubmitPageTest)
#include "tst_submitpage.moc"
