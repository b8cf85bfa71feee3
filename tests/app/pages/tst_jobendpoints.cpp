// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/pages/jobendpoints.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/toast.h"
#include "tests/app/support/endpointrows.h"
#include "tests/app/support/endpoints.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"
#include "tests/app/support/scriptedprompt.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

using model::EndpointFailure;
using model::EndpointState;
using model::JobEndpoint;
using model::JobState;

class JobEndpointsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aSwitchAsksForItAndShowsTheAnswer();
    void switchingOffWhatIsReadyAsksFirst();
    void whatFailedIsTriedAgain();
    void aNewPortIsOpenedByEnter();
    void aWrongPortIsSaidAtTheField();
    void aRefusedPortIsSaidAtTheField();
    void anEndedJobSaysWhyNothingCanBeSwitched();
    void othersSeeNoAddress();
    void changesAreReadWhenTheyAreTold();
    void aRowKeepsTheFocusThroughAChange();
    void nothingIsReadWhileNobodyLooks();
    void whatCouldNotBeLoadedIsTriedAgain();

private:
    void open(const QList<JobEndpoint> &endpoints,
              const model::JobSummary &job = samples::job(1, JobState::Running));
    void answer(const QString &verb, const QString &name, const QList<JobEndpoint> &endpoints);
    QString request(const QString &verb, const QString &name) const;
    QStringList rows() const { return rowsOf(*m_tab); }
    template <typename T>
    T *find(const QString &name) const
    {
        return m_tab->findChild<T *>(name);
    }
    QPushButton *button(const QString &name) const { return find<QPushButton>(name); }
    QCheckBox *box(const QString &kind) const { return find<QCheckBox>(kind + u"Switch"_s); }
    QString said(const QString &label) const
    {
        const auto *found = find<QLabel>(label);
        return found->isVisible() ? found->text() : QString();
    }

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    ScriptedPrompt m_prompt;
    std::unique_ptr<QWidget> m_window;
    JobEndpoints *m_tab = nullptr;
    QString m_path;
};

void JobEndpointsTest::init()
{
    m_prompt = ScriptedPrompt();
    m_server = std::make_unique<FakeServer>();
    m_store = std::make_unique<LiveStore>(*m_server);
    m_store->start(samples::account());
    m_window = std::make_unique<QWidget>();
    m_tab = new JobEndpoints(*m_store, m_prompt, m_window.get());
    m_tab->resize(1000, 500);
    m_window->resize(1000, 500);
    m_window->show();
    m_window->activateWindow();
}

void JobEndpointsTest::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_server.reset();
}

void JobEndpointsTest::open(const QList<JobEndpoint> &endpoints, const model::JobSummary &job)
{
    m_path = u"/api/v1/jobs/"_s + job.id.toString() + u"/endpoints"_s;
    m_server->answer(u"GET "_s + m_path, model::Items<JobEndpoint>{endpoints});
    m_tab->setJob(job);
    QTRY_VERIFY(m_tab->findChild<PageStates *>()->shown() != PageStates::Shown::Loading);
}

void JobEndpointsTest::answer(const QString &verb, const QString &name,
                              const QList<JobEndpoint> &endpoints)
{
    m_server->answer(request(verb, name), model::Items<JobEndpoint>{endpoints});
}

QString JobEndpointsTest::request(const QString &verb, const QString &name) const
{
    return verb + u' ' + m_path + u'/' + name;
}

void JobEndpointsTest::aSwitchAsksForItAndShowsTheAnswer()
{
    open({});
    QCOMPARE(m_tab->findChild<PageStates *>()->shown(), PageStates::Shown::Empty);
    answer(u"PUT"_s, u"jupyter"_s, {samples::endpoint(u"jupyter"_s)});
    QTest::keyClick(box(u"jupyter"_s), Qt::Key_Space);
    QTRY_COMPARE(rows().size(), 1);
    QCOMPARE(m_server->count(request(u"PUT"_s, u"jupyter"_s)), 1);
    QVERIFY(box(u"jupyter"_s)->isChecked());
    m_server->refuse(request(u"PUT"_s, u"ssh"_s), {ErrorCode::Unavailable, {}, {}});
    box(u"ssh"_s)->click();
    QTRY_VERIFY(m_window->findChild<Toast *>());
    QVERIFY(!box(u"ssh"_s)->isChecked());
}

