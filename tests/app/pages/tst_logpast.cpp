// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/logpast.h"
#include "core/json/query.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

using Lines = QList<model::LogLine>;

namespace {

// Lines from..to−1; five of them are written in each millisecond.
Lines lines(int from, int to)
{
    Lines result;
    for (int i = from; i < to; ++i)
        result.append({QDateTime::fromMSecsSinceEpoch(1'000'000 + i / 5, Qt::UTC), u"main"_s,
                       model::LogStream::Stdout, u"line %1"_s.arg(i)});
    return result;
}

// What a server answers whose log has the lines.
Lines answer(Lines all, const model::LogQuery &query)
{
    all.removeIf([&query](const auto &line) { return line.at > *query.until; });
    all = all.first(std::max<qsizetype>(0, all.size() - query.skip));
    return all.last(std::min<qsizetype>(query.tail, all.size()));
}

} // namespace

class LogPastTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsToTheBeginningWithoutGapOrRepetition();
    void theAnswerForAnotherJobIsNotWanted();

private:
    FakeServer m_server;
    const model::JobId m_job = samples::job(1).id;
    Lines m_all;
};

void LogPastTest::init()
{
    m_all = lines(0, 5003);
    m_server.answer(u"GET /api/v1/jobs/"_s + m_job.toString() + u"/log"_s,
                    [this](const client::WireRequest &request) -> Result<QByteArray> {
                        const QUrlQuery text(request.path.section(u'?', 1));
                        const auto query = json::fromQuery<model::LogQuery>(text);
                        if (!query)
                            return query.error();
                        return json::encodeText(
                            model::Items<model::LogLine>{answer(m_all, *query)});
                    });
}

void LogPastTest::readsToTheBeginningWithoutGapOrRepetition()
{
    LogPast past(m_server);
    QSignalSpy received(&past, &LogPast::received);
    past.restart(m_job);
    past.ask(); // nothing is known yet
    Lines known = m_all.mid(4501, 2); // in the middle of a millisecond
    past.noteNewest(known.first(1));
    past.noteNewest(known.last(1));
    known += m_all.mid(4503);
    past.noteNewest(m_all.mid(4503));
    for (int pages = 1; pages <= 3; ++pages) {
        past.ask();
        past.ask(); // while it is asked for
        QTRY_COMPARE(received.count(), pages);
        known = received.last().first().value<Lines>() + known;
    }
    QCOMPARE(known, m_all);
    const auto asked = m_server.requests().size();
    past.ask();
    QCOMPARE(m_server.requests().size(), asked);
}

void LogPastTest::theAnswerForAnotherJobIsNotWanted()
{
    LogPast past(m_server);
    QSignalSpy received(&past, &LogPast::received);
    past.restart(m_job);
    past.noteNewest(m_all.last(1));
    past.ask();
    past.restart(samples::job(2).id);
    past.noteNewest(m_all.last(1));
    QTRY_COMPARE(m_server.answered(), m_server.requests().size());
    QCOMPARE(received.count(), 0);
}

QTEST_MAIN(LogPastTest)
#include "tst_logpast.moc"
