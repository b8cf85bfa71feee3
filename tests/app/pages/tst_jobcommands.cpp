// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/dialogs/supportdialog.h"
#include "app/pages/jobcommands.h"
#include "app/widgets/toast.h"
#include "core/model/page.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

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
    void supportIsOfferedWhereItCanBeReached();
    void wordsToSupportGoThroughTheServer();
    void aMailToSupportIsBegun();

public slots:
    void takeUrl(const QUrl &url) { m_opened << url; }

private:
    void reach(const QString &address, bool sends);
    bool offersSupport(const QList<model::JobSummary> &jobs) const;

    QList<QUrl> m_opened;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<QWidget> m_over;
    JobCommands *m_commands = nullptr;
};

void JobCommandsTest::init()
{
    m_opened.clear();
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

void JobCommandsTest::reach(const QString &address, bool sends)
{
    model::Cluster cluster = samples::cluster();
    cluster.supportAddress = address;
    cluster.sendsSupport = sends;
    m_server->answer(u"GET /api/v1/cluster"_s, cluster);
    m_store->reload();
    QTRY_COMPARE(m_store->cluster(), std::optional(cluster));
}

bool JobCommandsTest::offersSupport(const QList<model::JobSummary> &jobs) const
{
    return std::ranges::any_of(m_commands->offers(jobs),
                               [](const RowAction &action) { return action.id == u"support"_s; });
}

void JobCommandsTest::supportIsOfferedWhereItCanBeReached()
{
    const QList<model::JobSummary> one{samples::job(1, JobState::Failed)};
    reach({}, false);
    QVERIFY(!offersSupport(one));
    reach(u"help@lab.example"_s, false);
    QVERIFY(offersSupport(one));
    reach({}, true);
    QVERIFY(offersSupport(one));
    QVERIFY(!offersSupport({samples::job(1), samples::job(2)}));
}

void JobCommandsTest::wordsToSupportGoThroughTheServer()
{
    reach(u"help@lab.example"_s, true);
    const QString request = requestOf(u"POST"_s, 1, u"/support"_s);
    m_server->refuse(request, {ErrorCode::Unavailable, {}, {}});
    m_commands->run(u"support"_s, {samples::job(1)});
    auto *dialog = m_over->findChild<SupportDialog *>();
    QVERIFY(dialog->isVisible());
    dialog->findChild<QPlainTextEdit *>()->setPlainText(u" It hangs & waits.\n"_s);
    dialog->findChild<QPushButton *>(u"sendButton"_s)->click();
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"problemLabel"_s)->isVisible());
    dialog->reject();
    QTRY_VERIFY(!m_over->findChild<SupportDialog *>());

    m_server->answer(request, model::Nothing());
    m_commands->run(u"support"_s, {samples::job(1)});
    dialog = m_over->findChild<SupportDialog *>();
    QCOMPARE(dialog->message(), u"It hangs & waits."_s);
    dialog->findChild<QPushButton *>(u"sendButton"_s)->click();
    QTRY_VERIFY(m_over->findChild<Toast *>());
    QVERIFY(m_server->requests().last().body.contains("It hangs & waits."));
    QTRY_VERIFY(!m_over->findChild<SupportDialog *>());
}

void JobCommandsTest::aMailToSupportIsBegun()
{
    reach(u"help@lab.example"_s, false);
    auto job = samples::job(1, JobState::Error);
    job.name = u"a&b"_s;
    job.reason = model::Reason();
    job.reason->code = model::ReasonCode::ImageNotFound;
    job.reason->detail = u"100%41 of x&cc=me@example?#y\r\nBcc: z"_s;
    QDesktopServices::setUrlHandler(u"mailto"_s, this, "takeUrl");
    m_commands->run(u"support"_s, {job});
    QDesktopServices::unsetUrlHandler(u"mailto"_s);
    QCOMPARE(m_opened.size(), 1);
    const QByteArray mail = m_opened[0].toEncoded();
    QVERIFY2(mail.startsWith("mailto:help@lab.example?subject=Job%20a%26b%20in%20platform&body="),
             mail.constData());
    QCOMPARE(mail.count('&'), 1);
    QCOMPARE(mail.count('#'), 0);
    const QString body = QUrl::fromPercentEncoding(mail.mid(mail.indexOf("body=") + 5));
    QVERIFY(body.contains(u"\r\nId: "_s + job.id.toString() + u"\r\n"_s));
    QVERIFY(body.contains(u"\r\nStatus: Error\r\n"_s));
    QVERIFY(body.contains(job.reason->detail));
}

QTEST_MAIN(JobCommandsTest)
#include "tst_jobcommands.moc"
