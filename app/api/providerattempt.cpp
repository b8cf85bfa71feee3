// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/providerattempt.h"

#include "core/api/profile.h"
#include "core/api/signin.h"
#include "core/client/apiclient.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

using namespace std::chrono_literals;

namespace {

constexpr auto kPause = 1500ms;
constexpr auto kUrl = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QString randomSecret()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return QString::fromLatin1(bytes.toBase64(kUrl));
}

QString challengeOf(const QString &secret)
{
    const auto hash = QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toBase64(kUrl));
}

// A question that went unheard is asked again.
bool mayAskAgain(ErrorCode code)
{
    return code == ErrorCode::Unavailable || code == ErrorCode::TimedOut
           || code == ErrorCode::TooMany || code == ErrorCode::Internal;
}

} // namespace

ProviderAttempt::ProviderAttempt(client::ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &ProviderAttempt::ask);
}

void ProviderAttempt::setPause(std::chrono::milliseconds pause)
{
    m_pause.setInterval(pause);
}

void ProviderAttempt::begin(model::Provider provider, Purpose purpose)
{
    cancel();
    m_underWay = true;
    m_provider = provider;
    m_secret = randomSecret();
    const auto &endpoint = purpose == Purpose::Bind ? api::startBinding : api::startSignIn;
    whenDone(m_api.call(endpoint, {}, {provider, challengeOf(m_secret)}), this,
             [this, turn = m_turn](const Result<model::Attempt> &attempt) {
                 if (turn == m_turn)
                     takeBegin(attempt);
             });
}

void ProviderAttempt::cancel()
{
    ++m_turn;
    m_pause.stop();
    m_underWay = false;
    m_attempt = {};
}

void ProviderAttempt::takeBegin(const Result<model::Attempt> &attempt)
{
    if (!attempt)
        return giveUp(attempt.error());
    m_attempt = *attempt;
    m_pause.start();
    emit begun(m_attempt);
}

void ProviderAttempt::ask()
{
    whenDone(m_api.call(api::attemptResult, {m_attempt.id}, {m_secret}), this,
             [this, turn = m_turn](const Result<model::AttemptResult> &result) {
                 if (turn == m_turn)
                     takeResult(result);
             });
}

void ProviderAttempt::takeResult(const Result<model::AttemptResult> &result)
{
    // When it has lasted too long, the server says: its clock counts.
    const bool isOpen =
        result ? result->state == model::AttemptState::Pending : mayAskAgain(result.error().code);
    if (isOpen)
        return m_pause.start();
    if (!result)
        return giveUp(result.error());
    m_underWay = false;
    emit ended(*result);
}

void ProviderAttempt::giveUp(const Error &error)
{
    m_underWay = false;
    emit failed(error);
}
