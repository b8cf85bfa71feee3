// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/pages/submitbench.h"

#include <QComboBox>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kDeleted = u"The password was deleted when that job ended. Type it again."_s;

model::JobSpec privateSpec()
{
    model::JobSpec spec = samples::spec();
    spec.registry = model::RegistryLogin{u"registry.lab:5000"_s, u"ada"_s, {}};
    return spec;
}

} // namespace

// The submit page that begins with the specification of an earlier job.
class SubmitAgainTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SubmitBench> m_bench;
    model::UserId m_owner;

    template <typename T>
    T *find(const char *name) const
    {
        return m_bench->find<T>(name);
    }
    model::JobId copy(const model::JobSpec &spec,
                      model::JobState state = model::JobState::Running) const
    {
        model::Job job;
        static_cast<model::JobSummary &>(job) = samples::job(1, state);
        job.owner = m_owner;
        job.spec = spec;
        m_bench->server.answer(u"GET /api/v1/jobs/"_s % job.id.toString(), job);
        m_bench->page->open({u"again"_s, job.id.toString()});
        return job.id;
    }

private slots:
    void init()
    {
        m_bench = std::make_unique<SubmitBench>();
        m_owner = samples::account().id;
        QVERIFY(m_bench->open());
    }
    void cleanup() { m_bench.reset(); }

    void beginsWithTheSpecificationOfAnotherJob()
    {
        model::JobSpec spec = samples::spec();
        spec.environment = {{u"EPOCHS"_s, u"5"_s}};
        spec.interactivePorts = {40001};
        copy(spec);
        QTRY_COMPARE(find<QLineEdit>("nameEdit")->text(), u"train-7"_s);
        m_bench->answerWithAJob();
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 1);
        QCOMPARE(m_bench->sent(), spec);
    }

    void keepsWhatTheVcDoesNotOfferAndSaysSo()
    {
        model::JobSpec spec = samples::spec();
        spec.devices = 16;
        copy(spec);
        QTRY_COMPARE(find<QComboBox>("devicesCombo")->currentText(), u"16"_s);
        QCOMPARE(m_bench->shown("devicesErrorLabel"), u"Choose one of 0, 1, 2, 4, 8."_s);
        find<QComboBox>("devicesCombo")->setCurrentText(u"8"_s);
        QCOMPARE(m_bench->shown("devicesErrorLabel"), QString());

        spec.deviceType = model::DeviceType(u"retired_gpu"_s);
        spec.devices = 2;
        copy(spec);
        auto *types = find<QComboBox>("deviceTypeCombo");
        QTRY_COMPARE(types->currentText(), u"retired_gpu (not in this VC)"_s);
        QVERIFY(m_bench->shown("deviceTypeErrorLabel").contains("retired_gpu"_L1));
        types->setCurrentIndex(0);
        QCOMPARE(types->count(), 1);
        QCOMPARE(m_bench->shown("deviceTypeErrorLabel"), QString());
        QCOMPARE(find<QComboBox>("devicesCombo")->currentText(), u"2"_s);
    }

    void keepsThePasswordOfAnEarlierJob()
    {
        const model::JobSpec spec = privateSpec();
        const model::JobId id = copy(spec);
        auto *password = find<QLineEdit>("registryPasswordEdit");
        QTRY_VERIFY(password->isVisible());
        QVERIFY(password->placeholderText().startsWith("Kept"_L1));
        m_bench->answerWithAJob();
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 1);
        const model::PasswordSource source{id, {}};
        QCOMPARE(m_bench->sent().registry->passwordFrom, std::optional(source));
        QTRY_COMPARE(find<QLineEdit>("registryEdit")->text(), QString()); // it was submitted

        copy(spec);
        QTRY_VERIFY(password->placeholderText().startsWith("Kept"_L1));
        find<QLineEdit>("registryEdit")->setText(u"elsewhere.lab"_s);
        QCOMPARE(password->placeholderText(), u"Password"_s);
        m_bench->press();
        QVERIFY(!m_bench->shown("registryErrorLabel").isEmpty());
        QCOMPARE(m_bench->server.count(SubmitBench::kSubmit), 1);
    }

    void saysWhyAPasswordIsAskedForAgain()
    {
        copy(privateSpec(), model::JobState::Finished);
        auto *password = find<QLineEdit>("registryPasswordEdit");
        QTRY_VERIFY(password->isVisible());
        QCOMPARE(password->placeholderText(), u"Password"_s);
        QCOMPARE(m_bench->shown("registryHelpLabel"), kDeleted);
        m_bench->press();
        QCOMPARE(m_bench->shown("registryErrorLabel"), kDeleted);
        QVERIFY(password->hasFocus());
        QCOMPARE(m_bench->server.count(SubmitBench::kSubmit), 0);
        QTest::keyClicks(password, u"secret"_s);
        QCOMPARE(m_bench->shown("registryErrorLabel"), QString());
        QVERIFY(m_bench->shown("registryHelpLabel").startsWith("For images"_L1));
        m_bench->answerWithAJob();
        m_bench->press();
        QTRY_COMPARE(m_bench->server.count(SubmitBench::kSubmit), 1);
        QCOMPARE(m_bench->sent().registry->password, u"secret"_s);
        QVERIFY(!m_bench->sent().registry->passwordFrom);
    }

    void saysThatOthersPasswordsAreNotGiven()
    {
        m_owner = model::UserId(30077);
        copy(privateSpec());
        QTRY_VERIFY(m_bench->shown("registryHelpLabel").contains("somebody else"_L1));
        find<QLineEdit>("registryEdit")->setText(u"elsewhere.lab"_s); // another password anyway
        QVERIFY(m_bench->shown("registryHelpLabel").startsWith("For images"_L1));
    }

    void saysThatTheJobHasEndedMeanwhile()
    {
        copy(privateSpec());
        auto *password = find<QLineEdit>("registryPasswordEdit");
        QTRY_VERIFY(password->placeholderText().startsWith("Kept"_L1));
        m_bench->server.refuse(SubmitBench::kSubmit, {ErrorCode::InvalidInput, u"not kept there"_s,
                                                      u"registry.password"_s});
        m_bench->press();
        QTRY_COMPARE(m_bench->shown("registryErrorLabel"),
                     u"The password is not kept any more. Type it again."_s);
        QCOMPARE(password->placeholderText(), u"Password"_s);
        QVERIFY(password->hasFocus());
    }
};

QTEST_MAIN(SubmitAgainTest)
#include "tst_submitagain.moc"
