// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/sshkeyrules.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;
using rules::ParsedSshKey;
using rules::SshKeyRule;

namespace {

QByteArray part(const QByteArray &bytes)
{
    QByteArray size(4, '\0');
    qToBigEndian(quint32(bytes.size()), size.data());
    return size + bytes;
}

QString lineOf(const QByteArray &type, const QByteArrayList &parts)
{
    QByteArray blob = part(type);
    for (const QByteArray &each : parts)
        blob += part(each);
    return QString::fromLatin1(type + ' ' + blob.toBase64());
}

QByteArray modulus(int bits)
{
    return QByteArray(1, '\0') + QByteArray(bits / 8, '\xff');
}

} // namespace

// The keys and fingerprints with names are ssh-keygen's.
class SshKeyRulesTest : public QObject
{
    Q_OBJECT

private:
    static bool breaks(const QString &line, SshKeyRule rule)
    {
        const auto parsed = rules::parseSshKey(line);
        return parsed.index() == 1 && std::get<SshKeyRule>(parsed) == rule;
    }

private slots:
    void readsRealKeys_data();
    void readsRealKeys();
    void readsMadeKeys();
    void refusesWhatIsNoKey();
    void refusesWeakKeys();
    void keepsNamesLiteral();
};

void SshKeyRulesTest::readsRealKeys_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("fingerprint");
    QTest::newRow("ed25519")
        << u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEtWet8AVWVvR7/lq/HGF5F5JJOQWzREUrOTpMcHDfPC"_s
        << u"SHA256:hfAMHuc/tPcmVZDTM3bRT1Hss24dEXqpHwTVGbBqd2c"_s;
    QTest::newRow("ecdsa256")
        << u"ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBCNHigcRkuQvCuY9bRJuNrBTOBBH39QA0QJb2wiCIONyDEIIHpEXGOlJ8ex3YK8v85e1WtEwDo7IZnen8V3FZBw="_s
        << u"SHA256:0VKmzDVHBsCif3ivhqCuVwxZ0gEzRxYm/zqpixeMjBo"_s;
    QTest::newRow("ecdsa384")
        << u"ecdsa-sha2-nistp384 AAAAE2VjZHNhLXNoYTItbmlzdHAzODQAAAAIbmlzdHAzODQAAABhBE56tYKOAlIic1+x/QuGGXPALchkXOV5zVaKsnvS2JgKVNvmI270bY99wG59YZBmcUI9zL8oECDqgrDWKkYXf6ftG2sNgSb0zef+J/fF8GP1IE4y3OAGGIGY2Ik85XBKRQ=="_s
        << u"SHA256:N7y6pW8vgFLEqUWYrC9/NXLCiXbQyqXgAfLuuVIx9uM"_s;
    QTest::newRow("ecdsa521")
        << u"ecdsa-sha2-nistp521 AAAAE2VjZHNhLXNoYTItbmlzdHA1MjEAAAAIbmlzdHA1MjEAAACFBABpx9wlXNhIR+V3wb3+tDB64Djb31ySriobpmhF8P4/6zq0oVzx0t3jnWp/D/0jX8gjap1CRaGPiY0fhTCaZ9J9mwDbSDHbOZvCJrp42ZDYjaIOdZ+RmDabJtLOFZwk4PMWZ+yh4HuQagzjhUXFQOypa7LAVuYDuU2QSWp7teZ1oJeP9Q=="_s
        << u"SHA256:dRJm2EOXRG2e/U62nDJ3twX/C8zAc4RiOo63bknM7os"_s;
    QTest::newRow("rsa")
        << u"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQCJ+prDXtpEJnRPPPsFmBUMDjO4ggg0yJWl/y6mTMkQbvXp4QG+pWbrl3GCJ0/nKqXKekWjZGv1AQ1d/+HsYX7L2e+vslYqfp1uAoCmj+8xLBbGn7obN7BEpVojdGh25VnOO9huex+mHerbpKE8yqc7b7JF+a1PcC5HYYfAjoqLgKKRpJ5rqYamm/YHtPZGkPrdUuMCulN/oChYKZEeD/Zvw6yXp1UuRWqbQ6QQH/KciAeXFhJflfM7SPwkKE7T5VZkoMYLXRprGl5n2hUf8PXOp49vHgzLusDAKKSfO3F6IjjRRmrPOD2u0pFRvc9he8s7ZduC0c9pKGt5UBh3To52XnkprOBuQNBJxPL9VOiW/M3GDIsd5mamqw9GSxO0SXopGbQCLKZaCdK/PjJ8gdN4T5yTkRh+0ENEndQihJmjaAAAxi2ydKpoFqwEgyAG6XVQmr5Ck8Xv72JJd74w0QzkDfv6faJTHH5bJ2bLc85S68dHq0H5hAu7oOTjlsY8zkM="_s
        << u"SHA256:DD3MvHULRQ8bPb04iQXhr6fOLk4+xZokPISq/BjB4t4"_s;
}

