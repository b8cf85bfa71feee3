// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/config.h"
#include "backend/daemon/datalock.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class ConfigTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsTheShippedExampleAsTheDefaults();
    void readsEverything();
    void looksUpTheNodesName();
    void needsNothing();
    void namesFileLineAndReason_data();
    void namesFileLineAndReason();
    void tellsEverythingThatIsWrong();
    void refusesPlainHttpBeyondThisMachine();
    void readsHowPeopleComeIn();
    void namesWhatIsWrongWithSignIn_data();
    void namesWhatIsWrongWithSignIn();
    void readsAddresses();
    void locksADirectoryOnce();

private:
    QString write(const QByteArray &text)
    {
        const QString path = m_dir.filePath(u"berthd.yaml"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    QString writeSecret(const QString &name, const QByteArray &text, bool isOpen = false)
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner
                            | (isOpen ? QFile::ReadOther : QFile::Permissions()));
        return file.fileName();
    }
    QString problem(const QByteArray &text)
    {
        const auto config = berthd::readConfig(write(text));
        return config ? QString() : config.error().detail;
    }

    QTemporaryDir m_dir;
};

void ConfigTest::readsTheShippedExampleAsTheDefaults()
{
    const auto read = berthd::readConfig(QStringLiteral(BERTH_SOURCE "/installer/berthd.yaml"));
    QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    const berthd::Config defaults;
    QCOMPARE(read->listen.host, defaults.listen.host);
    QCOMPARE(read->listen.port, defaults.listen.port);
    QCOMPARE(read->dataDir, defaults.dataDir);
    QCOMPARE(read->clusterName, defaults.clusterName);
    QCOMPARE(read->limits.connections, defaults.limits.connections);
    QCOMPARE(read->limits.bodyBytes, defaults.limits.bodyBytes);
    QCOMPARE(read->limits.streamBacklogBytes, defaults.limits.streamBacklogBytes);
    QCOMPARE(read->limits.requestTime, defaults.limits.requestTime);
    QCOMPARE(read->sessions.idle, defaults.sessions.idle);
    QCOMPARE(read->sessions.absolute, defaults.sessions.absolute);
    QCOMPARE(read->engine.stopGrace, defaults.engine.stopGrace);
    QCOMPARE(read->engine.task.shmBytes, defaults.engine.task.shmBytes);
    QCOMPARE(read->engine.task.pids, defaults.engine.task.pids);
    QCOMPARE(read->engine.task.logBytes, defaults.engine.task.logBytes);
    QCOMPARE(read->node.ports, defaults.node.ports);
    QCOMPARE(read->node.hosts, defaults.node.hosts);
    QCOMPARE(read->deviceTypes, defaults.deviceTypes);
    QVERIFY(!read->node.devices);
    QVERIFY(!read->tls);
    QVERIFY(!read->trustedProxies.contains(QHostAddress(QHostAddress::LocalHost)));
}

