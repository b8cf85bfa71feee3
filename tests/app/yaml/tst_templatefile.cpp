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

QString refusal(const QByteArray &text)
{
    const auto file = readTemplate(text);
    return file ? QString() : file.error().detail;
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
    const auto file = readTemplate(writeTemplate(full()));
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QCOMPARE(file->key, full().key);
    QCOMPARE(json::encodeText(file->spec), json::encodeText(full().spec));
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
        const auto file = readTemplate(written);
        QVERIFY2(file, file ? "" : qPrintable(file.error().detail + QString::fromUtf8(written)));
        QCOMPARE(file->spec.command, text);
        QCOMPARE(file->spec.environment, kept.spec.environment);
    }
}

void TemplateFileTest::keepsTheVcOfATeamOnly()
{
    auto kept = full();
    QCOMPARE(readTemplate(writeTemplate(kept))->spec.vc, kept.spec.vc);
    kept.key.scope = model::TemplateScope::User;
    const QByteArray written = writeTemplate(kept);
    QVERIFY(!written.contains("scope"));
    QVERIFY(readTemplate(written)->spec.vc.isEmpty());
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
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("detail");
    const QByteArray head = "key: {name: a}\nspec:\n";
    QTest::newRow("type") << head + "  image: x\n  devices: many\n"
                          << u"line 4: spec.devices: expected a whole number"_s;
    QTest::newRow("unknown") << head + "  gadgets: 1\n" << u"line 3: spec.gadgets: unknown key"_s;
    QTest::newRow("twice") << head + "  devices: 1\n  devices: 2\n"
                           << u"line 4: spec.devices: is there twice"_s;
    QTest::newRow("word") << head + "  kind: huge\n"
                          << u"line 3: spec.kind: expected one of regular, distributed"_s;
    QTest::newRow("list") << head + "  environment:\n    - name: A\n    - value: [1]\n"
                          << u"line 5: spec.environment[1].value: expected a text"_s;
    QTest::newRow("no value") << head + "  image:\n" << u"line 3: spec.image: expected a text"_s;
    QTest::newRow("password") << head + "  registry:\n    registry: a\n    password: b\n"
                              << u"line 5: spec.registry.password: a file holds no password"_s;
    QTest::newRow("source") << head + "  registry: {passwordFrom: {job: x}}\n"
                            << u"line 3: spec.registry.passwordFrom: a file holds no password"_s;
    QTest::newRow("no name") << QByteArray("spec: {image: a}\n")
                             << u"key.name: the template needs a name"_s;
    QTest::newRow("no keys") << QByteArray("- a\n") << u"line 1: expected keys"_s;
    QTest::newRow("nothing") << QByteArray() << u"line 1: expected keys"_s;
    QTest::newRow("two") << QByteArray("a: 1\n---\nb: 1\n") << u"line 1: expected keys"_s;
    QTest::newRow("bytes") << QByteArray("key: {name: \xff}") << u"the file is not UTF-8"_s;
    QTest::newRow("large") << QByteArray(kMostTemplateFileBytes + 1, '#')
                           << u"the file has more than 256 KiB"_s;
}

void TemplateFileTest::refusesWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, detail);
    QCOMPARE(refusal(text), detail);
    QVERIFY(refusal("key: {name: a}\nspec: [\n").startsWith(u"line "_s));
    QVERIFY(!refusal(QByteArray(100'000, '[')).isEmpty());
}

void TemplateFileTest::acceptsOtherWaysToWriteIt()
{
    const auto file = readTemplate("# by hand\nspec: {devices: '4', interactivePorts: [40001], "
                                   "command: \"a\\nb\", preemptible: false}\nkey: {name: \"1\"}");
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QCOMPARE(file->key.name, u"1"_s);
    QCOMPARE(file->spec.devices, 4);
    QCOMPARE(file->spec.command, u"a\nb"_s);
}

QTEST_GUILESS_MAIN(TemplateFileTest)
#include "tst_templatefile.moc"
