// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/secretstore.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

using Found = Result<std::optional<QString>>;

template <typename T>
Result<T> await(const QFuture<Result<T>> &future)
{
    QFutureWatcher<Result<T>> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (!future.isFinished() && !finished.wait())
        return Error{ErrorCode::TimedOut, u"the test waited in vain"_s, {}};
    return future.result();
}

} // namespace

// Runs three times, against the keyring that BERTH_TEST_KEYRING names: "open", "locked" or "none".
class SecretStoreTest : public QObject
{
    Q_OBJECT

private:
    const QString m_keyring = qEnvironmentVariable("BERTH_TEST_KEYRING");
    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_daemon;

    void startBus()
    {
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
        QVERIFY(m_bus.waitForStarted());
        QVERIFY(m_bus.waitForReadyRead());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    }

    void startKeyring()
    {
        QStringList arguments{u"--foreground"_s, u"--components=secrets"_s};
        if (m_keyring == "open"_L1)
            arguments.append(u"--unlock"_s);
        m_daemon.start(u"gnome-keyring-daemon"_s, arguments);
        QVERIFY(m_daemon.waitForStarted());
        m_daemon.write("password of the keyring");
        m_daemon.closeWriteChannel();
        auto bus = QDBusConnection::connectToBus(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"),
                                                 u"test"_s);
        QVERIFY(bus.isConnected());
        QTRY_VERIFY(bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s));
    }

private slots:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty()
            || QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
            QSKIP("gnome-keyring or dbus-daemon is not installed");
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"})
            qunsetenv(name);
        if (m_keyring == "none"_L1)
            return;
        startBus();
        startKeyring();
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"test"_s);
        for (QProcess *process : {&m_daemon, &m_bus}) {
            process->terminate();
            process->waitForFinished();
        }
    }

    void keepsSecretsInAnOpenKeyring()
    {
        if (m_keyring != "open"_L1)
            QSKIP("for an open keyring");
        KeyringSecrets secrets(u"Berth test"_s);
        const QString key = u"alice@https://berth.lab"_s;
        QCOMPARE(await(secrets.read(key)), Found(std::optional<QString>()));
        QVERIFY(await(secrets.write(key, u"geheim 秘密"_s)));
        QCOMPARE(await(secrets.read(key)), Found(std::optional(u"geheim 秘密"_s)));
        QVERIFY(await(secrets.remove(key)));
        QCOMPARE(await(secrets.read(key)), Found(std::optional<QString>()));
        QVERIFY(await(secrets.remove(key)));
    }

    void saysSoWhenTheKeyringIsLockedOrMissing()
    {
        if (m_keyring == "open"_L1)
            QSKIP("for a keyring that does not answer");
        KeyringSecrets secrets(u"Berth test"_s);
        const auto written = await(secrets.write(u"key"_s, u"secret-1"_s));
        QVERIFY(!written);
        QVERIFY(written.error().code != ErrorCode::TimedOut);
        QVERIFY(!written.error().detail.isEmpty());
        const auto read = await(secrets.read(u"key"_s));
        QVERIFY(!read || !*read);
    }

    void neverWritesASecretIntoAFile()
    {
        if (m_keyring == "open"_L1)
            QSKIP("for a keyring that does not answer");
        QProcess grep;
        grep.start(u"grep"_s, {u"-r"_s, u"-l"_s, u"secret-1"_s, m_home.path()});
        QVERIFY(grep.waitForFinished());
        QCOMPARE(grep.readAllStandardOutput(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(SecretStoreTest)
#include "tst_secretstore.moc"
