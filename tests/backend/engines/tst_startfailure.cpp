// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/memorykill.h"
#include "backend/engines/container/startfailure.h"
#include "backend/engines/container/taskstart.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using engines::StartFailure;

class StartFailureTest final : public QObject
{
    Q_OBJECT

private slots:
    void tellsWhyAnImageDidNotCome_data();
    void tellsWhyAnImageDidNotCome();
    void tellsWhyAContainerDidNotStart();
    void knowsATakenName();
    void findsTheErrorInsideASuccess();
    void asksPodmanForPlainHttp();
    void advisesWhatWouldHelp();
    void readsTheKernelsLog();
};

// Sentences that Podman 4.3.1 and Docker 20.10.24 gave.
void StartFailureTest::tellsWhyAnImageDidNotCome_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<StartFailure>("failure");
    QTest::newRow("docker, no manifest")
        << 404 << u"manifest for r:5000/team/x:1 not found: manifest unknown: manifest unknown"_s
        << StartFailure::ImageNotFound;
    QTest::newRow("podman, no manifest")
        << 200
        << u"initializing source docker://r:5000/team/x:1: reading manifest 1 in r:5000/team/x: manifest unknown: manifest unknown"_s
        << StartFailure::ImageNotFound;
    QTest::newRow("docker, no such repository")
        << 404
        << u"pull access denied for team/x, repository does not exist or may require 'docker login': denied: requested access to the resource is denied"_s
        << StartFailure::ImageNotFound;
    QTest::newRow("docker, bad name")
        << 400 << u"invalid reference format: repository name must be lowercase"_s
        << StartFailure::ImageNotFound;
    QTest::newRow("docker, no login")
        << 500 << u"Head \"http://r:5000/v2/team/x/manifests/1\": no basic auth credentials"_s
        << StartFailure::RegistryRefused;
    QTest::newRow("docker, wrong password")
        << 500 << u"unauthorized: authentication required"_s << StartFailure::RegistryRefused;
    QTest::newRow("podman, wrong password")
        << 200
        << u"initializing source docker://r:5000/team/x:1: reading manifest 1 in r:5000/team/x: unauthorized: authentication required"_s
        << StartFailure::RegistryRefused;
    QTest::newRow("podman, plain HTTP")
        << 200
        << u"pinging container registry r:5000: Get \"https://r:5000/v2/\": http: server gave HTTP response to HTTPS client"_s
        << StartFailure::RegistryRefused;
    QTest::newRow("docker, no such host")
        << 500
        << u"Get \"https://nosuch.invalid/v2/\": dial tcp: lookup nosuch.invalid on 10.0.0.53:53: no such host"_s
        << StartFailure::RegistryRefused;
    QTest::newRow("docker, down")
        << 500
        << u"Get \"http://r:5000/v2/\": dial tcp 127.0.0.1:5000: connect: connection refused"_s
        << StartFailure::Unavailable;
    QTest::newRow("too many") << 500 << u"toomanyrequests: You have reached your pull rate limit"_s
                              << StartFailure::Unavailable;
    QTest::newRow("something else") << 500 << u"unsupported media type"_s << StartFailure::Refused;
}

void StartFailureTest::tellsWhyAnImageDidNotCome()
{
    QFETCH(int, status);
    QFETCH(QString, sentence);
    QFETCH(StartFailure, failure);
    QCOMPARE(engines::pullFailure(status, sentence, u"r:5000/team/x:1"_s), failure);
    // The image's name says nothing.
    QCOMPARE(engines::pullFailure(500, u"odd answer for r:5000/denied-unauthorized:1"_s,
                                  u"r:5000/denied-unauthorized:1"_s),
             StartFailure::Refused);
}

void StartFailureTest::tellsWhyAContainerDidNotStart()
{
    QCOMPARE(engines::runFailure(500, u"exec: \"/x\": no such file or directory"_s),
             StartFailure::Refused);
    QCOMPARE(engines::runFailure(500, u"devmapper: Device or resource busy"_s),
             StartFailure::Unavailable);
    QCOMPARE(engines::runFailure(503, u"whatever"_s), StartFailure::Unavailable);
}

