// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/taskports.h"
#include "endpointlab.h"
#include "tests/support/await.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::EndpointFailure;
using model::EndpointKind;
using model::EndpointState;
using Switch = EndpointLab::Switch;

class EndpointLoopTest final : public QObject
{
    Q_OBJECT

private slots:
    void bringsUpWhatAJobAsksFor();
    void opensAndClosesWhileTheJobRuns();
    void saysWhatIsNotInTheImage();
    void triesAgainWhenItIsAsked();
    void waitsForAnInteractivePort();
    void noticesThatAServiceDied();
    void givesUpAServiceThatNeverAnswers();
    void keepsPortAndTokenOverARestart();
    void stopsWhatWasSwitchedOffWhileItWasAway();
    void takesAnotherPortWhenItsOwnIsTaken();
    void leavesTheSshOfAGangRunning();
    void beginsAnewWithEveryStart();
    void writesKeysAsTheyChange();
    void shutsOutWhoIsDisabled();
    void waitsForAnEngineThatIsAway();
};

void EndpointLoopTest::bringsUpWhatAJobAsksFor()
{
    EndpointLab lab;
    lab.addKey(u"laptop"_s);
    const model::Job job = lab.run({EndpointKind::Ssh, EndpointKind::Jupyter}, {40007});
    for (const QString &name : {u"ssh"_s, u"jupyter"_s, u"port-40007"_s})
        QTRY_VERIFY2(lab.isReady(job, name), qPrintable(name));
    QCOMPARE(lab.executed().size(), 2);
    QVERIFY(lab.executed().contains(u"ssh start"_s));
    QVERIFY(lab.executed().contains(u"jupyter start"_s));
    for (const auto &command : lab.world.inside.executed)
        QCOMPARE(command.uid, lab.ann.value());
    QVERIFY(lab.isExposed(job, reconcile::kSshPort));
    QVERIFY(lab.isExposed(job, reconcile::kJupyterPort));
    QVERIFY(lab.isExposed(job, 40007));
    QCOMPARE(lab.endpoint(job, u"ssh"_s).host, u"127.0.0.1"_s);
    QCOMPARE(lab.runtimeFile(job, u"authorized_keys"_s), "ssh-ed25519 AAAA laptop\n"_ba);
    QCOMPARE(lab.token(job).size(), 64);
    QCOMPARE(lab.runtimeFile(job, u"jupyter-token"_s), lab.token(job).toLatin1());
}

void EndpointLoopTest::opensAndClosesWhileTheJobRuns()
{
    EndpointLab lab;
    const model::Job job = lab.run(QList<EndpointKind>());
    lab.turn(Switch::On, job, u"tensorboard"_s);
    lab.turn(Switch::On, job, u"port-40001"_s);
    QTRY_VERIFY(lab.isReady(job, u"tensorboard"_s) && lab.isReady(job, u"port-40001"_s));
    lab.turn(Switch::Off, job, u"tensorboard"_s);
    lab.turn(Switch::Off, job, u"port-40001"_s);
    QTRY_COMPARE(lab.endpoint(job, u"tensorboard"_s).state, EndpointState::Stopped);
    QTRY_VERIFY(lab.world.inside.exposures.isEmpty());
    QCOMPARE(lab.executed(), QStringList({u"tensorboard start"_s, u"tensorboard stop"_s}));
    lab.turn(Switch::On, job, u"tensorboard"_s);
    lab.turn(Switch::On, job, u"port-40001"_s);
    QTRY_VERIFY(lab.isReady(job, u"tensorboard"_s) && lab.isReady(job, u"port-40001"_s));
}

void EndpointLoopTest::saysWhatIsNotInTheImage()
{
    EndpointLab lab;
    lab.world.inside.answer = [](const auto &) {
        return engines::Execution{3, u"jupyter is not in this image\n"_s};
    };
    const model::Job job = lab.run({EndpointKind::Jupyter});
    QTRY_COMPARE(lab.endpoint(job, u"jupyter"_s).state, EndpointState::Failed);
    QCOMPARE(lab.endpoint(job, u"jupyter"_s).failure, EndpointFailure::NotInImage);
    QCOMPARE(lab.endpoint(job, u"jupyter"_s).detail, u"jupyter is not in this image"_s);
    lab.restart();
    QTest::qWait(50);
    QCOMPARE(lab.executed().size(), 1); // asked for once, also after a restart
}

void EndpointLoopTest::triesAgainWhenItIsAsked()
{
    EndpointLab lab;
    lab.world.inside.answer = [](const auto &) { return engines::Execution{4, u"no disk"_s}; };
    const model::Job job = lab.run({EndpointKind::Ssh});
    QTRY_COMPARE(lab.endpoint(job, u"ssh"_s).failure, EndpointFailure::Exited);
    lab.world.inside.answer = {};
    lab.turn(Switch::On, job, u"ssh"_s);
    QTRY_VERIFY(lab.isReady(job, u"ssh"_s));
    QCOMPARE(lab.endpoint(job, u"ssh"_s).detail, QString());
}

