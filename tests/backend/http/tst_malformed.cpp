// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server.h"

#include <QLoggingCategory>

#include <deque>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

// 10,000 requests that are broken in ways a seed decides; after each one the server answers a good
// request. BERTH_SEED gives another ten thousand.
class MalformedTest final : public QObject
{
    Q_OBJECT

private slots:
    void survivesWhateverIsSent();
};

namespace {

class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_random(seed)
    { }

    QByteArray next()
    {
        QByteArray bytes = valid();
        for (int i = below(4); i >= 0; --i)
            mutate(bytes);
        return bytes;
    }

private:
    int below(int bound) { return int(m_random() % unsigned(bound)); }
    qsizetype place(const QByteArray &bytes) { return below(int(bytes.size()) + 1); }
    char byte() { return char(below(256)); }

    QByteArray valid()
    {
        const QByteArray body = R"({"username": "anna", "password": "secret"})";
        const QByteArray head = "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\n"
                                "Content-Type: application/json\r\n";
        switch (below(6)) {
        case 0:
            return get("/api/v1/account");
        case 1:
            return head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        case 2:
            return head + "Transfer-Encoding: chunked\r\n\r\n10\r\n" + body.left(16) + "\r\n"
                   + QByteArray::number(body.size() - 16, 16) + "\r\n" + body.mid(16)
                   + "\r\n0\r\n\r\n";
        case 3:
            return get("/api/v1/jobs/x/log/stream?tail=10",
                       "Connection: Upgrade\r\nUpgrade: websocket\r\n"
                       "Sec-WebSocket-Version: 13\r\n"
                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        case 4:
            return get("/healthz") + get("/healthz") + get("/nowhere?a=%00%ff");
        default:
            return "GET /healthz HTTP/1.0\r\n\r\n";
        }
    }

    void mutate(QByteArray &bytes)
    {
        static const QList<QByteArray> kPieces{"\r\n",
                                               "\n",
                                               "\r",
                                               "\r\n\r\n",
                                               QByteArray(1, '\0'),
                                               " ",
                                               ":",
                                               "Content-Length: -1\r\n",
                                               "Content-Length: 18446744073709551616\r\n",
                                               "Content-Length: 5\r\n",
                                               "Host: y\r\n",
                                               "Transfer-Encoding: chunked\r\n",
                                               "Transfer-Encoding: identity\r\n",
                                               "ffffffffffffffff\r\n",
                                               "0\r\n\r\n",
                                               "Expect: 100-continue\r\n",
                                               "Connection: close\r\n",
                                               "X-Request-ID: a\r\n b\r\n",
                                               "Authorization: Bearer \xff\r\n",
                                               "%",
                                               "%zz",
                                               "/../",
                                               "?",
                                               "GET ",
                                               "HTTP/9.9",
                                               "Upgrade: h2c\r\n",
                                               "Origin: null\r\n",
                                               "\x16\x03\x01"};
        switch (below(9)) {
        case 0: // another byte
            if (!bytes.isEmpty())
                bytes[below(int(bytes.size()))] = byte();
            break;
        case 1:
        case 2: // something that means something
            bytes.insert(place(bytes), kPieces.at(below(int(kPieces.size()))));
            break;
        case 3: // cut off
            bytes.truncate(place(bytes));
            break;
        case 4: // a part is missing
            bytes.remove(place(bytes), below(20));
            break;
        case 5: // a part twice
            bytes.insert(place(bytes), bytes.mid(place(bytes), below(40)));
            break;
        case 6: // much of the same
            bytes.insert(place(bytes), QByteArray(below(50) == 0 ? 70000 : 300, byte()));
            break;
        case 7: // noise
            for (int i = 0; i < 64; ++i)
                bytes.insert(place(bytes), byte());
            break;
        default: // another number
            if (const qsizetype at = bytes.indexOf("Content-Length: "); at >= 0)
                bytes.insert(at + 16, char('0' + below(10)));
        }
    }

    std::mt19937 m_random;
};

} // namespace

void MalformedTest::survivesWhateverIsSent()
{
    const unsigned seed = qEnvironmentVariable("BERTH_SEED", u"1"_s).toUInt();
    QLoggingCategory::setFilterRules(u"berth.http*=false"_s);
    Server server({.connections = 50,
                   .connectionsPerAddress = 50,
                   .headerTime = 200ms,
                   .requestTime = 300ms,
                   .idleTime = 300ms,
                   .lingerTime = 100ms});
    Mutator mutator(seed);
    auto good = std::make_unique<Client>(server.port());
    std::deque<std::unique_ptr<Client>> bad;
    for (int i = 0; i < 10000; ++i) {
        bad.push_back(std::make_unique<Client>(server.port()));
        bad.back()->send(mutator.next());
        if (bad.size() > 30)
            bad.pop_front();
        if (good->isClosed() || i % 100 == 0)
            good = std::make_unique<Client>(server.port());
        const qsizetype before = good->answers();
        good->send(get("/api/v1/account"));
        QTRY_COMPARE(good->answers(), before + 1);
        QCOMPARE(good->received().count("HTTP/1.1 200 OK"), before + 1);
    }
    bad.clear();
    good.reset();
    QTRY_COMPARE(server.listener().connectionCount(), 0);
}

QTEST_GUILESS_MAIN(MalformedTest)
#include "tst_malformed.moc"
