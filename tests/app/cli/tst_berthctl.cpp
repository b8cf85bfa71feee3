// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The program as a process, as far as it goes without a server; tests/blackbox goes on from here.
class BerthctlTest final : public QObject
{
    Q_OBJECT

private slots:
    void tellsVersionAndHelp();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void saysThatNobodyIsSignedIn();
    void saysThatTheServerDoesNotAnswer();
    void staysQuietInTheLocaleC();

private:
    struct Outcome
    {
        int status = -1;
        QString out;
        QString err;
    };
    Outcome run(const QStringList &arguments, const QByteArray &input = {});

    QTemporaryDir m_home;
};

BerthctlTest::Outcome BerthctlTest::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_CONFIG_HOME"_s, m_home.path());
    environment.remove(u"BERTH_SERVER"_s);
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    environment.remove(u"DISPLAY"_s);
    environment.insert(u"LC_ALL"_s, u"C"_s);
    process.setProcessEnvironment(environment);
    process.start(qEnvironmentVariable("BERTHCTL"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30000))
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void BerthctlTest::tellsVersionAndHelp()
{
    QCOMPARE(run({u"--version"_s}).out, u"berthctl 0.1.0\n"_s);
    const Outcome overview = run({u"--help"_s});
    QCOMPARE(overview.status, 0);
    for (const auto &command :
         {u"login"_s,       u"logout"_s, u"passwd"_s, u"submit"_s,    u"jobs"_s,      u"job"_s,
          u"logs"_s,        u"pause"_s,  u"resume"_s, u"kill"_s,      u"endpoints"_s, u"ssh"_s,
          u"priority"_s,    u"nodes"_s,  u"vcs"_s,    u"vc-shares"_s, u"vc-create"_s, u"users"_s,
          u"user-create"_s, u"groups"_s, u"roles"_s,  u"audit"_s}) {
        QVERIFY2(overview.out.contains(u"\n  "_s + command + u' '), qPrintable(command));
        const Outcome help = run({command, u"--help"_s});
        QCOMPARE(help.status, 0);
        QVERIFY(help.out.startsWith(u"Usage: berthctl "_s + command));
        QVERIFY(help.out.contains(u"Exit status"_s));
    }
}

void BerthctlTest::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("word");
    QTest::newRow("command") << QStringList{u"frobnicate"_s} << u"frobnicate"_s;
    QTest::newRow("option") << QStringList{u"jobs"_s, u"--frobnicate"_s} << u"frobnicate"_s;
    QTest::newRow("no server") << QStringList{u"jobs"_s} << u"--server"_s;
    QTest::newRow("plain http") << QStringList{u"jobs"_s, u"--server"_s, u"http://berth.lab"_s}
                                << u"https"_s;
    QTest::newRow("no user") << QStringList{u"login"_s, u"--server"_s, u"http://127.0.0.1:1"_s}
                             << u"--user"_s;
}

void BerthctlTest::refusesWhatItDoesNotKnow()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, word);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.status, 126);
    QCOMPARE(outcome.out, QString());
    QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
}

void BerthctlTest::saysThatNobodyIsSignedIn()
{
    const Outcome outcome = run({u"jobs"_s, u"--server"_s, u"http://127.0.0.1:1"_s});
    QCOMPARE(outcome.status, 127);
    QVERIFY(outcome.err.contains(u"berthctl login"_s));
}

void BerthctlTest::saysThatTheServerDoesNotAnswer()
{
    QTcpServer listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    const QString server = u"http://127.0.0.1:%1"_s.arg(listener.serverPort());
    listener.close();
    const Outcome outcome =
        run({u"login"_s, u"--server"_s, server, u"--user"_s, u"admin"_s}, "secret\n");
    QCOMPARE(outcome.status, 125);
    QVERIFY2(outcome.err.contains(u"refuses the connection"_s), qPrintable(outcome.err));
    QVERIFY(!outcome.err.contains(u"secret"_s));
    QVERIFY(QDir(m_home.path()).isEmpty());
}

void BerthctlTest::staysQuietInTheLocaleC()
{
    QCOMPARE(run({u"--version"_s}).err, QString());
}

QTEST_GUILESS_MAIN(BerthctlTest)
#include "tst_berthctl.moc"