void EndpointLoopTest::waitsForAnInteractivePort()
{
    EndpointLab lab;
    lab.world.inside.deafPorts = {40001};
    const model::Job job = lab.run(QList<EndpointKind>(), {40001});
    QTest::qWait(50);
    QCOMPARE(lab.endpoint(job, u"port-40001"_s).state, EndpointState::Pending);
    QVERIFY(!lab.isExposed(job, 40001));
    lab.world.inside.deafPorts.clear();
    QTRY_VERIFY(lab.isReady(job, u"port-40001"_s));
    lab.world.inside.deafPorts = {40001}; // the person's own server ends and begins again
    QTRY_COMPARE(lab.endpoint(job, u"port-40001"_s).state, EndpointState::Pending);
    lab.world.inside.deafPorts.clear();
    QTRY_VERIFY(lab.isReady(job, u"port-40001"_s));
    QVERIFY(lab.executed().isEmpty());
}

void EndpointLoopTest::noticesThatAServiceDied()
{
    EndpointLab lab;
    const model::Job job = lab.run({EndpointKind::Jupyter});
    QTRY_VERIFY(lab.isReady(job, u"jupyter"_s));
    lab.world.inside.answer = [&](const auto &) {
        return engines::Execution{4, u"http://x/?token=%1\nkilled\n"_s.arg(lab.token(job))};
    };
    lab.world.inside.deafPorts = {reconcile::kJupyterPort};
    QTRY_COMPARE(lab.endpoint(job, u"jupyter"_s).failure, EndpointFailure::Exited);
    QCOMPARE(lab.endpoint(job, u"jupyter"_s).detail, u"http://x/?token=…\nkilled"_s);
    QTRY_VERIFY(!lab.isExposed(job, reconcile::kJupyterPort));
    const int port = lab.endpoint(job, u"jupyter"_s).port;
    lab.world.inside.deafPorts.clear();
    lab.world.inside.answer = {};
    lab.turn(Switch::On, job, u"jupyter"_s);
    QTRY_VERIFY(lab.isReady(job, u"jupyter"_s));
    QCOMPARE(lab.endpoint(job, u"jupyter"_s).port, port);
}

void EndpointLoopTest::givesUpAServiceThatNeverAnswers()
{
    EndpointLab lab;
    lab.world.inside.deafPorts = {reconcile::kTensorBoardPort};
    const model::Job job = lab.run({EndpointKind::TensorBoard});
    QTRY_COMPARE(lab.endpoint(job, u"tensorboard"_s).failure, EndpointFailure::NoAnswer);
}

void EndpointLoopTest::keepsPortAndTokenOverARestart()
{
    EndpointLab lab;
    const model::Job job = lab.run({EndpointKind::Ssh, EndpointKind::Jupyter}, {40001});
    QTRY_VERIFY(lab.isReady(job, u"ssh"_s) && lab.isReady(job, u"jupyter"_s)
                && lab.isReady(job, u"port-40001"_s));
    const auto ports = [&] {
        QList<int> found;
        for (const QString &name : {u"ssh"_s, u"jupyter"_s, u"port-40001"_s})
            found.append(lab.endpoint(job, name).port);
        return found;
    };
    const auto before = ports();
    const QString token = lab.token(job);
    lab.restart();
    lab.turn(Switch::On, job, u"port-40002"_s); // takes no other's port
    QTRY_VERIFY(lab.isReady(job, u"ssh"_s) && lab.isReady(job, u"jupyter"_s)
                && lab.isReady(job, u"port-40001"_s) && lab.isReady(job, u"port-40002"_s));
    QCOMPARE(ports(), before);
    QCOMPARE(lab.token(job), token);
    QCOMPARE(lab.runtimeFile(job, u"jupyter-token"_s), token.toLatin1());
}

void EndpointLoopTest::stopsWhatWasSwitchedOffWhileItWasAway()
{
    EndpointLab lab;
    const model::Job job = lab.run({EndpointKind::Ssh});
    QTRY_VERIFY(lab.isReady(job, u"ssh"_s));
    lab.world.setReachable(false);
    lab.turn(Switch::Off, job, u"ssh"_s);
    lab.restart();
    lab.world.setReachable(true);
    QTRY_COMPARE(lab.endpoint(job, u"ssh"_s).state, EndpointState::Stopped);
    QCOMPARE(lab.executed().last(), u"ssh stop"_s);
}

