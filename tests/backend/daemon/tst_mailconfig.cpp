// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/config.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class MailConfigTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void readsTheServer();
    void sendsNothingWithoutOne();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();

private:
    QString write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        return file.fileName();
    }
    Result<berthd::Config> read(const QByteArray &text) const
    {
        return berthd::readConfig(write(u"berthd.yaml"_s, text));
    }

    QTemporaryDir m_dir;
};

void MailConfigTest::initTestCase()
{
    write(u"good"_s, "correct horse\n");
}

void MailConfigTest::readsTheServer()
{
    const auto config = read("smtp: {url: smtp://mail.lab, username: berth, password-file: good, "
                             "from: berth@lab.example}\n");
    QVERIFY2(config, config ? "" : qPrintable(config.error().detail));
    QCOMPARE(config->mail->server.url, QUrl(u"smtp://mail.lab:587"_s));
    QCOMPARE(config->mail->server.username, u"berth"_s);
    QCOMPARE(config->mail->server.password, u"correct horse"_s);
    QCOMPARE(config->mail->from, u"berth@lab.example"_s);
    QVERIFY(config->mail->server.needsTls);
    const auto tls = read("smtp: {url: smtps://mail.lab, from: berth@lab.example}\n");
    QCOMPARE(tls->mail->server.url, QUrl(u"smtps://mail.lab:465"_s));
    const auto here = read("smtp: {url: 'smtp://[::1]:25', tls: none, from: b@lab}\n");
    QVERIFY2(here, here ? "" : qPrintable(here.error().detail));
    QVERIFY(!here->mail->server.needsTls);
}

void MailConfigTest::sendsNothingWithoutOne()
{
    QVERIFY(!read("cluster: {support: help@lab}\n")->mail);
}

void MailConfigTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text"); // of smtp, from line 2 on
    QTest::addColumn<QString>("reason");
    const QByteArray from = "  from: b@lab\n";
    QTest::newRow("no url") << from << u"smtp.url: expected smtp://"_s;
    QTest::newRow("scheme") << from + "  url: https://mail.lab\n" << u"3: smtp.url: exp"_s;
    QTest::newRow("password in it") << from + "  url: smtp://a:b@mail.lab\n" << u"3: smtp.url"_s;
    QTest::newRow("path") << from + "  url: smtp://mail.lab/x\n" << u"3: smtp.url"_s;
    QTest::newRow("no from") << QByteArray("  url: smtp://mail.lab\n") << u"smtp.from: exp"_s;
    QTest::newRow("odd from") << QByteArray("  url: smtp://mail.lab\n  from: a> b\n")
                              << u"3: smtp.from"_s;
    QTest::newRow("tls") << from + "  url: smtp://mail.lab\n  tls: perhaps\n"
                         << u"4: smtp.tls: expected required or none"_s;
    QTest::newRow("unprotected") << from + "  url: smtp://mail.lab\n  tls: none\n"
                                 << u"4: smtp.tls: none is for an smtp server of this"_s;
    QTest::newRow("no password") << from + "  url: smtp://mail.lab\n  username: a\n"
                                 << u"smtp.password-file: expected a file"_s;
    QTest::newRow("no username") << from + "  url: smtp://mail.lab\n  password-file: good\n"
                                 << u"smtp.username: expected"_s;
    QTest::newRow("no authority") << from + "  url: smtp://mail.lab\n  ca-file: good\n"
                                  << u"4: smtp.ca-file: "_s;
    QTest::newRow("unknown") << from + "  url: smtp://mail.lab\n  port: 25\n"
                             << u"4: smtp.port: unknown key"_s;
}

void MailConfigTest::namesWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, reason);
    const auto config = read("smtp:\n" + text);
    QVERIFY(!config);
    QVERIFY2(config.error().detail.contains(reason), qPrintable(config.error().detail));
    QVERIFY(!config.error().detail.contains(u"correct horse"_s));
}

QTEST_GUILESS_MAIN(MailConfigTest)
#include "tst_mailconfig.moc"