void JobEndpointsTest::switchingOffWhatIsReadyAsksFirst()
{
    open({samples::readyPage(u"jupyter"_s, 40100), samples::endpoint(u"port-40001"_s)});
    answer(u"DELETE"_s, u"jupyter"_s, {});
    answer(u"DELETE"_s, u"port-40001"_s, {samples::readyPage(u"jupyter"_s, 40100)});
    find<QToolButton>(u"port-40001-off"_s)->click();
    QTRY_COMPARE(rows().size(), 1);
    QCOMPARE(m_prompt.questions.size(), 0);
    box(u"jupyter"_s)->click();
    QTRY_COMPARE(m_prompt.questions.size(), 1);
    QCOMPARE(m_prompt.questions[0].title, u"Switch off Jupyter?"_s);
    QTRY_VERIFY(box(u"jupyter"_s)->isChecked());
    QCOMPARE(m_server->count(request(u"DELETE"_s, u"jupyter"_s)), 0);
    m_prompt.confirms = true;
    box(u"jupyter"_s)->click();
    QTRY_COMPARE(m_server->count(request(u"DELETE"_s, u"jupyter"_s)), 1);
    QTRY_COMPARE(rows().size(), 0);
    QCOMPARE(m_prompt.questions.size(), 2);
}

void JobEndpointsTest::whatFailedIsTriedAgain()
{
    open({samples::failed(u"jupyter"_s, EndpointFailure::NoAnswer)});
    answer(u"PUT"_s, u"jupyter"_s, {samples::endpoint(u"jupyter"_s)});
    QCOMPARE(button(u"jupyter-main-action"_s)->text(), u"Try again"_s);
    button(u"jupyter-main-action"_s)->click();
    QTRY_COMPARE(m_server->count(request(u"PUT"_s, u"jupyter"_s)), 1);
    QTRY_VERIFY(!button(u"jupyter-main-action"_s)->isVisible());
}

