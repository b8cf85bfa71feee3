// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/endpointaddress.h"
#include "app/pages/terminal.h"
#include "tests/app/support/endpoints.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class EndpointAddressTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void sshIsReadFromTheCommand();
    void whatIsNoAddressIsNotRun_data();
    void whatIsNoAddressIsNotRun();
    void aPageIsOpenedOnlyWhereItWasTold_data();
    void aPageIsOpenedOnlyWhereItWasTold();
    void aTerminalTakesEveryArgumentAsItIs();
    void theTerminalThatSomebodyNamesComesFirst();
    void withoutATerminalNothingIsStarted();

private:
    void putProgram(const QString &name, const QByteArray &script);

    std::unique_ptr<QTemporaryDir> m_folder;
};

// A desktop of the test's own.
void EndpointAddressTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("PATH", m_folder->path().toLocal8Bit());
    qunsetenv("TERMINAL");
}

void EndpointAddressTest::putProgram(const QString &name, const QByteArray &script)
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void EndpointAddressTest::sshIsReadFromTheCommand()
{
    const auto address = SshAddress::of(samples::readySsh());
    QVERIFY(address);
    QCOMPARE(address->command(),
             (QStringList{u"ssh"_s, u"-p"_s, u"40022"_s, u"--"_s, u"alice@10.0.0.1"_s}));
    QCOMPARE(address->commandLine(), u"ssh -p 40022 alice@10.0.0.1"_s);
    auto named = samples::readySsh();
    named.host = u"npu-3.lab.example.org"_s;
    named.command = u"ssh -p 40022 a_b.c-d@npu-3.lab.example.org"_s;
    QVERIFY(SshAddress::of(named));
    named.host = u"fd00::3"_s;
    named.command = u"ssh -p 40022 alice@fd00::3"_s;
    QVERIFY(SshAddress::of(named));
}

void EndpointAddressTest::whatIsNoAddressIsNotRun_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("command");
    const QString host = u"10.0.0.1"_s;
    QTest::newRow("nothing") << host << QString();
    QTest::newRow("another program") << host << u"sh -p 40022 alice@10.0.0.1"_s;
    QTest::newRow("another host") << host << u"ssh -p 40022 alice@10.0.0.2"_s;
    QTest::newRow("another port") << host << u"ssh -p 40023 alice@10.0.0.1"_s;
    QTest::newRow("one more option")
        << host << u"ssh -oProxyCommand=reboot -p 40022 alice@10.0.0.1"_s;
    QTest::newRow("an option as user") << host << u"ssh -p 40022 -oProxyCommand=x@10.0.0.1"_s;
    QTest::newRow("an option as host")
        << u"-oProxyCommand=x"_s << u"ssh -p 40022 alice@-oProxyCommand=x"_s;
    QTest::newRow("a shell's word") << u"$(reboot)"_s << u"ssh -p 40022 alice@$(reboot)"_s;
    QTest::newRow("a second command")
        << u"10.0.0.1;reboot"_s << u"ssh -p 40022 alice@10.0.0.1;reboot"_s;
    QTest::newRow("a user with a quote") << host << u"ssh -p 40022 al'ice@10.0.0.1"_s;
    QTest::newRow("a second line") << host << u"ssh -p 40022 alice@10.0.0.1\nreboot"_s;
    QTest::newRow("a line's end") << host << u"ssh -p 40022 alice@10.0.0.1\n"_s;
    QTest::newRow("no address") << u"::x"_s << u"ssh -p 40022 alice@::x"_s;
}

void EndpointAddressTest::whatIsNoAddressIsNotRun()
{
    QFETCH(QString, host);
    QFETCH(QString, command);
    auto endpoint = samples::readySsh();
    endpoint.host = host;
    endpoint.command = command;
    QVERIFY(!SshAddress::of(endpoint));
}

void EndpointAddressTest::aPageIsOpenedOnlyWhereItWasTold_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("opens");
    QTest::newRow("plain") << u"http://10.0.0.1:40100/"_s << true;
    QTest::newRow("with a token") << u"http://10.0.0.1:40100/lab?token=a1b2"_s << true;
    QTest::newRow("secure") << u"https://10.0.0.1:40100/"_s << true;
    QTest::newRow("another host") << u"http://10.0.0.2:40100/"_s << false;
    QTest::newRow("another port") << u"http://10.0.0.1:40101/"_s << false;
    QTest::newRow("no port") << u"http://10.0.0.1/"_s << false;
    QTest::newRow("a user in front") << u"http://10.0.0.1@evil.example:40100/"_s << false;
    QTest::newRow("with a sign-in") << u"http://a:b@10.0.0.1:40100/"_s << false;
    QTest::newRow("a file") << u"file://10.0.0.1:40100/etc/passwd"_s << false;
    QTest::newRow("a script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("no address") << u"http://10.0.0.1:40100/ x"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void EndpointAddressTest::aPageIsOpenedOnlyWhereItWasTold()
{
    QFETCH(QString, url);
    QFETCH(bool, opens);
    auto endpoint = samples::readyPage(u"jupyter"_s, 40100);
    endpoint.url = url;
    QCOMPARE(webAddress(endpoint).has_value(), opens);
}

void EndpointAddressTest::aTerminalTakesEveryArgumentAsItIs()
{
    const QString written = m_folder->filePath(u"arguments"_s);
    putProgram(u"xterm"_s, "printf '%s|' \"$@\" > \"" + written.toLocal8Bit() + ".new\"\n/bin/mv \""
                               + written.toLocal8Bit() + ".new\" \"" + written.toLocal8Bit()
                               + "\"\n");
    QVERIFY(terminal::run({u"ssh"_s, u"a b"_s, u"$(x)"_s, u"'"_s}));
    QTRY_VERIFY(QFile::exists(written));
    QFile file(written);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("-hold|-e|ssh|a b|$(x)|'|"));
}

void EndpointAddressTest::theTerminalThatSomebodyNamesComesFirst()
{
    for (const char *name : {"xterm", "gnome-terminal", "konsole", "mine"})
        putProgram(QString::fromLatin1(name), {});
    const auto commandFor = [this] {
        QStringList whole = terminal::commandFor({u"ssh"_s});
        whole[0].remove(0, m_folder->path().size() + 1);
        return whole.join(u' ');
    };
    QCOMPARE(commandFor(), u"gnome-terminal -- ssh"_s);
    qputenv("TERMINAL", "konsole");
    QCOMPARE(commandFor(), u"konsole --hold -e ssh"_s);
    qputenv("TERMINAL", "mine --big");
    QCOMPARE(commandFor(), u"mine --big -e ssh"_s);
    qputenv("TERMINAL", "absent --big");
    QCOMPARE(commandFor(), u"gnome-terminal -- ssh"_s);
    QVERIFY(
        QFile::link(m_folder->filePath(u"xterm"_s), m_folder->filePath(u"x-terminal-emulator"_s)));
    QCOMPARE(commandFor(), u"x-terminal-emulator -hold -e ssh"_s);
}

void EndpointAddressTest::withoutATerminalNothingIsStarted()
{
    QVERIFY(terminal::commandFor({u"ssh"_s}).isEmpty());
    QVERIFY(!terminal::run({u"ssh"_s}));
}

QTEST_GUILESS_MAIN(EndpointAddressTest)
#include "tst_endpointaddress.moc"
