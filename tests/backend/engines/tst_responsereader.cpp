// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/responsereader.h"

#include <QTest>

using engines::ResponseReader;

class ResponseReaderTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsAnyFramingInAnyPieces_data();
    void readsAnyFramingInAnyPieces();
    void handsOutABodyAsItComes();
    void knowsAnAnswerThatBrokeOff_data();
    void knowsAnAnswerThatBrokeOff();
    void refusesWhatIsNoHttp();
};

void ResponseReaderTest::readsAnyFramingInAnyPieces_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
                            << 200 << QByteArray("hello");
    QTest::newRow("chunks") << QByteArray(
        "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"
        "3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n")
                            << 201 << QByteArray("hello");
    QTest::newRow("until the end")
        << QByteArray("HTTP/1.1 404 Not Found\r\n\r\nhello") << 404 << QByteArray("hello");
    QTest::newRow("no body") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204
                             << QByteArray();
    QTest::newRow("not modified") << QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n") << 304
                                  << QByteArray();
}

void ResponseReaderTest::readsAnyFramingInAnyPieces()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    for (qsizetype step = 1; step <= bytes.size(); ++step) {
        ResponseReader reader;
        for (qsizetype at = 0; at < bytes.size(); at += step)
            QVERIFY(reader.feed(bytes.mid(at, step)));
        QVERIFY(reader.end());
        QVERIFY(reader.hasHead());
        QVERIFY(reader.isDone());
        QCOMPARE(reader.status(), status);
        QCOMPARE(reader.takeBody(), body);
    }
}

void ResponseReaderTest::handsOutABodyAsItComes()
{
    ResponseReader reader;
    QVERIFY(reader.feed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"));
    QVERIFY(reader.hasHead());
    QVERIFY(reader.feed("5\r\nfirst\r\n"));
    QCOMPARE(reader.takeBody(), "first");
    QVERIFY(reader.feed("6\r\nsecond\r\n"));
    QCOMPARE(reader.takeBody(), "second");
    QVERIFY(!reader.isDone());
}

void ResponseReaderTest::knowsAnAnswerThatBrokeOff_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nContent");
    QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
    QTest::newRow("chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhe");
    QTest::newRow("last chunk") << QByteArray(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n");
}

void ResponseReaderTest::knowsAnAnswerThatBrokeOff()
{
    QFETCH(QByteArray, bytes);
    ResponseReader reader;
    QVERIFY(reader.feed(bytes));
    const auto ended = reader.end();
    QVERIFY(!ended);
    QCOMPARE(ended.error().code, ErrorCode::Unavailable);
}

void ResponseReaderTest::refusesWhatIsNoHttp()
{
    for (const QByteArray &bytes :
         {QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n"), QByteArray("HTTP/1.1 abc OK\r\n\r\n"),
          QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"),
          QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"),
          QByteArray("HTTP/1.1 200 OK\r\nA: " + QByteArray(100000, 'a'))}) {
        ResponseReader reader;
        const auto fed = reader.feed(bytes);
        QVERIFY2(!fed, bytes.left(60).constData());
        QCOMPARE(fed.error().code, ErrorCode::Unavailable);
    }
}

QTEST_GUILESS_MAIN(ResponseReaderTest)
#include "tst_responsereader.moc"