void JobEndpointsTest::aNewPortIsOpenedByEnter()
{
    open({});
    answer(u"PUT"_s, u"port-40007"_s, {samples::endpoint(u"port-40007"_s)});
    auto *field = find<QLineEdit>(u"newPortField"_s);
    field->setFocus();
    QTest::keyClicks(field, u" 40007"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(rows().size(), 1);
    QCOMPARE(field->text(), QString());
}

void JobEndpointsTest::aWrongPortIsSaidAtTheField()
{
    open({samples::endpoint(u"port-40001"_s)});
    auto *field = find<QLineEdit>(u"newPortField"_s);
    const QString range = u"Enter a whole number from 40000 to 49999."_s;
    button(u"openPortButton"_s)->click();
    QCOMPARE(said(u"newPortErrorLabel"_s), range);
    QVERIFY(field->hasFocus());
    field->setText(u"80"_s);
    QCOMPARE(said(u"newPortErrorLabel"_s), range);
    QCOMPARE(field->accessibleDescription(), range);
    field->setText(u"40001"_s);
    QCOMPARE(said(u"newPortErrorLabel"_s), u"This one is switched on already."_s);
    field->setText(u"40002"_s);
    QCOMPARE(said(u"newPortErrorLabel"_s), QString());
    QCOMPARE(m_server->count(request(u"PUT"_s, u"port-80"_s)), 0);
}

void JobEndpointsTest::aRefusedPortIsSaidAtTheField()
{
    open({});
    m_server->refuse(request(u"PUT"_s, u"port-40003"_s), {ErrorCode::Conflict, {}, {}});
    find<QLineEdit>(u"newPortField"_s)->setText(u"40003"_s);
    button(u"openPortButton"_s)->click();
    QTRY_VERIFY(said(u"newPortErrorLabel"_s).contains(u"not possible now"_s));
    QVERIFY(!m_window->findChild<Toast *>());
}

void JobEndpointsTest::anEndedJobSaysWhyNothingCanBeSwitched()
{
    open({samples::endpoint(u"jupyter"_s, EndpointState::Stopped),
          samples::endpoint(u"port-40001"_s, EndpointState::Stopped)},
         samples::job(1, JobState::Finished));
    QTRY_COMPARE(rows(), (QStringList{u"Jupyter | Stopped | The job has ended."_s,
                                      u"Port 40001 | Stopped | The job has ended."_s}));
    QCOMPARE(said(u"endpointsNoteLabel"_s), u"The job has ended."_s);
    QVERIFY(!box(u"ssh"_s)->isEnabled());
    QCOMPARE(box(u"ssh"_s)->toolTip(), u"The job has ended."_s);
    QVERIFY(!find<QLineEdit>(u"newPortField"_s)->isEnabled());
    QVERIFY(!button(u"port-40001-main-action"_s)->isVisible());
}

void JobEndpointsTest::othersSeeNoAddress()
{
    auto job = samples::job(1, JobState::Running);
    job.owner = model::UserId(30099);
    open({samples::endpoint(u"ssh"_s, EndpointState::Ready)}, job);
    QTRY_COMPARE(rows().size(), 1);
    QVERIFY(rows().first().startsWith(u"SSH | Ready | Its address is shown to"_s));
    QCOMPARE(said(u"endpointsNoteLabel"_s), u"It is somebody else's job."_s);
    QVERIFY(!button(u"keysButton"_s)->isVisible());
}

void JobEndpointsTest::changesAreReadWhenTheyAreTold()
{
    open({samples::endpoint(u"jupyter"_s)});
    answer(u"GET"_s, {}, {});
    m_server->answer(u"GET "_s + m_path,
                     model::Items<JobEndpoint>{{samples::readyPage(u"jupyter"_s, 40100)}});
    emit m_store->endpointsChanged(samples::job(2).id);
    emit m_store->endpointsChanged(samples::job(1).id);
    QTRY_VERIFY(rows().value(0).contains(u"http://10.0.0.1:40100/"_s));
    m_server->answer(
        u"GET "_s + m_path,
        model::Items<JobEndpoint>{{samples::endpoint(u"jupyter"_s, EndpointState::Stopped)}});
    m_tab->setJob(samples::job(1, JobState::Killed));
    QTRY_COMPARE(rows(), (QStringList{u"Jupyter | Stopped | The job has ended."_s}));
}

void JobEndpointsTest::aRowKeepsTheFocusThroughAChange()
{
    open({samples::readyPage(u"port-40005"_s, 40100)});
    QPushButton *action = button(u"port-40005-main-action"_s);
    action->setFocus();
    m_server->answer(u"GET "_s + m_path,
                     model::Items<JobEndpoint>{{samples::readyPage(u"port-40005"_s, 40100),
                                                samples::endpoint(u"ssh"_s)}});
    emit m_store->endpointsChanged(samples::job(1).id);
    QTRY_COMPARE(rows().size(), 2);
    QVERIFY(action->hasFocus());
    QVERIFY(rows().first().startsWith(u"SSH"_s));
}

void JobEndpointsTest::nothingIsReadWhileNobodyLooks()
{
    open({});
    m_tab->hide();
    const QString read = u"GET "_s + m_path;
    m_tab->setJob(samples::job(1, JobState::Paused));
    emit m_store->reloadNeeded();
    QCOMPARE(m_server->count(read), 1);
    m_tab->show();
    QTRY_COMPARE(m_server->count(read), 2);
}

void JobEndpointsTest::whatCouldNotBeLoadedIsTriedAgain()
{
    const auto job = samples::job(1, JobState::Running);
    const QString read = u"GET /api/v1/jobs/"_s + job.id.toString() + u"/endpoints"_s;
    m_server->refuse(read, {ErrorCode::Unavailable, {}, {}});
    m_tab->setJob(job);
    auto *states = m_tab->findChild<PageStates *>();
    QTRY_COMPARE(states->shown(), PageStates::Shown::Error);
    QVERIFY(!box(u"ssh"_s)->isEnabled());
    m_server->answer(read, model::Items<JobEndpoint>{{samples::readySsh()}});
    button(u"messageButton"_s)->click();
    QTRY_COMPARE(states->shown(), PageStates::Shown::Content);
    QVERIFY(box(u"ssh"_s)->isEnabled());
}

QTEST_MAIN(JobEndpointsTest)
#include "tst_jobendpoints.moc"
