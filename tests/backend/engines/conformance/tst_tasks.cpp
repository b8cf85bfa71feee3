// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/engines/conformance/enginefixture.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using engines::TaskPhase;
using support::await;

class TasksTest final : public EngineFixture
{
    Q_OBJECT

private slots:
    void endsWithTheCommandsCode_data();
    void endsWithTheCommandsCode();
    void tellsPhasesAsTheyChange();
    void givesTimeToEnd();
    void killsWhatIgnoresTheRequest();
    void stopsWhatIsNotThere();
    void removesOnce();
    void removesNothingThatRuns();
    void findsARunningTask();
    void neverRunsACommandTwice();
    void startsATaskOnceWhenAskedTwice();
    void startsWhatWasOnlyCreated();
    void seesOnlyItsOwn();
    void passesArgumentsLiterally();
    void passesVariablesLiterally();
    void hidesDevicesThatWereNotGiven();
    void mountsWhatWasAsked();
    void startsTwentyAtOnce();
};

void TasksTest::endsWithTheCommandsCode_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("code");
    QTest::newRow("success") << u"exit 0"_s << 0;
    QTest::newRow("failure") << u"exit 3"_s << 3;
    QTest::newRow("killed") << u"sh -c 'kill -9 $$'; exit $?"_s << 137;
}

void TasksTest::endsWithTheCommandsCode()
{
    QFETCH(QString, script);
    QFETCH(int, code);
    if (isSimulated() && code == 137)
        QSKIP(kRunsNothing);
    const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-5);
    const auto spec = shellTask(script);
    started(spec);
    const auto status = ended(spec.key);
    QCOMPARE(status.exitCode, code);
    QVERIFY(!status.outOfMemory);
    QVERIFY(status.startedAt.has_value());
    QVERIFY(status.finishedAt.has_value());
    QVERIFY(*status.startedAt >= before);
    QVERIFY(*status.finishedAt >= *status.startedAt);
    QVERIFY(*status.finishedAt <= QDateTime::currentDateTimeUtc());
}

void TasksTest::tellsPhasesAsTheyChange()
{
    QList<engines::TaskStatus> told;
    connect(&engine(), &engines::ContainerEngine::taskChanged, this,
            [&](const engines::TaskStatus &status) { told.append(status); });
    const auto spec = shellTask(u"sleep 0.3; exit 4"_s);
    started(spec);
    QTRY_VERIFY(!told.isEmpty() && told.last().phase == TaskPhase::Exited);
    QCOMPARE(told.last().key, spec.key);
    QCOMPARE(told.last().exitCode, 4);
}

void TasksTest::givesTimeToEnd()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto spec =
        shellTask(u"trap 'echo bye; exit 7' TERM; echo up; while :; do sleep 0.1; done"_s);
    started(spec);
    QTRY_COMPARE(textsOf(spec.key), QStringList{u"up"_s});
    QVERIFY(await(engine().stop(spec.key, 20s)));
    QCOMPARE(ended(spec.key).exitCode, 7);
    QCOMPARE(textsOf(spec.key), (QStringList{u"up"_s, u"bye"_s}));
}

void TasksTest::killsWhatIgnoresTheRequest()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto spec = shellTask(u"trap '' TERM; echo up; while :; do sleep 0.1; done"_s);
    started(spec);
    QTRY_COMPARE(textsOf(spec.key), QStringList{u"up"_s});
    QVERIFY(await(engine().stop(spec.key, 1s)));
    const auto status = ended(spec.key);
    QCOMPARE(status.exitCode, 137);
    QVERIFY(!status.outOfMemory);
}

void TasksTest::stopsWhatIsNotThere()
{
    QVERIFY(await(engine().stop(shellTask({}).key, 1s)));
    const auto spec = shellTask(u"exit 5"_s);
    started(spec);
    ended(spec.key);
    QVERIFY(await(engine().stop(spec.key, 1s)));
    QCOMPARE(ended(spec.key).exitCode, 5);
}

void TasksTest::removesOnce()
{
    const auto spec = shellTask(u"true"_s);
    started(spec);
    ended(spec.key);
    QVERIFY(await(engine().remove(spec.key)));
    QVERIFY(!listed(spec.key));
    QVERIFY(await(engine().remove(spec.key)));
}

void TasksTest::removesNothingThatRuns()
{
    const auto spec = shellTask(u"sleep 60"_s);
    started(spec);
    const auto removed = await(engine().remove(spec.key));
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::Conflict);
    QCOMPARE(listed(spec.key)->phase, TaskPhase::Running);
}

void TasksTest::findsARunningTask()
{
    const auto spec = shellTask(u"sleep 60"_s);
    const auto first = started(spec);
    QCOMPARE(first.phase, TaskPhase::Running);
    QCOMPARE(first.key, spec.key);
    QCOMPARE(started(spec), first);
    QCOMPARE(listed(spec.key), first);
}

void TasksTest::neverRunsACommandTwice()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    QTemporaryDir folder;
    auto spec = shellTask(u"echo x >> /shared/runs; exit 3"_s);
    spec.mounts = {{folder.path(), u"/shared"_s, false}};
    started(spec);
    const auto first = ended(spec.key);
    const auto again = started(spec);
    QCOMPARE(again, first);
    QCOMPARE(ended(spec.key), first);
    QFile runs(folder.filePath(u"runs"_s));
    QVERIFY(runs.open(QIODevice::ReadOnly));
    QCOMPARE(runs.readAll(), "x\n");
}

void TasksTest::startsATaskOnceWhenAskedTwice()
{
    const auto spec = shellTask(u"sleep 60"_s);
    const auto one = engine().start(spec);
    const auto two = engine().start(spec);
    const auto first = await(one);
    const auto second = await(two);
    QVERIFY(first && !first->failure);
    QVERIFY(second && !second->failure);
    QCOMPARE(first->status, second->status);
    QCOMPARE(await(engine().list())->size(), 1);
}

