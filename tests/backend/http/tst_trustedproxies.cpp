// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/trustedproxies.h"
#include "tests/backend/http/server.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using http::TrustedProxies;

class TrustedProxiesTest : public QObject
{
    Q_OBJECT

private slots:
    void readsNetworks_data();
    void readsNetworks();
    void findsTheClient_data();
    void findsTheClient();
    void capsClientsNotProxies();
};

void TrustedProxiesTest::readsNetworks_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("outside");
    const auto row = [](const char *network, const QString &address = {},
                        const QString &outside = {}) {
        QTest::newRow(network) << QString::fromLatin1(network) << address << outside;
    };
    row("10.0.0.5", u"10.0.0.5"_s, u"10.0.0.6"_s);
    row("10.1.0.0/16", u"10.1.2.3"_s, u"10.2.0.1"_s);
    row("10.1.0.0/16", u"::ffff:10.1.2.3"_s, u"::10.1.2.3"_s);
    row("fd00::/8", u"fd12::1"_s, u"fe80::1"_s);
    row("::1", u"::1"_s, u"127.0.0.1"_s);
    for (const char *bad :
         {"", "proxy", "10", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/0", "::/0", "::/129",
          "10.0.0.0/255.0.0.0", "10.0.0.5:80", "10.0.0.0/8/8", "::ffff:10.0.0.1"})
        row(bad);
}

void TrustedProxiesTest::readsNetworks()
{
    QFETCH(QString, network);
    QFETCH(QString, address);
    QFETCH(QString, outside);
    const auto proxies = TrustedProxies::parse({u"192.0.2.1"_s, network});
    QCOMPARE(proxies.has_value(), !address.isEmpty());
    if (!proxies)
        return;
    QVERIFY(proxies->contains(QHostAddress(address)));
    QVERIFY(!proxies->contains(QHostAddress(outside)));
    QVERIFY(!TrustedProxies().contains(QHostAddress(address)));
}

void TrustedProxiesTest::findsTheClient_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("forwardedFor");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QString>("client");
    const auto row = [](const char *name, const QString &client, const QByteArray &forwardedFor,
                        const QByteArray &forwarded = {}, const QString &peer = u"10.0.0.1"_s) {
        QTest::newRow(name) << peer << forwardedFor << forwarded << client;
    };
    row("no header", u"10.0.0.1"_s, "");
    row("one hop", u"192.0.2.7"_s, "192.0.2.7");
    row("with a port", u"192.0.2.7"_s, "192.0.2.7:4711");
    row("version 6", u"2001:db8::7"_s, "2001:db8::7");
    row("version 6 with a port", u"2001:db8::7"_s, "[2001:db8::7]:80");
    row("invented by the client", u"192.0.2.7"_s, "198.51.100.1, 192.0.2.7");
    row("two proxies", u"192.0.2.7"_s, "198.51.100.1, 192.0.2.7, 10.0.0.2");
    row("nobody but proxies", u"10.0.0.3"_s, "10.0.0.3, 10.0.0.2");
    row("nonsense", u"10.0.0.2"_s, "192.0.2.7, unknown, 10.0.0.2");
    row("from a stranger", u"192.0.2.9"_s, "198.51.100.1", "for=198.51.100.1", u"192.0.2.9"_s);
    row("a mapped peer", u"192.0.2.7"_s, "192.0.2.7", "", u"::ffff:10.0.0.1"_s);
    row("standard", u"192.0.2.7"_s, "", "for=198.51.100.1, For=192.0.2.7;proto=https;by=10.0.0.1");
    row("standard, quoted", u"2001:db8::7"_s, "", "proto=https;for=\"[2001:db8::7]:4711\"");
    row("standard, hidden", u"10.0.0.1"_s, "", "for=_hidden");
    row("standard, quoted comma", u"192.0.2.7"_s, "", "for=\"1.2.3.4, 5.6.7.8\", for=192.0.2.7");
    row("both agree", u"192.0.2.7"_s, "192.0.2.7", "for=192.0.2.7");
    row("both disagree", u"10.0.0.1"_s, "192.0.2.7", "for=198.51.100.1");
}

void TrustedProxiesTest::findsTheClient()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, forwardedFor);
    QFETCH(QByteArray, forwarded);
    QFETCH(QString, client);
    const auto proxies = TrustedProxies::parse({u"10.0.0.0/8"_s});
    http::Request request;
    request.peer = QHostAddress(peer);
    // Each hop in a header of its own means the same.
    for (const QByteArray &hop : forwardedFor.split(','))
        request.headers.append({"x-forwarded-for"_ba, hop});
    if (!forwarded.isEmpty())
        request.headers.append({"Forwarded"_ba, forwarded});
    QCOMPARE(proxies->clientOf(request).toString(), client);
}

// Everybody behind a proxy comes from its one address.
void TrustedProxiesTest::capsClientsNotProxies()
{
    Server server({.connections = 3, .connectionsPerAddress = 1});
    server.trust(*TrustedProxies::parse({u"127.0.0.1"_s}));
    Client first(server.port());
    Client second(server.port());
    Client third(server.port());
    QTRY_COMPARE(server.listener().connectionCount(), 3);
    Client fourth(server.port());
    QTRY_VERIFY(fourth.isClosed());
}

QTEST_GUILESS_MAIN(TrustedProxiesTest)
#include "tst_trustedproxies.moc"
