// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/endpointtext.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/text/jobtext.h"
#include "app/text/signintext.h"
#include "app/text/templatetext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private slots:
    void everyValueHasWords();
    void reasonsCarryTheirNumbers();
    void explanationNamesThePlaceInTheQueue();
    void stepsNameTheActor();
    void timesAreRelative_data();
    void timesAreRelative();
    void durationsShowTwoUnits();
    void namesAreNotTakenForPlaceholders();
    void problemsOfAFileNameTheirPlace();
};

template <typename Enum, typename Function>
void eachHasWords(Function words)
{
    for (const auto &[value, name] : json::EnumNames<Enum>::table)
        QVERIFY2(!words(value).isEmpty(), name.data());
}

void TestText::everyValueHasWords()
{
    eachHasWords<model::JobState>(&JobText::state);
    eachHasWords<model::JobKind>(&JobText::kind);
    eachHasWords<model::RunOn>(&JobText::runOn);
    eachHasWords<model::EndpointKind>(&JobText::endpoint);
    eachHasWords<model::EndpointState>(&EndpointText::state);
    eachHasWords<model::EndpointFailure>([](model::EndpointFailure failure) {
        model::JobEndpoint endpoint;
        endpoint.name = u"jupyter"_s;
        endpoint.state = model::EndpointState::Failed;
        endpoint.failure = failure;
        return EndpointText::explanation(endpoint, model::JobState::Running);
    });
    eachHasWords<model::Provider>(&SignInText::provider);
    eachHasWords<model::AttemptFailure>([](model::AttemptFailure failure) {
        return SignInText::failure(failure, model::Provider::WeChat);
    });
    eachHasWords<model::ReasonCode>([](model::ReasonCode code) {
        model::Reason reason;
        reason.code = code;
        return JobText::reason(reason);
    });
    eachHasWords<model::TimelineCause>([](model::TimelineCause cause) {
        model::TimelineEntry entry;
        entry.cause = cause;
        return JobText::step(entry);
    });
    for (int code = 0; code <= int(ErrorCode::Internal); ++code)
        QVERIFY(ErrorText::of({ErrorCode(code), {}, {}}).endsWith(u'.'));
}

void TestText::reasonsCarryTheirNumbers()
{
    model::Reason reason;
    reason.code = model::ReasonCode::NotEnoughInVc;
    reason.asked = 8;
    reason.free = 5;
    reason.total = 16;
    const QString text = JobText::reason(reason);
    QVERIFY2(text.contains(u"8"_s) && text.contains(u"5 of 16"_s), qPrintable(text));
}

void TestText::explanationNamesThePlaceInTheQueue()
{
    model::JobSummary job;
    job.position = 3;
    QCOMPARE(JobText::explanation(job), u"Number 3 in the queue."_s);
}

void TestText::stepsNameTheActor()
{
    model::TimelineEntry entry;
    entry.cause = model::TimelineCause::PriorityChanged;
    entry.actor = u"ada"_s;
    entry.priority = 200;
    QCOMPARE(JobText::step(entry), u"Priority changed to 200 by ada"_s);
}

void TestText::timesAreRelative_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << 2 << u"just now"_s;
    QTest::newRow("a clock ahead") << -20 << u"just now"_s;
    QTest::newRow("seconds") << 42 << u"42 s ago"_s;
    QTest::newRow("minutes") << 185 << u"3 min ago"_s;
    QTest::newRow("hours") << 7300 << u"2 h ago"_s;
    QTest::newRow("days") << 3 * 86400 << u"3 d ago"_s;
    QTest::newRow("ahead") << -7300 << u"in 2 h"_s;
}

void TestText::timesAreRelative()
{
    QFETCH(const int, seconds);
    QFETCH(const QString, text);
    const auto now = QDateTime::fromString(u"2026-03-01T12:00:00Z"_s, Qt::ISODate);
    QCOMPARE(Format::relative(now.addSecs(-seconds), now), text);
}

void TestText::durationsShowTwoUnits()
{
    QCOMPARE(Format::duration(45), u"45 s"_s);
    QCOMPARE(Format::duration(5 * 3600 + 12 * 60 + 7), u"5 h 12 min"_s);
    QCOMPARE(Format::duration(-1), u"0 s"_s);
    QCOMPARE(Format::duration(3 * 86400 + 4 * 3600), u"3 d 4 h"_s);
}

void TestText::namesAreNotTakenForPlaceholders()
{
    model::Reason reason;
    reason.code = model::ReasonCode::ExitCode;
    reason.subject = u"%2"_s;
    reason.exitCode = 7;
    QCOMPARE(JobText::reason(reason), u"The command of task %2 ended with exit code 7."_s);
}

void TestText::problemsOfAFileNameTheirPlace()
{
    using Kind = yaml::Problem::Kind;
    QCOMPARE(TemplateText::problem({.kind = Kind::UnknownKey, .line = 4, .path = u"spec.%1"_s}),
             u"line 4, spec.%1: there is no such key"_s);
    QCOMPARE(TemplateText::problem({.kind = Kind::NotYaml, .line = 2, .detail = u"end of map"_s}),
             u"line 2: this is no YAML"_s);
    QCOMPARE(TemplateText::problem({.kind = Kind::NameMissing, .path = u"key.name"_s}),
             u"key.name: the template needs a name"_s);
    QCOMPARE(TemplateText::problem({.kind = Kind::TooLarge}), u"the file is larger than 256 KiB"_s);
    QCOMPARE(TemplateText::problem({.kind = Kind::WordExpected,
                                    .line = 3,
                                    .path = u"spec.kind"_s,
                                    .words = {u"regular"_s, u"distributed"_s}}),
             u"line 3, spec.kind: one of these is expected: regular, distributed"_s);
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
