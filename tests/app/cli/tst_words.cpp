// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/words.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class WordsTest final : public QObject
{
    Q_OBJECT

private slots:
    void aWaitingJobSaysItsPlaceAndWhy();
    void anEndedJobSaysItsCode();
    void theTimelineNamesThePersonOnce();
    void anErrorNamesTheOption();
    void everyFailureOfAnEndpointHasWords();
    void aProblemOfAFileNamesItsPlace();
};

void WordsTest::everyFailureOfAnEndpointHasWords()
{
    model::JobEndpoint endpoint;
    for (const auto &[failure, word] : json::EnumNames<model::EndpointFailure>::table) {
        endpoint.failure = failure;
        QVERIFY2(!failureWords(endpoint).isEmpty(), word.data());
    }
    endpoint.failure = model::EndpointFailure::Exited;
    endpoint.detail = u"Traceback:\nNo module named notebook\n"_s;
    QCOMPARE(failureWords(endpoint), u"ended by itself: No module named notebook"_s);
}

void WordsTest::aWaitingJobSaysItsPlaceAndWhy()
{
    model::JobSummary job;
    job.position = 3;
    job.reason = model::Reason{.code = model::ReasonCode::NotEnoughInVc,
                               .asked = 8,
                               .free = 5,
                               .total = 16,
                               .exitCode = {},
                               .subject = {},
                               .detail = {}};
    QCOMPARE(stateWords(job), u"queued (number 3 in its queue): asks 8, 5 free of 16 in the VC"_s);
}

void WordsTest::anEndedJobSaysItsCode()
{
    model::JobSummary job;
    job.state = model::JobState::Failed;
    job.reason = model::Reason{
        .code = model::ReasonCode::ExitCode, .exitCode = 3, .subject = u"main"_s, .detail = {}};
    QCOMPARE(stateWords(job), u"failed: task main ended with 3"_s);
}

void WordsTest::theTimelineNamesThePersonOnce()
{
    model::TimelineEntry entry;
    entry.cause = model::TimelineCause::KillRequested;
    entry.actor = u"ada"_s;
    entry.reason = model::Reason{
        .code = model::ReasonCode::ByUser, .exitCode = {}, .subject = u"ada"_s, .detail = {}};
    QCOMPARE(timelineWords(entry), u"kill requested by ada"_s);
}

void WordsTest::anErrorNamesTheOption()
{
    const Error device{ErrorCode::InvalidInput, u"deviceType: devices need a device type"_s,
                       u"deviceType"_s};
    QCOMPARE(errorLine(device), u"berthctl: --device-type: devices need a device type"_s);
    const Error variable{ErrorCode::InvalidInput,
                         u"environment[2].name: not a variable's name: 1"_s,
                         u"environment[2].name"_s};
    QCOMPARE(errorLine(variable), u"berthctl: --env: not a variable's name: 1"_s);
    const Error id{ErrorCode::InvalidInput, u"ID: it is missing"_s, u"ID"_s};
    QCOMPARE(errorLine(id), u"berthctl: ID: it is missing"_s);
}

void WordsTest::aProblemOfAFileNamesItsPlace()
{
    using Kind = yaml::Problem::Kind;
    QCOMPARE(
        problemWords({.kind = Kind::WholeNumberExpected, .line = 4, .path = u"spec.devices"_s}),
        u"line 4: spec.devices: expected a whole number"_s);
    QCOMPARE(problemWords({.kind = Kind::NotYaml, .line = 2, .detail = u"end of map"_s}),
             u"line 2: end of map"_s);
    QCOMPARE(problemWords({.kind = Kind::NameMissing, .path = u"key.name"_s}),
             u"key.name: the template needs a name"_s);
    QCOMPARE(problemWords({.kind = Kind::TooLarge}), u"the file has more than 256 KiB"_s);
    QCOMPARE(problemWords({.kind = Kind::WordExpected,
                           .line = 3,
                           .path = u"spec.kind"_s,
                           .words = {u"regular"_s, u"distributed"_s}}),
             u"line 3: spec.kind: expected one of regular, distributed"_s);
}

QTEST_GUILESS_MAIN(WordsTest)
#include "tst_words.moc"
