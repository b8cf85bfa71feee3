// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "berthd.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

class ProcessTest final : public QObject
{
    Q_OBJECT

private slots:
    void servesWithoutConfiguration();
    void makesAnAdministratorOnce();
    void refusesASecondStart();
    void letsTheOperatorInAgain();
    void startsAgainAfterBeingKilled();
    void endsWellWithOpenConnections();
    void saysWhatIsWrongWithTheConfiguration();
    void checksTheConfiguration();
    void refusesPlainHttpBeyondThisMachine();
    void speaksTls();
    void tellsTheServiceManager();
    void playsASimulation();
    void keepsRealAndSimulatedDataApart();

private:
    struct Outcome
    {
        int status;
        QString out;
        QString error;
    };
    static Outcome run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(BERTHD), arguments);
        if (!process.waitForFinished(30000))
            return {-1, {}, {}};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray get(const QString &url, int status = 200)
    {
        QNetworkRequest request{QUrl(url)};
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.setPeerVerifyMode(QSslSocket::VerifyNone);
        request.setSslConfiguration(trusting);
        const std::unique_ptr<QNetworkReply> reply(m_network.get(request));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 10000)
            || reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != status)
            return "failed: " + reply->errorString().toUtf8();
        return reply->readAll();
    }

    int signIn(const Berthd &berthd, const QString &password)
    {
        QNetworkRequest request{QUrl(berthd.address() + u"/api/v1/sessions"_s)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
        const QJsonObject body{{"username"_L1, "admin"_L1}, {"password"_L1, password}};
        const std::unique_ptr<QNetworkReply> reply(
            m_network.post(request, QJsonDocument(body).toJson()));
        if (!QTest::qWaitFor([&] { return reply->isFinished(); }, 20000))
            return 0;
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }

    QNetworkAccessManager m_network;
};

void ProcessTest::servesWithoutConfiguration()
{
    Berthd berthd;
    QVERIFY2(berthd.start(), berthd.log().constData());
    QCOMPARE(get(berthd.address() + u"/healthz"_s), "ok\n"_ba);
    QTRY_VERIFY(get(berthd.address() + u"/readyz"_s).startsWith("ready"));
    QVERIFY(get(berthd.address() + u"/api/v1/jobs"_s, 401).contains("unauthenticated"));
    QVERIFY(get(berthd.address() + u"/api/v1/openapi.json"_s).contains("\"openapi\":\"3.0.3\""));
    QCOMPARE(QFile::permissions(berthd.dataDir()) & QFile::Permissions(0x77), QFile::Permissions());
    QCOMPARE(berthd.stop(), 0);
}

void ProcessTest::makesAnAdministratorOnce()
{
    Berthd berthd;
    QVERIFY2(berthd.start(), berthd.log().constData());
    const QString line = berthd.said().first();
    QVERIFY2(line.startsWith("the password of admin is "_L1), qPrintable(line));
    const QString password = line.section(u' ', -1);
    QFile file(berthd.dataDir() + u"/initial-admin-password"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()).trimmed(), password);
    QCOMPARE(file.permissions() & QFile::Permissions(0x77), QFile::Permissions());
    QCOMPARE(signIn(berthd, password), 200);
    QCOMPARE(signIn(berthd, u"another"_s), 401);
    QCOMPARE(berthd.stop(), 0);
    QVERIFY(!berthd.log().contains(password.toUtf8()));
    QVERIFY(berthd.start());
    QCOMPARE(berthd.said().last(), u"listening on "_s + berthd.address());
    QCOMPARE(signIn(berthd, password), 200);
}

