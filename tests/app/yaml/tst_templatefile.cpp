// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/yaml/templatefile.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

model::JobTemplate full()
{
    model::JobTemplate kept;
    kept.key = {u"mnist-8"_s, model::TemplateScope::Team};
    kept.spec.name = u"mnist"_s;
    kept.spec.vc = model::VcName(u"vision"_s);
    kept.spec.kind = model::JobKind::Distributed;
    kept.spec.preemptible = true;
    kept.spec.deviceType = model::DeviceType(u"huawei_npu_arm64"_s);
    kept.spec.nodes = 2;
    kept.spec.image = u"lab/mnist:3"_s;
    kept.spec.command = u"set -e\n\npython train.py --name '{{x: 1}}' # twice\n"_s;
    kept.spec.runOn = model::RunOn::Launcher;
    kept.spec.interactivePorts = {40001, 40002};
    kept.spec.endpoints = {model::EndpointKind::Ssh, model::EndpointKind::TensorBoard};
    kept.spec.registry = model::RegistryLogin{u"https://registry.lab"_s, u"ada"_s, {}};
    kept.spec.environment = {
        {u"LEVEL"_s, u"8"_s}, {u"GREETING"_s, u"你好: 'a'"_s}, {u"NONE"_s, {}}};
    kept.spec.priority = 7;
    return kept;
}

TemplateFile fileOf(const QByteArray &text)
{
    const auto read = readTemplate(text);
    const auto *file = std::get_if<TemplateFile>(&read);
    return file ? *file : TemplateFile();
}

yaml::Problem problemOf(const QByteArray &text)
{
    const auto read = readTemplate(text);
    const auto *problem = std::get_if<yaml::Problem>(&read);
    return problem ? *problem : yaml::Problem();
}

} // namespace

class TemplateFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void isForPeople();
    void readsBackWhatItWrote();
    void readsBackAnyText();
    void keepsTheVcOfATeamOnly();
    void leavesPasswordsOut();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void namesTheWordsThatAreKnown();
    void survivesAnyDepth();
    void acceptsOtherWaysToWriteIt();
};

void TemplateFileTest::isForPeople()
{
    QCOMPARE(QString::fromUtf8(writeTemplate(full())), u"key:\n"
                                                       "  name: mnist-8\n"
                                                       "  scope: team\n"
                                                       "spec:\n"
                                                       "  name: mnist\n"
                                                       "  vc: vision\n"
                                                       "  kind: distributed\n"
                                                       "  preemptible: true\n"
                                                       "  deviceType: huawei_npu_arm64\n"
                                                       "  nodes: 2\n"
                                                       "  image: lab/mnist:3\n"
                                                       "  command: |\n"
                                                       "    set -e\n"
                                                       "\n"
                                                       "    python train.py --name '{{x: 1}}' "
                                                       "# twice\n"
                                                       "  runOn: launcher\n"
                                                       "  interactivePorts:\n"
                                                       "    - 40001\n"
                                                       "    - 40002\n"
                                                       "  endpoints:\n"
                                                       "    - ssh\n"
                                                       "    - tensorboard\n"
                                                       "  registry:\n"
                                                       "    registry: https://registry.lab\n"
                                                       "    username: ada\n"
                                                       "  environment:\n"
                                                       "    - name: LEVEL\n"
                                                       "      value: \"8\"\n"
                                                       "    - name: GREETING\n"
                                                       "      value: \"你好: 'a'\"\n"
                                                       "    - name: NONE\n"
                                                       "  priority: 7\n"_s);
}

void TemplateFileTest::readsBackWhatItWrote()
{
    const TemplateFile file = fileOf(writeTemplate(full()));
    QCOMPARE(file.key, full().key);
    QCOMPARE(json::encodeText(file.spec), json::encodeText(full().spec));
}

void TemplateFileTest::readsBackAnyText()
{
    const QStringList pieces{u"a"_s,     u"\n"_s,    u" "_s,  u"\t"_s,     u": "_s,     u" #"_s,
                             u"'"_s,     u"\""_s,    u"\\"_s, u"- "_s,     u"~"_s,      u"null"_s,
                             u"é"_s,     u"𝄞"_s,     u"\r"_s, u"\u0085"_s, u"\u2028"_s, u"\u001b"_s,
                             u"|"_s,     u"{"_s,     u"%"_s,  u"&x"_s,     u"*x"_s,     u"!!str"_s,
                             u"---\n"_s, u"...\n"_s, u"1"_s,  u"\ufeff"_s};
    QRandomGenerator random(20310504);
    for (int round = 0; round < 3000; ++round) {
        model::JobTemplate kept = full();
        QString text;
        const int length = random.bounded(1, 9);
        for (int i = 0; i < length; ++i)
            text += pieces.at(random.bounded(int(pieces.size())));
        kept.spec.command = text;
        kept.spec.environment = {{u"A"_s, text}};
        const QByteArray written = writeTemplate(kept);
        const TemplateFile file = fileOf(written);
        QVERIFY2(file.spec.command == text, written.constData());
        QCOMPARE(file.spec.environment, kept.spec.environment);
    }
}

