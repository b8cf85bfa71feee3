// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/providerattempt.h"
#include "core/model/page.h"
#include "core/model/signin.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"

#include <QCryptographicHash>
#include <QSignalSpy>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kBegin = u"POST /api/v1/sign-in-attempts"_s;
const QString kAsk = u"POST /api/v1/sign-in-attempts/a1/result"_s;

model::Attempt attempt()
{
    return {u"a1"_s, u"https://login.example/authorize?x=1"_s, u"KQ7-42M"_s,
            QDateTime::currentDateTimeUtc().addSecs(300)};
}

} // namespace

class ProviderAttemptTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_server = std::make_unique<FakeServer>();
        m_attempt = std::make_unique<ProviderAttempt>(*m_server);
        m_attempt->setPause(1ms);
        m_server->answer(kBegin, attempt());
        m_server->answer(kAsk, model::AttemptResult{});
    }
    void cleanup()
    {
        m_attempt.reset();
        m_server.reset();
    }

    void asksUntilItIsTold()
    {
        const QSignalSpy begun(m_attempt.get(), &ProviderAttempt::begun);
        QSignalSpy ended(m_attempt.get(), &ProviderAttempt::ended);
        m_attempt->begin(model::Provider::Microsoft, ProviderAttempt::Purpose::SignIn);
        QTRY_VERIFY(m_server->count(kAsk) > 2);
        QCOMPARE(begun.count(), 1);
        QCOMPARE(ended.count(), 0);
        model::AttemptResult told;
        told.state = model::AttemptState::NeedsRegistration;
        m_server->answer(kAsk, told);
        QVERIFY(ended.wait());
        QVERIFY(!m_attempt->isUnderWay());
    }

    void onlyTheHashOfTheSecretIsSentAtFirst()
    {
        m_attempt->begin(model::Provider::WeChat, ProviderAttempt::Purpose::SignIn);
        QTRY_VERIFY(m_server->count(kAsk) > 0);
        const auto begin = json::decodeText<model::AttemptStart>(m_server->requests()[0].body);
        const auto ask = json::decodeText<model::AttemptSecret>(m_server->requests()[1].body);
        QVERIFY(begin && ask);
        QCOMPARE(begin->provider, model::Provider::WeChat);
        QVERIFY(ask->secret.size() >= 43);
        const auto hash =
            QCryptographicHash::hash(ask->secret.toUtf8(), QCryptographicHash::Sha256)
                .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QCOMPARE(begin->challenge, QString::fromLatin1(hash));
        const QString first = m_attempt->secret();
        m_attempt->begin(model::Provider::WeChat, ProviderAttempt::Purpose::SignIn);
        QVERIFY(m_attempt->secret() != first);
    }

    void anUnheardQuestionIsAskedAgain()
    {
        m_server->refuse(kAsk, {ErrorCode::Unavailable, {}, {}});
        QSignalSpy ended(m_attempt.get(), &ProviderAttempt::ended);
        const QSignalSpy failed(m_attempt.get(), &ProviderAttempt::failed);
        m_attempt->begin(model::Provider::Microsoft, ProviderAttempt::Purpose::SignIn);
        QTRY_VERIFY(m_server->count(kAsk) > 1);
        model::AttemptResult told;
        told.state = model::AttemptState::Failed;
        told.failure = model::AttemptFailure::Refused;
        m_server->answer(kAsk, told);
        QVERIFY(ended.wait());
        QCOMPARE(failed.count(), 0);
    }

    void aForgottenAttemptFails()
    {
        m_server->refuse(kAsk, {ErrorCode::NotFound, {}, {}});
        QSignalSpy failed(m_attempt.get(), &ProviderAttempt::failed);
        m_attempt->begin(model::Provider::Microsoft, ProviderAttempt::Purpose::SignIn);
        QVERIFY(failed.wait());
    }

    void whatWasCancelledIsNotTold()
    {
        const QSignalSpy begun(m_attempt.get(), &ProviderAttempt::begun);
        m_attempt->begin(model::Provider::Microsoft, ProviderAttempt::Purpose::SignIn);
        m_attempt->cancel();
        QTRY_COMPARE(m_server->answered(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(begun.count(), 0);
        QCOMPARE(m_server->count(kAsk), 0);
    }

    void bindingBeginsAtTheAccount()
    {
        const QString bind = u"POST /api/v1/account/sign-in-attempts"_s;
        m_server->answer(bind, attempt());
        m_attempt->begin(model::Provider::Microsoft, ProviderAttempt::Purpose::Bind);
        QTRY_VERIFY(m_server->count(kAsk) > 0);
        QCOMPARE(m_server->count(bind), 1);
        QCOMPARE(m_server->count(kBegin), 0);
    }

private:
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<ProviderAttempt> m_attempt;
};

QTEST_GUILESS_MAIN(ProviderAttemptTest)
#include "tst_providerattempt.moc"
