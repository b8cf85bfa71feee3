// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/errorbody.h"
#include "core/api/everything.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class ContractTest final : public QObject
{
    Q_OBJECT

private slots:
    void fillsPaths();
    void hasNoTwoEndpointsOfOneVerbAndPath();
    void carriesErrorsWhole();
    void readsForeignErrorsByStatus();
};

void ContractTest::fillsPaths()
{
    QCOMPARE(api::fillPath("/api/v1/jobs"_L1, {}), u"/api/v1/jobs"_s);
    QCOMPARE(api::fillPath("/jobs/{id}/x/{n}"_L1, {u"a/b?"_s, u"作业"_s}),
             u"/jobs/a%2Fb%3F/x/%E4%BD%9C%E4%B8%9A"_s);
}

void ContractTest::hasNoTwoEndpointsOfOneVerbAndPath()
{
    QSet<QString> seen;
    const auto add = [&](const auto &endpoint) {
        QString key = u"GET "_s;
        if constexpr (requires { endpoint.verb; })
            key = api::nameOf(endpoint.verb) + u" "_s;
        key += endpoint.path;
        QVERIFY2(!seen.contains(key), qPrintable(key));
        seen.insert(key);
    };
    std::apply([&](const auto &...endpoint) { (add(endpoint), ...); }, api::kEverything);
}

void ContractTest::carriesErrorsWhole()
{
    for (const auto code :
         {ErrorCode::InvalidInput, ErrorCode::Unauthenticated, ErrorCode::Forbidden,
          ErrorCode::NotFound, ErrorCode::Conflict, ErrorCode::TooLarge, ErrorCode::TooMany,
          ErrorCode::Unavailable, ErrorCode::TimedOut, ErrorCode::Internal}) {
        const Error error{code, u"what \"it\" was"_s, u"environment[2].name"_s};
        QCOMPARE(api::readError(api::httpStatus(code), api::errorBody(error, u"r1"_s)), error);
    }
}

void ContractTest::readsForeignErrorsByStatus()
{
    QCOMPARE(api::readError(404, "<html>").code, ErrorCode::NotFound);
    QCOMPARE(api::readError(418, "").code, ErrorCode::InvalidInput);
    QCOMPARE(api::readError(502, "[]").code, ErrorCode::Internal);
}

QTEST_APPLESS_MAIN(ContractTest)
#include "tst_contract.moc"