void TasksTest::startsWhatWasOnlyCreated()
{
    if (isSimulated())
        QSKIP("a simulated container is created by its start alone");
    const auto spec = shellTask(u"exit 6"_s);
    engines::DockerClient client(service().socketPath());
    engines::CreateContext context{.installation = u"conformance"_s,
                                   .network = engines::Network::None,
                                   .ulimits = {1024, 1024},
                                   .devices = {}};
    context.brand = isPodman() ? engines::EngineBrand::Podman : engines::EngineBrand::Docker;
    const QString name = engines::containerName(u"conformance"_s, spec.key);
    const QByteArray body = QJsonDocument(engines::createBody(spec, context)).toJson();
    const auto created =
        await(client.request({.verb = "POST",
                              .path = "/v1.41/containers/create?name=" + name.toLatin1(),
                              .body = body}));
    QVERIFY(created && created->isSuccess());
    const auto waiting = listed(spec.key);
    QVERIFY(waiting.has_value());
    QCOMPARE(waiting->phase, TaskPhase::Created);
    QVERIFY(!waiting->startedAt);
    started(spec);
    QCOMPARE(ended(spec.key).exitCode, 6);
}

void TasksTest::seesOnlyItsOwn()
{
    const auto other = connectEngine(u"conformance-other"_s);
    QSignalSpy changes(other.get(), &engines::ContainerEngine::taskChanged);
    const auto spec = shellTask(u"sleep 60"_s);
    started(spec);
    QVERIFY(await(other->list())->isEmpty());
    QVERIFY(await(other->stop(spec.key, 0s)));
    QVERIFY(await(other->remove(spec.key)));
    QCOMPARE(listed(spec.key)->phase, TaskPhase::Running);

    const auto twin = await(other->start(spec));
    QVERIFY(twin && !twin->failure);
    QCOMPARE(await(other->list())->size(), 1);
    QCOMPARE(await(engine().list())->size(), 1);
    QVERIFY(await(other->stop(spec.key, 0s)));
    QVERIFY(await(other->remove(spec.key)));
    QCOMPARE(listed(spec.key)->phase, TaskPhase::Running);
}

void TasksTest::passesArgumentsLiterally()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    auto spec = shellTask({});
    const QStringList words{u"two words"_s,
                            u"$HOME `id` $(id)"_s,
                            u"it's \"quoted\" \\ back"_s,
                            u"line one\nline two"_s,
                            u"中文 ✓"_s,
                            u""_s,
                            u"-n"_s};
    spec.command = QStringList{u"/bin/printf"_s, u"[%s]\\n"_s} + words;
    started(spec);
    QCOMPARE(ended(spec.key).exitCode, 0);
    QStringList expected;
    for (const QString &word : words)
        expected += QString(u'[' + word + u']').split(u'\n');
    QCOMPARE(textsOf(spec.key), expected);
}

void TasksTest::passesVariablesLiterally()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    auto spec = shellTask(u"printf '[%s]\\n' \"$ONE\" \"$TWO\" \"$EMPTY\" \"$(hostname)\""_s);
    spec.environment = {
        {u"ONE"_s, u"a=b \"c\" $PATH 'd'"_s}, {u"TWO"_s, u"x\ny"_s}, {u"EMPTY"_s, {}}};
    started(spec);
    ended(spec.key);
    QCOMPARE(textsOf(spec.key),
             (QStringList{u"[a=b \"c\" $PATH 'd']"_s, u"[x"_s, u"y]"_s, u"[]"_s, u"[task]"_s}));
}

void TasksTest::hidesDevicesThatWereNotGiven()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const QString script = u"echo \"$NVIDIA_VISIBLE_DEVICES/$ASCEND_VISIBLE_DEVICES\""_s;
    auto none = shellTask(script);
    none.environment = {{u"NVIDIA_VISIBLE_DEVICES"_s, u"all"_s}};
    auto two = shellTask(script);
    two.devices = {1, 3};
    started(none);
    started(two);
    ended(none.key);
    ended(two.key);
    QCOMPARE(textsOf(none.key), QStringList{u"void/"_s});
    QCOMPARE(textsOf(two.key), QStringList{u"1,3/"_s});
}

void TasksTest::mountsWhatWasAsked()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    QTemporaryDir folder;
    const QString odd = folder.filePath(u"a:b c"_s);
    QVERIFY(QDir().mkpath(odd));
    auto spec = shellTask(u"echo hello > /open/file; echo no > /shut/file || echo refused"_s);
    spec.mounts = {{odd, u"/open"_s, false}, {odd, u"/shut"_s, true}};
    started(spec);
    ended(spec.key);
    QVERIFY(textsOf(spec.key).contains(u"refused"_s));
    QFile file(odd + u"/file"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "hello\n");
}

void TasksTest::startsTwentyAtOnce()
{
    QList<engines::TaskSpec> specs;
    QList<QFuture<Result<engines::StartOutcome>>> outcomes;
    for (int i = 0; i < 20; ++i)
        specs.append(shellTask(u"exit %1"_s.arg(i)));
    for (const auto &spec : specs)
        outcomes.append(engine().start(spec));
    for (const auto &outcome : outcomes) {
        const auto result = await(outcome);
        QVERIFY(result);
        QVERIFY2(!result->failure, qPrintable(result->detail));
    }
    for (int i = 0; i < specs.size(); ++i)
        QCOMPARE(ended(specs.at(i).key).exitCode, i);
}

QTEST_GUILESS_MAIN(TasksTest)
#include "tst_tasks.moc"
