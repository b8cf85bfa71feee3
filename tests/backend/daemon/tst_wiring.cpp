// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/wiring.h"
#include "core/api/everything.h"
#include "core/api/openapi.h"

#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class WiringTest final : public QObject
{
    Q_OBJECT

private slots:
    void answersTheWholeContractAndNothingElse();
    void saysWhatCannotBeOpened();

private:
    berthd::Config config() const
    {
        berthd::Config config;
        config.dataDir = m_dir.path();
        config.listen.port = 0;
        config.engine.socket = m_dir.filePath(u"no-engine.sock"_s);
        return config;
    }

    QTemporaryDir m_dir;
};

void WiringTest::answersTheWholeContractAndNothingElse()
{
    const auto wiring = berthd::Wiring::start(config());
    QVERIFY2(wiring, wiring ? "" : qPrintable(wiring.error().detail));
    QSet<QString> served;
    for (const http::RouteInfo &route : (*wiring)->routes()) {
        served.insert(u"%1 %2 %3 %4"_s.arg(api::nameOf(route.verb), route.path,
                                           route.access.isPublic() ? u"open"_s : u"closed"_s,
                                           route.access.wanted()));
    }
    QSet<QString> described;
    const QJsonObject paths = api::openApiDocument(u"1"_s)["paths"_L1].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject operations = path.value().toObject();
        for (auto it = operations.begin(); it != operations.end(); ++it) {
            const QJsonValue operation = it.value();
            const bool isOpen = operation["security"_L1].toArray().isEmpty();
            described.insert(u"%1 %2 %3 %4"_s.arg(it.key().toUpper(), path.key(),
                                                  isOpen ? u"open"_s : u"closed"_s,
                                                  operation["x-permission"_L1].toString()));
        }
    }
    QCOMPARE(served, described);
    QCOMPARE(served.size(), qsizetype(std::tuple_size_v<decltype(api::kEverything)>));
    QSignalSpy stopped(wiring->get(), &berthd::Wiring::stopped);
    (*wiring)->stop();
    QTRY_VERIFY(stopped.count() > 0);
}

void WiringTest::saysWhatCannotBeOpened()
{
    auto first = berthd::Wiring::start(config());
    QVERIFY(first);
    berthd::Config taken = config();
    taken.listen.port = quint16((*first)->address().section(u':', -1).toInt());
    const auto second = berthd::Wiring::start(taken);
    QVERIFY(!second);
    QVERIFY2(second.error().detail.contains(u"cannot listen on 127.0.0.1"_s),
             qPrintable(second.error().detail));
    berthd::Config missing = config();
    missing.dataDir = m_dir.filePath(u"nowhere"_s);
    QVERIFY(!berthd::Wiring::start(missing));
}

QTEST_GUILESS_MAIN(WiringTest)
#include "tst_wiring.moc"
