// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/containers.h"
#include "tests/backend/engines/conformance/enginefixture.h"
#include "tests/support/registryservice.h"

#include <QRandomGenerator>
#include <QScopeGuard>

using namespace Qt::Literals::StringLiterals;
using engines::StartFailure;
using support::await;
using support::RegistryService;

constexpr auto kPullsNothing = "the simulated engine pulls no image";

class RegistriesTest final : public EngineFixture
{
    Q_OBJECT

private slots:
    void pullsWithTheRightPasswordOnly();
    void trustsWhatTheEngineTrusts();
    void speaksPlainHttpWhereItIsTold();

private:
    engines::StartOutcome outcomeOf(const engines::TaskSpec &spec);
    void push(const QString &name, const model::RegistryLogin &login);
    void checkPasswords(const RegistryService &registry);
    void prepareAddress();
    // Where the engine looks for the registry's authority.
    QString trustFolder(const RegistryService &registry) const;

    // Docker trusts whatever is on loopback.
    support::NetworkBridge m_bridge;
    QString m_address; // of this machine, beyond loopback
};

void RegistriesTest::prepareAddress()
{
    if (!m_address.isEmpty())
        return;
    auto *dice = QRandomGenerator::system();
    m_address = u"198.19.%1.%2"_s.arg(dice->bounded(256)).arg(dice->bounded(1, 255));
    QVERIFY(m_bridge.create());
    QVERIFY(m_bridge.setAddress(m_address));
}

engines::StartOutcome RegistriesTest::outcomeOf(const engines::TaskSpec &spec)
{
    const auto outcome = await(engine().start(spec));
    if (!outcome)
        QTest::qFail(qPrintable(outcome.error().detail), __FILE__, __LINE__);
    return outcome ? *outcome : engines::StartOutcome();
}

QString RegistriesTest::trustFolder(const RegistryService &registry) const
{
    return u"/etc/%1/certs.d/%2"_s.arg(isPodman() ? u"containers"_s : u"docker"_s,
                                       registry.address());
}

// Puts the test image into the registry under this name, and away from the engine.
void RegistriesTest::push(const QString &name, const model::RegistryLogin &login)
{
    engines::DockerClient client(service().socketPath());
    const QByteArray plain = name.toUtf8();
    const auto succeeds = [&](const engines::DockerRequest &request) {
        const auto answer = engines::accepted(await(client.request(request)));
        return answer && engines::pullError(answer->body).isEmpty();
    };
    QVERIFY(succeeds(
        {.verb = "POST", .path = "/v1.41/images/localhost/berth-test:1/tag?tag=1&repo=" + plain}));
    QByteArray path = "/v1.41/images/" + plain + "/push?tag=1";
    if (isPodman() && login.registry.startsWith("http://"_L1))
        path = "/v4.0.0/libpod/images/" + plain + ":1/push?tlsVerify=false&destination=" + plain
               + ":1";
    QVERIFY(
        succeeds({.verb = "POST",
                  .path = path,
                  .registryAuth = engines::registryAuth(login, engines::parseImageName(name))}));
    QVERIFY(succeeds({.verb = "DELETE", .path = "/v1.41/images/" + plain + ":1"}));
}

void RegistriesTest::checkPasswords(const RegistryService &registry)
{
    const model::RegistryLogin login{registry.url(), u"user"_s, u"right password"_s};
    const QString name = registry.address() + u"/team/private"_s;
    push(name, login);
    if (QTest::currentTestFailed())
        return;
    auto spec = shellTask(u"exit 9"_s);
    spec.image = name + u":1"_s;
    spec.registry = login;
    spec.registry->password = u"wrong"_s;
    const auto refused = outcomeOf(spec);
    QCOMPARE(refused.failure, StartFailure::RegistryRefused);
    QVERIFY2(refused.detail.contains(u"unauthorized"_s), qPrintable(refused.detail));
    QVERIFY(!refused.detail.contains(u"wrong"_s));

    spec.registry->registry = u"http://localhost:1"_s; // not the image's: the login stays here
    spec.registry->password = login.password;
    QCOMPARE(outcomeOf(spec).failure, StartFailure::RegistryRefused);

    spec.registry = login;
    auto missing = spec;
    missing.image = registry.address() + u"/team/none:1"_s;
    QCOMPARE(outcomeOf(missing).failure, StartFailure::ImageNotFound);
    started(spec);
    QCOMPARE(ended(spec.key).exitCode, 9);
}

void RegistriesTest::pullsWithTheRightPasswordOnly()
{
    if (isSimulated())
        QSKIP(kPullsNothing);
    RegistryService registry;
    const auto running = registry.start(u"user"_s, u"right password"_s);
    QVERIFY2(running, running ? "" : qPrintable(running.error().detail));
    checkPasswords(registry);
}

void RegistriesTest::trustsWhatTheEngineTrusts()
{
    if (isSimulated())
        QSKIP(kPullsNothing);
    prepareAddress();
    RegistryService registry(m_address, RegistryService::Tls::Yes);
    const auto running = registry.start(u"user"_s, u"right password"_s);
    QVERIFY2(running, running ? "" : qPrintable(running.error().detail));
    auto spec = shellTask(u"true"_s);
    spec.image = registry.address() + u"/team/private:1"_s;
    spec.registry = model::RegistryLogin{registry.url(), u"user"_s, u"right password"_s};
    const auto refused = outcomeOf(spec);
    const QString folder = trustFolder(registry);
    QCOMPARE(refused.failure, StartFailure::RegistryRefused);
    QVERIFY2(refused.detail.contains(folder), qPrintable(refused.detail));
    QVERIFY(QDir().mkpath(folder));
    const auto removing = qScopeGuard([folder] { QDir(folder).removeRecursively(); });
    QVERIFY(QFile::copy(registry.authorityFile(), folder + u"/ca.crt"_s));
    checkPasswords(registry);
}

void RegistriesTest::speaksPlainHttpWhereItIsTold()
{
    if (isSimulated())
        QSKIP(kPullsNothing);
    prepareAddress();
    RegistryService registry(m_address);
    const auto running = registry.start(u"user"_s, u"right password"_s);
    QVERIFY2(running, running ? "" : qPrintable(running.error().detail));
    if (isPodman()) {
        checkPasswords(registry);
        return;
    }
    auto spec = shellTask(u"true"_s);
    spec.image = registry.address() + u"/team/private:1"_s;
    spec.registry = model::RegistryLogin{registry.url(), u"user"_s, u"right password"_s};
    const auto refused = outcomeOf(spec);
    QCOMPARE(refused.failure, StartFailure::RegistryRefused);
    QVERIFY2(refused.detail.contains(u"insecure-registries"_s), qPrintable(refused.detail));
}

QTEST_GUILESS_MAIN(RegistriesTest)
#include "tst_registries.moc"