void StartFailureTest::knowsATakenName()
{
    QVERIFY(engines::isNameTaken(
        409, u"Conflict. The container name \"/a\" is already in use by container \"b\"."_s));
    QVERIFY(engines::isNameTaken(500, u"the container name \"a\" is already in use by b."_s));
    QVERIFY(!engines::isNameTaken(404, u"no such image: a: image not known"_s));
}

void StartFailureTest::findsTheErrorInsideASuccess()
{
    QCOMPARE(engines::pullError("{\"status\":\"Pulling\"}\n{\"errorDetail\":{\"message\":\"m\"},"
                                "\"error\":\"unauthorized\"}\n"),
             u"unauthorized"_s);
    QVERIFY(
        engines::pullError("{\"status\":\"no \\\"error\\\" here\"}\n{\"id\":\"x\"}\n").isEmpty());
    QVERIFY(engines::pullError("").isEmpty());
}

void StartFailureTest::asksPodmanForPlainHttp()
{
    engines::TaskSpec spec{.key = {},
                           .node = {},
                           .image = u"r:5000/team/x"_s,
                           .registry = model::RegistryLogin{u"http://r:5000"_s, u"u"_s, u"p"_s},
                           .command = {},
                           .environment = {},
                           .mounts = {},
                           .devices = {},
                           .hostname = {}};
    QCOMPARE(engines::pullRequest(spec, engines::EngineBrand::Podman).path,
             "/v4.0.0/libpod/images/pull?tlsVerify=false&reference=r%3A5000%2Fteam%2Fx%3Alatest");
    QCOMPARE(engines::pullRequest(spec, engines::EngineBrand::Docker).path,
             "/v1.41/images/create?fromImage=r%3A5000%2Fteam%2Fx%3Alatest");
    spec.registry->registry = u"r:5000"_s;
    const auto request = engines::pullRequest(spec, engines::EngineBrand::Podman);
    QVERIFY(request.path.startsWith("/v1.41/images/create"));
    QVERIFY(!request.registryAuth.isEmpty());
    spec.registry->registry = u"http://other:5000"_s; // says nothing of the image's
    const auto other = engines::pullRequest(spec, engines::EngineBrand::Podman);
    QVERIFY(other.registryAuth.isEmpty());
    QVERIFY(!other.path.contains("tlsVerify"));
}

void StartFailureTest::advisesWhatWouldHelp()
{
    using engines::EngineBrand;
    const QString plain = u"http: server gave HTTP response to HTTPS client"_s;
    const QString stranger = u"x509: certificate signed by unknown authority"_s;
    const auto advice = [](const QString &sentence, EngineBrand brand) {
        return engines::pullAdvice(sentence, u"r:5000"_s, brand);
    };
    QVERIFY(advice(plain, EngineBrand::Docker).contains(u"insecure-registries"_s));
    QVERIFY(!advice(plain, EngineBrand::Podman).contains(u"insecure-registries"_s));
    QVERIFY(advice(stranger, EngineBrand::Docker).contains(u"/etc/docker/certs.d/r:5000/ca.crt"_s));
    QVERIFY(
        advice(stranger, EngineBrand::Podman).contains(u"/etc/containers/certs.d/r:5000/ca.crt"_s));
    QVERIFY(advice(u"unauthorized"_s, EngineBrand::Docker).isEmpty());
}

void StartFailureTest::readsTheKernelsLog()
{
    const QByteArray record =
        "6,557,2674661114,-;oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=c0ffee,"
        "mems_allowed=0,oom_memcg=/docker/abc123,task_memcg=/docker/abc123,task=tail,pid=2,uid=0";
    QVERIFY(engines::tellsMemoryKill(record, "abc123"));
    QVERIFY(!engines::tellsMemoryKill(record, "c0ffee"));
    QVERIFY(!engines::tellsMemoryKill(
        "6,1,2,-;oom-kill:constraint=CONSTRAINT_NONE,oom_memcg=/abc123", "abc123"));
    QVERIFY(!engines::wasKilledForMemory(u"no-container-has-this-id"_s));
}

QTEST_GUILESS_MAIN(StartFailureTest)
#include "tst_startfailure.moc"