void ProcessTest::refusesASecondStart()
{
    Berthd berthd;
    QVERIFY(berthd.start());
    const Outcome second =
        run({u"--data-dir"_s, berthd.dataDir(), u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(second.status, 1);
    QVERIFY2(second.error.contains(u"process %1"_s.arg(berthd.processId())),
             qPrintable(second.error));
    QCOMPARE(berthd.stop(SIGINT), 0);
}

void ProcessTest::letsTheOperatorInAgain()
{
    Berthd berthd;
    QVERIFY(berthd.start());
    const QString first = berthd.said().first().section(u' ', -1);
    const QStringList order{u"--data-dir"_s, berthd.dataDir(), u"--reset-administrator"_s};
    const Outcome running = run(order);
    QCOMPARE(running.status, 1);
    QVERIFY2(running.error.contains(u"process %1"_s.arg(berthd.processId())),
             qPrintable(running.error));
    QCOMPARE(berthd.stop(), 0);
    QVERIFY(run(order + QStringList{u"nobody"_s}).error.contains("there is no account nobody"_L1));
    QCOMPARE(run(order + QStringList{u"admin"_s, u"more"_s}).status, 2);
    QVERIFY(run({u"--data-dir"_s, u"/nonexistent"_s, u"--reset-administrator"_s})
                .error.contains("there are no data"_L1));
    const Outcome done = run(order);
    QVERIFY2(done.status == 0, qPrintable(done.error));
    QVERIFY2(done.out.startsWith("the password of admin is "_L1), qPrintable(done.out));
    QVERIFY(!QFile::exists(berthd.dataDir() + u"/initial-admin-password"_s));
    QVERIFY(berthd.start());
    QCOMPARE(signIn(berthd, first), 401);
    QCOMPARE(signIn(berthd, done.out.trimmed().section(u' ', -1)), 200);
}

void ProcessTest::startsAgainAfterBeingKilled()
{
    Berthd berthd;
    QVERIFY(berthd.start());
    QCOMPARE(berthd.stop(SIGKILL), -1);
    QVERIFY(berthd.start());
    QCOMPARE(get(berthd.address() + u"/healthz"_s), "ok\n"_ba);
    QCOMPARE(berthd.stop(), 0);
}

void ProcessTest::endsWellWithOpenConnections()
{
    Berthd berthd;
    QVERIFY(berthd.start());
    const QUrl url(berthd.address());
    QTcpSocket idle;
    QTcpSocket half;
    for (QTcpSocket *socket : {&idle, &half}) {
        socket->connectToHost(url.host(), quint16(url.port()));
        QVERIFY(socket->waitForConnected());
    }
    half.write("GET /healthz HTTP/1.1\r\nHost:");
    half.flush();
    QCOMPARE(get(berthd.address() + u"/healthz"_s), "ok\n"_ba);
    QElapsedTimer passed;
    passed.start();
    QCOMPARE(berthd.stop(), 0);
    QVERIFY(passed.elapsed() < 5000);
}

void ProcessTest::saysWhatIsWrongWithTheConfiguration()
{
    const Berthd berthd;
    const QString path = berthd.file(u"berthd.yaml"_s);
    write(path, "cluster:\n  name: x\nlisen: 127.0.0.1:0\n");
    for (const QStringList &more : {QStringList(), QStringList(u"--check-config"_s)}) {
        const Outcome outcome = run(QStringList{u"--config"_s, path} + more);
        QCOMPARE(outcome.status, 2);
        QVERIFY2(outcome.error.contains(path + u":3: lisen: unknown key"_s),
                 qPrintable(outcome.error));
    }
    QCOMPARE(run({u"--config"_s, u"/nowhere.yaml"_s}).status, 2);
    QCOMPARE(run({u"--lisen"_s}).status, 2);
    QCOMPARE(run({u"extra"_s}).status, 2);
    QCOMPARE(run({u"--listen"_s, u"everywhere"_s}).status, 2);
}

void ProcessTest::checksTheConfiguration()
{
    const Berthd berthd;
    const QString path = berthd.file(u"berthd.yaml"_s);
    write(path, "cluster: {name: Lab}\ndata-dir: untouched\n");
    const Outcome outcome = run({u"--config"_s, path, u"--check-config"_s});
    QCOMPARE(outcome.status, 0);
    QCOMPARE(outcome.out, u"the configuration is good\n"_s);
    QVERIFY(!QFile::exists(berthd.file(u"untouched"_s)));
    QVERIFY(run({u"--version"_s}).out.startsWith("berthd 0."_L1));
    QVERIFY(run({u"--help"_s}).out.contains("--data-dir"_L1));
}

void ProcessTest::refusesPlainHttpBeyondThisMachine()
{
    const Berthd berthd;
    const Outcome outcome = run({u"--data-dir"_s, berthd.dataDir(), u"--listen"_s, u"0.0.0.0:0"_s});
    QCOMPARE(outcome.status, 2);
    QVERIFY(outcome.error.contains("allow-plain-http"_L1));
}

void ProcessTest::speaksTls()
{
    Berthd berthd;
    const QString certificate = berthd.file(u"c.pem"_s);
    const QString key = berthd.file(u"k.pem"_s);
    QCOMPARE(QProcess::execute(u"openssl"_s,
                               {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-subj"_s,
                                u"/CN=localhost"_s, u"-keyout"_s, key, u"-out"_s, certificate}),
             0);
    const QString path = berthd.file(u"berthd.yaml"_s);
    write(path, "tls: {certificate: c.pem, key: k.pem}\n");
    QVERIFY2(berthd.start({u"--config"_s, path}), berthd.log().constData());
    QVERIFY(berthd.address().startsWith("https://"_L1));
    QCOMPARE(get(berthd.address() + u"/healthz"_s), "ok\n"_ba);
    QCOMPARE(berthd.stop(), 0);
    write(path, "tls: {certificate: k.pem, key: c.pem}\n");
    QCOMPARE(run({u"--config"_s, path, u"--data-dir"_s, berthd.dataDir()}).status, 1);
}

void ProcessTest::playsASimulation()
{
    Berthd berthd;
    const QString path = berthd.file(u"simulation.yaml"_s);
    write(path, "nodes: [{name: n, count: 3}]\npassword: long enough\npeople: [{username: ada}]\n");
    QCOMPARE(run({u"--simulate"_s, path, u"--check-config"_s}).status, 0);
    for (int start = 0; start < 2; ++start) {
        QVERIFY2(berthd.start({u"--simulate"_s, path}), berthd.log().constData());
        QVERIFY(berthd.said().contains(u"the password of ada is long enough"_s));
        QTRY_VERIFY(get(berthd.address() + u"/readyz"_s).startsWith("ready"));
        QCOMPARE(berthd.stop(), 0);
    }
    write(path, "nodes: [{name: n}]\nsped: 3\n");
    const Outcome outcome = run({u"--simulate"_s, path, u"--check-config"_s});
    QCOMPARE(outcome.status, 2);
    QVERIFY2(outcome.error.contains(path + u":2: sped: unknown key"_s), qPrintable(outcome.error));
}

void ProcessTest::keepsRealAndSimulatedDataApart()
{
    Berthd real;
    QVERIFY(real.start());
    QCOMPARE(real.stop(), 0);
    const QString path = real.file(u"simulation.yaml"_s);
    write(path, "nodes: [{name: n}]\n");
    const QStringList simulated{u"--simulate"_s, path, u"--listen"_s, u"127.0.0.1:0"_s};
    const Outcome refused = run(simulated + QStringList{u"--data-dir"_s, real.dataDir()});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.error.contains(u"that of a real cluster"_s), qPrintable(refused.error));
    Berthd other;
    QVERIFY(other.start({u"--simulate"_s, path}));
    QCOMPARE(other.stop(), 0);
    const Outcome also = run({u"--data-dir"_s, other.dataDir(), u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(also.status, 1);
    QVERIFY2(also.error.contains(u"that of a simulation"_s), qPrintable(also.error));
}

void ProcessTest::tellsTheServiceManager()
{
    Berthd berthd;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(berthd.file(u"notify"_s));
    std::copy(path.begin(), path.end(), address.sun_path);
    const int listening = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    QCOMPARE(::bind(listening, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
    qputenv("NOTIFY_SOCKET", path);
    qputenv("WATCHDOG_USEC", "20000");
    const auto clean = qScopeGuard([listening] {
        qunsetenv("NOTIFY_SOCKET");
        qunsetenv("WATCHDOG_USEC");
        ::close(listening);
    });
    QVERIFY(berthd.start());
    const auto next = [listening] {
        char state[64] = {};
        const auto size = ::recv(listening, state, sizeof(state), 0);
        return QByteArray(state, qsizetype(std::max<ssize_t>(size, 0)));
    };
    QCOMPARE(next(), "READY=1"_ba);
    QCOMPARE(next(), "WATCHDOG=1"_ba);
    QCOMPARE(next(), "WATCHDOG=1"_ba);
    QCOMPARE(berthd.stop(), 0);
}

QTEST_GUILESS_MAIN(ProcessTest)
#include "tst_process.moc"