void TemplateFileTest::keepsTheVcOfATeamOnly()
{
    auto kept = full();
    QCOMPARE(fileOf(writeTemplate(kept)).spec.vc, kept.spec.vc);
    kept.key.scope = model::TemplateScope::User;
    const QByteArray written = writeTemplate(kept);
    QVERIFY(!written.contains("scope"));
    QCOMPARE(fileOf(written).key, kept.key);
    QVERIFY(fileOf(written).spec.vc.isEmpty());
}

void TemplateFileTest::leavesPasswordsOut()
{
    auto kept = full();
    kept.spec.registry->password = u"hunter2"_s;
    kept.spec.registry->passwordFrom = model::PasswordSource{{}, kept.key};
    const QByteArray written = writeTemplate(kept);
    QVERIFY(!written.contains("hunter2"));
    QVERIFY(!written.contains("password"));
}

void TemplateFileTest::refusesWhatIsWrong_data()
{
    using Kind = yaml::Problem::Kind;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("path");
    const QByteArray head = "key: {name: a}\nspec:\n";
    QTest::newRow("type") << head + "  image: x\n  devices: many\n"
                          << Kind::WholeNumberExpected << 4 << u"spec.devices"_s;
    QTest::newRow("truth") << head + "  preemptible: 1\n"
                           << Kind::TruthExpected << 3 << u"spec.preemptible"_s;
    QTest::newRow("unknown") << head + "  gadgets: 1\n"
                             << Kind::UnknownKey << 3 << u"spec.gadgets"_s;
    QTest::newRow("twice") << head + "  devices: 1\n  devices: 2\n"
                           << Kind::RepeatedKey << 4 << u"spec.devices"_s;
    QTest::newRow("word") << head + "  kind: huge\n" << Kind::WordExpected << 3 << u"spec.kind"_s;
    QTest::newRow("item") << head + "  environment:\n    - name: A\n    - value: [1]\n"
                          << Kind::TextExpected << 5 << u"spec.environment[1].value"_s;
    QTest::newRow("list") << head + "  interactivePorts: 40001\n"
                          << Kind::ListExpected << 3 << u"spec.interactivePorts"_s;
    QTest::newRow("no value") << head + "  image:\n" << Kind::TextExpected << 3 << u"spec.image"_s;
    QTest::newRow("password") << head + "  registry:\n    registry: a\n    password: b\n"
                              << Kind::PasswordGiven << 5 << u"spec.registry.password"_s;
    QTest::newRow("source") << head + "  registry: {passwordFrom: {job: x}}\n"
                            << Kind::PasswordGiven << 3 << u"spec.registry.passwordFrom"_s;
    QTest::newRow("no name") << QByteArray("spec: {image: a}\n") << Kind::NameMissing << 0
                             << u"key.name"_s;
    QTest::newRow("no keys") << QByteArray("- a\n") << Kind::KeysExpected << 1 << QString();
    QTest::newRow("nothing") << QByteArray() << Kind::KeysExpected << 1 << QString();
    QTest::newRow("two") << QByteArray("a: 1\n---\nb: 1\n") << Kind::KeysExpected << 1 << QString();
    QTest::newRow("bytes") << QByteArray("key: {name: \xff}") << Kind::NotUtf8 << 0 << QString();
    QTest::newRow("zero") << QByteArray("key: {name: a}\n\0", 16) << Kind::NotText << 0
                          << QString();
    QTest::newRow("open") << QByteArray("key: {name: a}\nspec: [\n") << Kind::NotYaml << 3
                          << QString();
    QTest::newRow("large") << QByteArray(kMostTemplateFileBytes + 1, '#') << Kind::TooLarge << 0
                           << QString();
}

void TemplateFileTest::refusesWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(yaml::Problem::Kind, kind);
    QFETCH(int, line);
    QFETCH(QString, path);
    const yaml::Problem problem = problemOf(text);
    QCOMPARE(problem.kind, kind);
    QCOMPARE(problem.line, line);
    QCOMPARE(problem.path, path);
}

void TemplateFileTest::namesTheWordsThatAreKnown()
{
    QCOMPARE(problemOf("key: {scope: mine}\n").words, (QStringList{u"user"_s, u"team"_s}));
}

void TemplateFileTest::survivesAnyDepth()
{
    const yaml::Problem problem = problemOf(QByteArray(100'000, '['));
    QCOMPARE(problem.kind, yaml::Problem::Kind::NotYaml);
    QVERIFY(!problem.detail.isEmpty());
}

void TemplateFileTest::acceptsOtherWaysToWriteIt()
{
    const auto file = fileOf("# by hand\nspec: {devices: '4', interactivePorts: [40001], "
                             "command: \"a\\nb\", preemptible: false}\nkey: {name: \"1\"}");
    QCOMPARE(file.key.name, u"1"_s);
    QCOMPARE(file.spec.devices, 4);
    QCOMPARE(file.spec.command, u"a\nb"_s);
}

QTEST_GUILESS_MAIN(TemplateFileTest)
#include "tst_templatefile.moc"