void ConfigTest::readsEverything()
{
    const auto config = berthd::readConfig(write(R"(
listen: "[::]:443"
tls: {certificate: c.pem, key: /k.pem}
data-dir: data
cluster: {name: 集群, support: help@example.org}
trusted-proxies: [10.1.0.0/16, "::1"]
limits: {connections: 5, body: 2MiB, request-time: 1m}
sessions: {idle: 5m, absolute: 2d}
engine:
  socket: /run/x.sock
  pull: always
  stop-grace: 5s
  task: {memory: 8GiB, cpu: 1.5, pids: 10, shm: 64MiB, log: 2MiB}
device-types:
  - {name: a, family: npu, counts: [1, 2], devices-per-node: 2, link-groups: [[0], [1]]}
node: {name: n1, address: 10.0.0.1, devices: {type: a, count: 2}, hosts: 3, ports: 5000-5009}
)"));
    QVERIFY2(config, config ? "" : qPrintable(config.error().detail));
    QCOMPARE(config->listen.host, u"::"_s);
    QCOMPARE(config->listen.port, 443);
    QCOMPARE(config->tls->certificate, m_dir.filePath(u"c.pem"_s));
    QCOMPARE(config->tls->key, u"/k.pem"_s);
    QCOMPARE(config->dataDir, m_dir.filePath(u"data"_s));
    QCOMPARE(config->clusterName, u"集群"_s);
    QVERIFY(config->trustedProxies.contains(QHostAddress(u"10.1.2.3"_s)));
    QVERIFY(config->trustedProxies.contains(QHostAddress(u"::1"_s)));
    QCOMPARE(config->limits.bodyBytes, 2 << 20);
    QCOMPARE(config->limits.requestTime, 60000ms);
    QCOMPARE(config->sessions.absolute, 48h);
    QCOMPARE(config->engine.pull, engines::PullPolicy::Always);
    QCOMPARE(config->engine.task.milliCpu, 1500);
    QCOMPARE(config->deviceTypes.size(), 1);
    QCOMPARE(config->deviceTypes.first().linkGroups, (QList<QList<int>>{{0}, {1}}));
    QCOMPARE(config->node.devices->count, 2);
    QCOMPARE(config->engine.task.logBytes, 2 << 20);
    QCOMPARE(config->node.listen, {QHostAddress(u"10.0.0.1"_s)});
    QCOMPARE(config->node.hosts, 3);
    QCOMPARE(config->node.ports, (engines::PortRange{5000, 5009}));
    QVERIFY(berthd::checkConfig(*config));
}

void ConfigTest::looksUpTheNodesName()
{
    const auto config = berthd::readConfig(write("node: {address: localhost}\n"));
    QVERIFY2(config, config ? "" : qPrintable(config.error().detail));
    QCOMPARE(config->node.address, u"localhost"_s);
    QVERIFY(!config->node.listen.isEmpty());
    for (const QHostAddress &address : config->node.listen)
        QVERIFY(address.isLoopback());
}

void ConfigTest::needsNothing()
{
    QVERIFY(berthd::readConfig(write("")));
    QVERIFY(berthd::readConfig(write("# nothing\n")));
    QVERIFY(berthd::readConfig(write("node:\n")));
    QVERIFY(berthd::checkConfig({}));
}

void ConfigTest::namesFileLineAndReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &text, int line, const QString &reason) {
        QTest::newRow(name) << text << line << reason;
    };
    row("unknown key", "listen: 127.0.0.1:1\nlisen: x\n", 2, u"lisen: unknown key"_s);
    row("unknown inner key", "cluster:\n  name: a\n  nme: b\n", 3, u"cluster.nme: unknown key"_s);
    row("twice", "cluster: {}\nlisten: 127.0.0.1:1\nlisten: 127.0.0.1:2\n", 3, u"is there twice"_s);
    row("type", "limits:\n  connections: many\n", 2, u"limits.connections: expected a whole"_s);
    row("range", "limits:\n  connections: 0\n", 2, u"from 1 to"_s);
    row("map for a text", "cluster:\n  name: {a: b}\n", 2, u"cluster.name: expected a text"_s);
    row("text for a map", "cluster: a\n", 1, u"cluster: expected keys"_s);
    row("list at the top", "- a\n", 1, u"expected keys"_s);
    row("listen", "\nlisten: everywhere\n", 2, u"expected address:port"_s);
    row("time", "sessions: {idle: 5 parsecs}\n", 1, u"sessions.idle: expected a time"_s);
    row("bytes", "limits: {body: 1QiB}\n", 1, u"limits.body: expected bytes"_s);
    row("too few bytes", "limits: {body: 1}\n", 1, u"expected 1KiB to 1GiB"_s);
    row("word", "engine:\n  pull: sometimes\n", 2, u"one of missing, always, never"_s);
    row("kind", "engine: {kind: magic}\n", 1, u"expected container"_s);
    row("proxy", "\ntrusted-proxies: [10.0.0.5, gateway]\n", 2,
        u"trusted-proxies: expected addresses or networks"_s);
    row("every proxy", "trusted-proxies: [0.0.0.0/0]\n", 1, u"trusted-proxies: expected"_s);
    row("proxy as a text", "trusted-proxies: 10.0.0.5\n", 1, u"trusted-proxies: expected"_s);
    row("half of tls", "tls:\n  certificate: a\n", 2, u"expected certificate and key"_s);
    row("undeclared type", "node:\n  devices: {type: a, count: 1}\n", 2, u"one of device-types"_s);
    row("hosts of nothing", "node:\n  hosts: 2\n", 2, u"node.hosts: expected devices"_s);
    row("unknown name", "node:\n  address: nowhere.invalid\n", 2, u"node.address: nowhere"_s);
    row("ports", "node:\n  ports: 9-8\n", 2, u"node.ports: expected two of 1024"_s);
    row("ports the wrong way", "node:\n  ports: 5001-5000\n", 2, u"node.ports: expected"_s);
    row("small log", "engine:\n  task: {log: 1KiB}\n", 2, u"expected 0 or at least 1MiB"_s);
    row("syntax", "cluster: {name: a\nlisten: [", 2, u""_s);
    row("password", "mail:\n  password: x\n", 1, u"mail: unknown key"_s);
}

