// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/requestreader.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using State = http::RequestReader::State;

class RequestReaderTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsBytesHoweverTheyAreCut();
    void keepsWhatFollows();
    void refusesWhatIsNotClear_data();
    void refusesWhatIsNotClear();
    void refusesWhatIsTooLarge();
    void boundsWhatItKeeps();
    void honoursTheClientsWishToClose();
    void seesExpectations();
    void rewindsToTheBeginning();
};

void RequestReaderTest::readsBytesHoweverTheyAreCut()
{
    const QByteArray text =
        "POST /a?b=c HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n"
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n";
    for (qsizetype step = 1; step <= text.size(); ++step) {
        http::RequestReader reader({});
        for (qsizetype at = 0; at < text.size(); at += step)
            reader.feed(text.mid(at, step));
        QCOMPARE(reader.state(), State::Complete);
        const http::Request request = reader.take();
        QCOMPARE(request.method, "POST"_ba);
        QCOMPARE(request.target, "/a?b=c"_ba);
        QCOMPARE(request.header("x-a"), "1"_ba);
        QCOMPARE(request.body, "abcde"_ba);
        QVERIFY(request.keepAlive);
        QCOMPARE(reader.state(), State::Idle);
    }
}

void RequestReaderTest::keepsWhatFollows()
{
    http::RequestReader reader({});
    reader.feed("\r\nGET /1 HTTP/1.1\r\nHost: x\r\n\r\n"
                "PUT /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhiGET /3 HTTP/1.1\r\n");
    QCOMPARE(reader.take().target, "/1"_ba);
    reader.feed({});
    QCOMPARE(reader.state(), State::Complete);
    QCOMPARE(reader.take().body, "hi"_ba);
    reader.feed({});
    QCOMPARE(reader.state(), State::Head);
    reader.feed("Host: x\r\n\r\n");
    QCOMPARE(reader.take().target, "/3"_ba);
}

void RequestReaderTest::refusesWhatIsNotClear_data()
{
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    const QByteArray post = "POST / HTTP/1.1\r\nHost: x\r\n";
    row("two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab");
    row("one length twice", post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na");
    row("length and chunks", post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n");
    row("chunks and length", post + "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n");
    row("negative length", post + "Content-Length: -1\r\n\r\n");
    row("signed length", post + "Content-Length: +1\r\n\r\na");
    row("overflowing length", post + "Content-Length: 99999999999999999999\r\n\r\n");
    row("list of lengths", post + "Content-Length: 1, 1\r\n\r\na");
    row("unknown coding", post + "Transfer-Encoding: gzip\r\n\r\n");
    row("two codings", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");
    row("chunked twice", post + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n");
    row("chunks in 1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("chunk size", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n");
    row("huge chunk", post + "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n");
    row("no host", "GET / HTTP/1.1\r\n\r\n");
    row("two hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n");
    row("whole address", "GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n");
    row("no path", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n");
    row("version 2", "GET / HTTP/2.0\r\nHost: x\r\n\r\n");
    row("version 1.9", "GET / HTTP/1.9\r\nHost: x\r\n\r\n");
    row("no version", "GET /\r\n\r\n");
    row("space before colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n");
    row("control character", "GET / HTTP/1.1\r\nHost: x\r\nA: a\x01"
                             "b\r\n\r\n");
    row("bare line feed", "GET / HTTP/1.1\nHost: x\n\n");
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
}

void RequestReaderTest::refusesWhatIsNotClear()
{
    QFETCH(const QByteArray, text);
    http::RequestReader reader({});
    reader.feed(text);
    QCOMPARE(reader.state(), State::Refused);
    QVERIFY(reader.refusal().status == 400 || reader.refusal().status == 413);
    reader.feed("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(reader.state(), State::Refused);
}

void RequestReaderTest::refusesWhatIsTooLarge()
{
    const http::Limits limits{.headerBytes = 200, .bodyBytes = 10};
    const auto statusOf = [&](const QByteArray &text) {
        http::RequestReader reader(limits);
        reader.feed(text);
        return reader.state() == State::Refused ? reader.refusal().status : 0;
    };
    QCOMPARE(statusOf("GET /" + QByteArray(300, 'a')), 431);
    QCOMPARE(statusOf("GET / HTTP/1.1\r\nHost: x\r\nA: " + QByteArray(300, 'a')), 431);
    const QByteArray post = "POST / HTTP/1.1\r\nHost: x\r\n";
    QCOMPARE(statusOf(post + "Content-Length: 11\r\n\r\n"), 413);
    QCOMPARE(statusOf(post + "Content-Length: 10\r\n\r\n"), 0);
    QCOMPARE(statusOf(post + "Transfer-Encoding: chunked\r\n\r\n9\r\n123456789\r\n2\r\nab"), 413);
}

void RequestReaderTest::boundsWhatItKeeps()
{
    http::RequestReader reader({.headerBytes = 200, .bodyBytes = 1000});
    reader.feed("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;");
    for (int i = 0; i < 300; ++i)
        reader.feed("x");
    QCOMPARE(reader.state(), State::Refused);
}

void RequestReaderTest::honoursTheClientsWishToClose()
{
    const auto keeps = [](const QByteArray &text) {
        http::RequestReader reader({});
        reader.feed(text);
        return reader.take().keepAlive;
    };
    QVERIFY(keeps("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
    QVERIFY(!keeps("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
    QVERIFY(!keeps("GET / HTTP/1.0\r\n\r\n"));
    QVERIFY(keeps("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
}

void RequestReaderTest::seesExpectations()
{
    http::RequestReader reader({});
    reader.feed("PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(reader.state(), State::Body);
    QVERIFY(reader.takeExpectation());
    QVERIFY(!reader.takeExpectation());
    reader.feed("ab");
    QCOMPARE(reader.take().body, "ab"_ba);
}

void RequestReaderTest::rewindsToTheBeginning()
{
    http::RequestReader reader({});
    reader.feed("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\n");
    reader.take();
    reader.feed("Host: x\r\n\r\nmore");
    reader.take();
    QCOMPARE(reader.rewound(), "GET /2 HTTP/1.1\r\nHost: x\r\n\r\nmore"_ba);
}

QTEST_APPLESS_MAIN(RequestReaderTest)
#include "tst_requestreader.moc"
