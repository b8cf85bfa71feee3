// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/mail/message.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

mail::Message aMessage()
{
    mail::Message message;
    message.from = {u"berth@lab.example"_s, u"Berth"_s};
    message.to = {u"operators@lab.example"_s};
    message.subject = u"Help"_s;
    message.body = u"Hello"_s;
    message.date = QDateTime(QDate(2031, 5, 4), QTime(9, 8, 7), Qt::UTC);
    message.id = u"abc-1"_s;
    return message;
}

QByteArray composed(const mail::Message &message)
{
    const auto text = mail::compose(message);
    return text ? *text : text.error().detail.toUtf8();
}

// The unfolded header lines of this name.
QByteArrayList headers(const QByteArray &text, const QByteArray &name)
{
    QByteArrayList found;
    QByteArray head = text.left(text.indexOf("\r\n\r\n"));
    head.replace("\r\n ", " ");
    for (const QByteArray &line : head.replace("\r\n", "\n").split('\n')) {
        if (line.startsWith(QByteArray(name + ": ")))
            found.append(line.mid(name.size() + 2));
    }
    return found;
}

// What a reader makes of encoded words.
QString decoded(const QByteArray &value)
{
    QByteArray bytes;
    for (const QByteArray &word : value.split(' ')) {
        if (word.startsWith("=?UTF-8?B?"))
            bytes += QByteArray::fromBase64(word.mid(10).chopped(2));
    }
    return QString::fromUtf8(bytes);
}

} // namespace

class MessageTest final : public QObject
{
    Q_OBJECT

private slots:
    void isAMail();
    void saysAnythingInItsSubject_data();
    void saysAnythingInItsSubject();
    void letsNobodyAddHeaders();
    void keepsItsBody();
    void refusesWhatIsNoAddress();
};

void MessageTest::isAMail()
{
    QCOMPARE(composed(aMessage()), "Date: 04 May 2031 09:08:07 +0000\r\n"
                                   "From: Berth\r\n <berth@lab.example>\r\n"
                                   "To: <operators@lab.example>\r\n"
                                   "Subject: Help\r\n"
                                   "Message-ID: <abc-1@lab.example>\r\n"
                                   "MIME-Version: 1.0\r\n"
                                   "Content-Type: text/plain; charset=utf-8\r\n"
                                   "Content-Transfer-Encoding: base64\r\n"
                                   "\r\n"
                                   "SGVsbG8=\r\n");
}

void MessageTest::saysAnythingInItsSubject_data()
{
    QTest::addColumn<QString>("subject");
    QTest::newRow("Chinese") << u"任务失败"_s.repeated(20);
    QTest::newRow("beyond the plane") << u"𝄞"_s.repeated(50);
    QTest::newRow("long") << u"a b"_s.repeated(100);
    QTest::newRow("encoded already") << u"=?UTF-8?B?QmNjOiBh?="_s;
}

void MessageTest::saysAnythingInItsSubject()
{
    QFETCH(QString, subject);
    auto message = aMessage();
    message.subject = subject;
    const QByteArray text = composed(message);
    QCOMPARE(decoded(headers(text, "Subject").first()), subject);
    for (const QByteArray &line : QByteArray(text).replace("\r\n", "\n").split('\n')) {
        QVERIFY2(line.size() <= 78 || !line.startsWith(' '), line.constData());
        for (const char each : line)
            QVERIFY(each >= ' ' && each <= '~');
    }
}

void MessageTest::letsNobodyAddHeaders()
{
    for (const QString &end : {u"\r\n"_s, u"\n"_s, u"\r"_s, u"\u2028"_s, u"\u0085"_s, u"\0"_s}) {
        auto message = aMessage();
        const QString evil = u"Help"_s % end % u"Bcc: all@evil.example" % end % end % u"Body";
        message.subject = evil;
        message.from.name = evil;
        message.replyTo = mail::Mailbox{u"ada@lab.example"_s, evil};
        const QByteArray text = composed(message);
        QVERIFY(headers(text, "Bcc").isEmpty());
        QCOMPARE(headers(text, "Subject").size(), 1);
        QVERIFY(headers(text, "Reply-To").first().endsWith(" <ada@lab.example>"));
        QCOMPARE(text.mid(text.indexOf("\r\n\r\n")), "\r\n\r\nSGVsbG8=\r\n");
    }
}

void MessageTest::keepsItsBody()
{
    auto message = aMessage();
    message.body = u".\n..\nFrom me\n你好 "_s + u"x"_s.repeated(2000);
    const QByteArray text = composed(message);
    const QByteArray body = QByteArray::fromBase64(text.mid(text.indexOf("\r\n\r\n")));
    QCOMPARE(QString::fromUtf8(body).replace(u"\r\n"_s, u"\n"_s), message.body);
}

void MessageTest::refusesWhatIsNoAddress()
{
    for (const QString &address : {u""_s, u"operators"_s, u"a@b\r\nRCPT TO:<c@d>"_s, u"a@b> <c@d"_s,
                                   u"ä@b.example"_s, u"a b@c"_s}) {
        auto message = aMessage();
        message.to = {address};
        QCOMPARE(mail::compose(message).error().code, ErrorCode::InvalidInput);
        message = aMessage();
        message.from.address = address;
        QVERIFY(!mail::compose(message));
        message = aMessage();
        message.replyTo = mail::Mailbox{address};
        QVERIFY(!mail::compose(message));
    }
    auto message = aMessage();
    message.to.clear();
    QVERIFY(!mail::compose(message));
    message = aMessage();
    message.id = u"a>\r\nBcc: <x"_s;
    QVERIFY(!mail::compose(message));
}

QTEST_GUILESS_MAIN(MessageTest)
#include "tst_message.moc"