void ConfigTest::namesFileLineAndReason()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QString, reason);
    const QString detail = problem(text);
    const QString place = u"%1:%2: "_s.arg(m_dir.filePath(u"berthd.yaml"_s)).arg(line);
    QVERIFY2(detail.startsWith(place), qPrintable(detail));
    QVERIFY2(detail.contains(reason), qPrintable(detail));
}

void ConfigTest::tellsEverythingThatIsWrong()
{
    QCOMPARE(problem("listen: x\ncluster: {nme: a}\nfoo: 1\n").split(u'\n').size(), 3);
}

void ConfigTest::refusesPlainHttpBeyondThisMachine()
{
    berthd::Config config;
    config.listen = *berthd::parseListen(u"0.0.0.0:8600"_s);
    QVERIFY(!berthd::checkConfig(config));
    config.allowPlainHttp = true;
    QVERIFY(berthd::checkConfig(config));
}

void ConfigTest::readsHowPeopleComeIn()
{
    writeSecret(u"m"_s, "m-secret\n");
    writeSecret(u"w"_s, "w-secret");
    const auto config = berthd::readConfig(write(R"(
sign-in:
  sign-up: closed
  public-url: https://berth.lab:8443
  microsoft: {tenant: organizations, client-id: me, client-secret-file: m}
  wechat: {app-id: wx1, secret-file: w, token-url: "http://127.0.0.1:5/t"}
)"));
    QVERIFY2(config, config ? "" : qPrintable(config.error().detail));
    const berthd::SignInConfig &signIn = config->signIn;
    QVERIFY(!signIn.signUpOpen);
    QCOMPARE(signIn.publicUrl, QUrl(u"https://berth.lab:8443"_s));
    QCOMPARE(signIn.microsoft->issuer,
             QUrl(u"https://login.microsoftonline.com/organizations/v2.0"_s));
    QVERIFY(signIn.microsoft->isTenant);
    QCOMPARE(signIn.microsoft->clientSecret, u"m-secret"_s);
    QCOMPARE(signIn.weChat->secret, u"w-secret"_s);
    QCOMPARE(signIn.weChat->token, QUrl(u"http://127.0.0.1:5/t"_s));
    QVERIFY(signIn.weChat->userInfo.toString().startsWith("https://api.weixin.qq.com"_L1));
    const auto other = berthd::readConfig(
        write("sign-in:\n  public-url: http://localhost:8600\n  microsoft: {issuer: "
              "https://login.lab/realm, client-id: me, client-secret-file: m}\n"));
    QVERIFY2(other, other ? "" : qPrintable(other.error().detail));
    QVERIFY(!other->signIn.microsoft->isTenant && other->signIn.signUpOpen);
    const berthd::Config defaults;
    QVERIFY(defaults.signIn.signUpOpen && !defaults.signIn.microsoft && !defaults.signIn.weChat);
}

void ConfigTest::namesWhatIsWrongWithSignIn_data()
{
    QTest::addColumn<QByteArray>("text"); // of sign-in, from line 2 on
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &text, int line, const QString &reason) {
        QTest::newRow(name) << text << line << reason;
    };
    const QByteArray url = "  public-url: https://b.lab\n";
    row("sign-up", "  sign-up: maybe\n", 2, u"expected open or closed"_s);
    row("plain public-url", "  public-url: http://b.lab\n", 2, u"expected an https address"_s);
    row("path", "  public-url: https://b.lab/berth\n", 2, u"only scheme, host and port"_s);
    row("no public-url", "  wechat: {app-id: a, secret-file: good}\n", 2, u"public-url: exp"_s);
    row("unknown key", url + "  google: {}\n", 3, u"sign-in.google: unknown key"_s);
    row("tenant and issuer",
        url
            + "  microsoft:\n    issuer: https://a\n    tenant: b\n    client-id: c\n"
              "    client-secret-file: good\n",
        5, u"either tenant or issuer"_s);
    row("neither", url + "  microsoft:\n    client-id: c\n    client-secret-file: good\n", 4,
        u"either tenant or issuer"_s);
    row("odd tenant",
        url + "  microsoft:\n    tenant: a/b\n    client-id: c\n    client-secret-file: good\n", 4,
        u"expected a tenant"_s);
    row("plain issuer",
        url + "  microsoft:\n    issuer: http://a\n    client-id: c\n    client-secret-file: good\n",
        4, u"expected an https address"_s);
    row("no id", url + "  wechat:\n    secret-file: good\n", 4, u"wechat.app-id: expected"_s);
    row("no secret", url + "  wechat:\n    app-id: a\n", 4, u"a file that holds the secret"_s);
    row("no file", url + "  wechat:\n    app-id: a\n    secret-file: none\n", 5, u"No such file"_s);
    row("open file", url + "  wechat:\n    app-id: a\n    secret-file: open\n", 5,
        u"everybody can read it"_s);
    row("empty file", url + "  wechat:\n    app-id: a\n    secret-file: empty\n", 5,
        u"one line with the secret"_s);
    row("two lines", url + "  wechat:\n    app-id: a\n    secret-file: two\n", 5,
        u"one line with the secret"_s);
    row("no authority", "  ca-file: good\n", 2, u"holds no certificate"_s);
}

