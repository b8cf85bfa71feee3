// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "threepeople.h"

using namespace Qt::Literals::StringLiterals;
using support::call;

// The contract as a whole.
class EverythingTest final : public ThreePeople
{
    Q_OBJECT

private slots:
    void describesItself();
    void servesTheWholeContract();
};

void EverythingTest::describesItself()
{
    client::ApiClient api;
    QVERIFY(api.setServer(m_platform->url()));
    const auto document = call(api, api::openApi);
    QVERIFY(document);
    const QJsonObject paths = document->value("paths"_L1).toObject();
    for (const auto &route : m_platform->router->routes())
        QVERIFY2(paths.contains(route.path), qPrintable(route.path));
}

void EverythingTest::servesTheWholeContract()
{
    QCOMPARE(size_t(m_platform->router->routes().size()),
             std::tuple_size_v<decltype(api::kEverything)>);
}

QTEST_GUILESS_MAIN(EverythingTest)
#include "tst_everything.moc"