void SshKeyRulesTest::readsRealKeys()
{
    QFETCH(QString, key);
    QFETCH(QString, fingerprint);
    const auto parsed = rules::parseSshKey(u"  "_s + key + u"  ann at lab \n"_s);
    QVERIFY(std::holds_alternative<ParsedSshKey>(parsed));
    const auto &read = std::get<ParsedSshKey>(parsed);
    QCOMPARE(read.name, u"ann at lab"_s);
    QCOMPARE(read.line(), QString(key + u" ann at lab"_s));
    QCOMPARE(read.fingerprint(), fingerprint);
    QVERIFY(breaks(key.chopped(8), SshKeyRule::Form));
}

void SshKeyRulesTest::readsMadeKeys()
{
    const QByteArray point(32, 'p');
    QVERIFY(rules::parseSshKey(lineOf("sk-ssh-ed25519@openssh.com", {point, "ssh:"})).index() == 0);
    QVERIFY(rules::parseSshKey(lineOf("sk-ecdsa-sha2-nistp256@openssh.com",
                                      {"nistp256", '\4' + QByteArray(64, 'p'), "ssh:"}))
                .index()
            == 0);
    QVERIFY(rules::parseSshKey(lineOf("ssh-rsa", {"\3", modulus(2048)})).index() == 0);
    QVERIFY(rules::parseSshKey(lineOf("ssh-ed25519", {point})).index() == 0);
}

void SshKeyRulesTest::refusesWhatIsNoKey()
{
    const QByteArray point(32, 'p');
    const QString good = lineOf("ssh-ed25519", {point});
    const QStringList lines{u""_s,
                            u"ssh-ed25519"_s,
                            u"ssh-ed25519 !!!!"_s,
                            u"ssh-ed25519 AAAA"_s,
                            u"command=\"x\" "_s + good,
                            good + u"\n"_s + good,
                            good + u" a\nb"_s,
                            lineOf("ssh-ed25519", {point.chopped(1)}),
                            lineOf("ssh-ed25519", {point, "more"}),
                            lineOf("sk-ssh-ed25519@openssh.com", {point}),
                            lineOf("ssh-rsa", {"\3"}),
                            lineOf("ssh-rsa", {"\3", "\xff"}),
                            lineOf("ssh-rsa", {"", modulus(2048)}),
                            lineOf("ecdsa-sha2-nistp256", {"nistp384", '\4' + QByteArray(64, 'p')}),
                            lineOf("ecdsa-sha2-nistp256", {"nistp256", '\2' + QByteArray(64, 'p')}),
                            QString(u"ssh-rsa "_s + good.section(u' ', 1))};
    for (const QString &line : lines)
        QVERIFY2(breaks(line, SshKeyRule::Form), qPrintable(line));
    QVERIFY(breaks(u"-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blbg==\n"_s, SshKeyRule::Private));
}

void SshKeyRulesTest::refusesWeakKeys()
{
    QVERIFY(breaks(u"ssh-dss AAAAB3NzaC1kc3MAAACBAKYm"_s, SshKeyRule::Type));
    QVERIFY(breaks(
        u"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQDnsYrk6PePggB6c0U8cAjhsUWxA9C3WLqvA2sSPrw1AfO4qbXckugHHu/TGPVGwW45mwAmL1K0jErUWnnNZM4YS7XjxEX78LjaTZYNRzirrlOxmGRp09TqTKQ2KE5JuP0cj5bLprR0NnRd8Zld9gOHPP3RPBm7fS9yicNU3Igylw=="_s,
        SshKeyRule::Size));
    QVERIFY(breaks(lineOf("ssh-rsa", {"\3", modulus(2040)}), SshKeyRule::Size));
    QVERIFY(breaks(lineOf("ssh-rsa", {"\3", modulus(16392)}), SshKeyRule::Size));
}

void SshKeyRulesTest::keepsNamesLiteral()
{
    const QString good = lineOf("ssh-ed25519", {QByteArray(32, 'p')});
    const auto parsed = rules::parseSshKey(good + u" 安娜 <b>&\"'"_s);
    QCOMPARE(std::get<ParsedSshKey>(parsed).name, u"安娜 <b>&\"'"_s);
    QVERIFY(breaks(good + u' ' + QString(101, u'x'), SshKeyRule::NameLength));
    QVERIFY(breaks(good + u" a\u0007b"_s, SshKeyRule::Form));
    QVERIFY(breaks(good + u" a\u202eb"_s, SshKeyRule::Form));
}

QTEST_APPLESS_MAIN(SshKeyRulesTest)
#include "tst_sshkeyrules.moc"