void ConfigTest::namesWhatIsWrongWithSignIn()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QString, reason);
    writeSecret(u"good"_s, "a secret");
    writeSecret(u"open"_s, "a secret", true);
    writeSecret(u"empty"_s, "\n");
    writeSecret(u"two"_s, "a\nb\n");
    const QString detail = problem("sign-in:\n" + text);
    const QString place = u"%1:%2: "_s.arg(m_dir.filePath(u"berthd.yaml"_s)).arg(line);
    QVERIFY2(detail.startsWith(place), qPrintable(detail));
    QVERIFY2(detail.contains(reason), qPrintable(detail));
    QVERIFY(!detail.contains("a secret"_L1));
}

void ConfigTest::readsAddresses()
{
    QCOMPARE(berthd::parseListen(u"localhost:0"_s)->host, u"127.0.0.1"_s);
    QVERIFY(berthd::parseListen(u"[::1]:1"_s)->isLoopback());
    QVERIFY(!berthd::parseListen(u"192.0.2.1:1"_s)->isLoopback());
    for (const QString &text : {u"8600"_s, u":8600"_s, u"host.example:1"_s, u"127.0.0.1:65536"_s,
                                u"127.0.0.1:-1"_s, u"::1:1"_s, QString()})
        QVERIFY2(!berthd::parseListen(text), qPrintable(text));
}

void ConfigTest::locksADirectoryOnce()
{
    const QString path = m_dir.filePath(u"a/b"_s);
    {
        const auto lock = berthd::DataLock::take(path);
        QVERIFY(lock);
        QCOMPARE(QFile::permissions(path) & QFile::ReadGroup, QFile::Permissions());
        const auto second = berthd::DataLock::take(path);
        QVERIFY(!second);
        QVERIFY(
            second.error().detail.contains(QString::number(QCoreApplication::applicationPid())));
    }
    QVERIFY(berthd::DataLock::take(path));
}

QTEST_GUILESS_MAIN(ConfigTest)
#include "tst_config.moc"