void EndpointLoopTest::takesAnotherPortWhenItsOwnIsTaken()
{
    EndpointLab lab;
    const model::Job job = lab.run({EndpointKind::Ssh});
    QTRY_VERIFY(lab.isReady(job, u"ssh"_s));
    const int port = lab.endpoint(job, u"ssh"_s).port;
    lab.world.inside.takenPorts = {port};
    lab.restart();
    QTRY_VERIFY(lab.isReady(job, u"ssh"_s));
    QVERIFY(lab.endpoint(job, u"ssh"_s).port != port);
}

void EndpointLoopTest::leavesTheSshOfAGangRunning()
{
    EndpointLab lab;
    model::JobSpec spec;
    spec.kind = model::JobKind::Distributed;
    spec.nodes = 2;
    spec.endpoints = {EndpointKind::Ssh, EndpointKind::Jupyter};
    const model::Job job = lab.run(spec);
    for (const QString &task : {u"ps0"_s, u"worker0"_s, u"worker1"_s})
        QTRY_COMPARE(lab.endpoint(job, u"ssh"_s, task).state, EndpointState::Ready);
    QTRY_COMPARE(lab.endpoint(job, u"jupyter"_s, u"worker0"_s).state, EndpointState::Ready);
    lab.turn(Switch::Off, job, u"ssh"_s);
    for (const QString &task : {u"ps0"_s, u"worker0"_s, u"worker1"_s}) {
        QTRY_COMPARE(lab.endpoint(job, u"ssh"_s, task).state, EndpointState::Stopped);
        QVERIFY(!lab.isExposed(job, reconcile::kSshPort, task));
    }
    QVERIFY(!lab.executed().contains(u"ssh stop"_s));
}

void EndpointLoopTest::beginsAnewWithEveryStart()
{
    EndpointLab lab;
    const model::Job first = lab.run({EndpointKind::Jupyter});
    QTRY_VERIFY(lab.isReady(first, u"jupyter"_s));
    const int port = lab.endpoint(first, u"jupyter"_s).port;
    const QString token = lab.token(first);
    lab.end(first.id, model::JobState::Paused);
    QTRY_VERIFY(lab.world.inside.exposures.isEmpty());
    const model::Job second = lab.runAgain(first.id);
    QTRY_VERIFY(lab.isExposed(second, reconcile::kJupyterPort));
    QTRY_VERIFY(lab.isReady(second, u"jupyter"_s));
    QCOMPARE(lab.endpoint(second, u"jupyter"_s).attempt, 2);
    QCOMPARE(lab.endpoint(second, u"jupyter"_s).port, port);
    QVERIFY(lab.token(second) != token);
    lab.end(second.id, model::JobState::Finished);
    QTRY_VERIFY(lab.world.inside.exposures.isEmpty());
}

void EndpointLoopTest::writesKeysAsTheyChange()
{
    EndpointLab lab;
    const model::Job job = lab.run({EndpointKind::Ssh});
    QTRY_VERIFY(lab.isReady(job, u"ssh"_s));
    const auto keys = [&] { return lab.runtimeFile(job, u"authorized_keys"_s); };
    QCOMPARE(keys(), ""_ba);
    lab.addKey(u"laptop"_s);
    lab.addKey(u"desk"_s);
    QTRY_COMPARE(keys(), "ssh-ed25519 AAAA laptop\nssh-ed25519 AAAA desk\n"_ba);
    lab.removeKeys();
    QTRY_COMPARE(keys(), ""_ba);
}

void EndpointLoopTest::shutsOutWhoIsDisabled()
{
    EndpointLab lab;
    lab.addKey(u"laptop"_s);
    const model::Job job = lab.run({EndpointKind::Ssh}, {40001});
    QTRY_VERIFY(lab.isReady(job, u"ssh"_s) && lab.isReady(job, u"port-40001"_s));
    QVERIFY(support::await(lab.accounts().setDisabled(lab.ann, true)));
    QTRY_VERIFY(lab.world.inside.exposures.isEmpty());
    QTRY_COMPARE(lab.runtimeFile(job, u"authorized_keys"_s), ""_ba);
    QVERIFY(support::await(lab.accounts().setDisabled(lab.ann, false)));
    QTRY_VERIFY(lab.isReady(job, u"ssh"_s) && lab.isReady(job, u"port-40001"_s));
}

void EndpointLoopTest::waitsForAnEngineThatIsAway()
{
    EndpointLab lab;
    lab.world.setReachable(false);
    const model::Job job = lab.run({EndpointKind::Ssh});
    QTest::qWait(100);
    QCOMPARE(lab.endpoint(job, u"ssh"_s).state, EndpointState::Pending);
    lab.world.setReachable(true);
    QTRY_VERIFY(lab.isReady(job, u"ssh"_s));
}

QTEST_GUILESS_MAIN(EndpointLoopTest)
#include "tst_endpointloop.moc"
