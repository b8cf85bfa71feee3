// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/pages/jobcommands.h"
#include "app/widgets/toast.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"

#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using model::JobState;

namespace {

QString requestOf(const QString &verb, int job, const QString &end)
{
    return verb + u" /api/v1/jobs/"_s + samples::job(job).id.toString() + end;
}

} // namespace

class JobCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aKillIsSentOnlyAfterTheUndo();
    void anUndoneKillIsNeverSent();
    void pauseIsSentAtOnce();
    void whatIsNotPossibleIsGreyAndSaysWhy();

private:
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<QWidget> m_over;
    JobCommands *m_commands = nullptr;
};

void JobCommandsTest::init()
{
    m_server = std::make_unique<FakeServer>();
    m_store = std::make_unique<LiveStore>(*m_server);
    m_store->start(samples::account());
    m_over = std::make_unique<QWidget>();
    m_commands = new JobCommands(*m_store, m_over.get());
}

void JobCommandsTest::cleanup()
{
    m_over.reset();
    m_store.reset();
    m_server.reset();
}

void JobCommandsTest::aKillIsSentOnlyAfterTheUndo()
{
    m_commands->run(u"kill"_s, {samples::job(1)});
    const QString kill = requestOf(u"POST"_s, 1, u"/kill"_s);
    QCOMPARE(m_server->count(kill), 0);
    for (const RowAction &action : m_commands->offers({samples::job(1)}))
        QVERIFY2(action.id == u"support"_s || !action.enabled, qPrintable(action.id));
    QTRY_COMPARE_WITH_TIMEOUT(m_server->count(kill), 1, 3 * JobCommands::kUndoMs);
}

void JobCommandsTest::anUndoneKillIsNeverSent()
{
    m_commands->run(u"kill"_s, {samples::job(1)});
    m_over->findChild<Toast *>()->findChild<QPushButton *>(u"toastAction"_s)->click();
    m_commands->sendKills();
    QCOMPARE(m_server->count(requestOf(u"POST"_s, 1, u"/kill"_s)), 0);
}

void JobCommandsTest::pauseIsSentAtOnce()
{
    m_server->refuse(requestOf(u"POST"_s, 1, u"/pause"_s), {ErrorCode::Conflict, {}, {}});
    m_commands->run(u"pause"_s, {samples::job(1, JobState::Running)});
    QTRY_VERIFY(m_over->findChild<Toast *>());
    QVERIFY(m_over->findChild<Toast *>()->text().contains(u"not possible"_s));
}

void JobCommandsTest::whatIsNotPossibleIsGreyAndSaysWhy()
{
    const auto theirs = [] {
        model::JobSummary job = samples::job(1, JobState::Running);
        job.owner = model::UserId(30099);
        return job;
    }();
    const auto said = [this](const QList<model::JobSummary> &jobs) {
        QStringList lines;
        for (const RowAction &action : m_commands->offers(jobs)) {
            if (action.id != u"support"_s)
                lines << action.id + (action.enabled ? u" +"_s : u": "_s + action.toolTip);
        }
        return lines.join(u" | "_s);
    };
    QCOMPARE(said({samples::job(1, JobState::Running)}), u"pause + | kill +"_s);
    QCOMPARE(said({samples::job(1, JobState::Paused)}), u"resume + | kill +"_s);
    QCOMPARE(said({samples::job(1, JobState::Finished)}),
             u"pause: Pause: The job has ended. | kill: Kill: The job has ended."_s);
    QCOMPARE(said({theirs}), u"pause: Pause: It is somebody else's job."
                             " | kill: Kill: It is somebody else's job."_s);
    QCOMPARE(said({samples::job(1, JobState::Killing), samples::job(2, JobState::Paused)}),
             u"pause: Pause: None of the chosen jobs can take it. | resume + | kill +"_s);
}

QTEST_MAIN(JobCommandsTest)
#include "tst_jobcommands.moc"
