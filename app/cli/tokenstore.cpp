// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tokenstore.h"

#include "core/json/codec.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <qt6keychain/keychain.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView kService("berthctl");

struct Kept
{
    QString server;
    QMap<QString, QString> tokens; // by server

    static constexpr auto fields()
    {
        return std::tuple{json::defaulted("server"_L1, &Kept::server),
                          json::defaulted("tokens"_L1, &Kept::tokens)};
    }
};

Kept load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto kept = json::decodeText<Kept>(file.readAll());
    return kept ? *kept : Kept{};
}

Result<> save(const QString &path, const Kept &kept)
{
    QSaveFile file(path);
    const auto fail = [&] {
        return Error{ErrorCode::Internal, u"%1: %2"_s.arg(path, file.errorString()), QString()};
    };
    // The mode comes before the secret.
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail();
    file.write(json::encodeText(kept));
    return file.commit() ? Result<>() : Result<>(fail());
}

// Whether the keychain did it. It answers at once where there is none.
bool run(QKeychain::Job &job, const QString &server)
{
    QEventLoop loop;
    job.setAutoDelete(false);
    job.setKey(server);
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
    return job.error() == QKeychain::NoError;
}

} // namespace

TokenStore::TokenStore(QString folder, Keychain keychain)
    : m_folder(std::move(folder))
    , m_keychain(keychain)
{ }

QString TokenStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) % u"/berth"_s;
}

QString TokenStore::server() const
{
    return load(filePath()).server;
}

std::optional<QString> TokenStore::token(const QString &server) const
{
    const Kept kept = load(filePath());
    if (const auto it = kept.tokens.find(server); it != kept.tokens.end())
        return *it;
    QKeychain::ReadPasswordJob job(kService);
    if (m_keychain == Keychain::Use && run(job, server))
        return job.textData();
    return std::nullopt;
}

Result<QString> TokenStore::keep(const QString &server, const QString &token)
{
    if (!QDir().mkpath(m_folder)) {
        return Error{ErrorCode::Internal, u"cannot make the folder %1"_s.arg(m_folder), QString()};
    }
    Kept kept = load(filePath());
    kept.server = server;
    kept.tokens.remove(server);
    QKeychain::WritePasswordJob job(kService);
    job.setTextData(token);
    const bool isInKeychain = m_keychain == Keychain::Use && run(job, server);
    if (!isInKeychain)
        kept.tokens.insert(server, token);
    TRY_VOID(save(filePath(), kept));
    return isInKeychain ? u"the keychain"_s : filePath();
}

Result<> TokenStore::forget(const QString &server)
{
    Kept kept = load(filePath());
    if (kept.tokens.remove(server) > 0)
        return save(filePath(), kept);
    QKeychain::DeletePasswordJob job(kService);
    if (m_keychain == Keychain::Use)
        run(job, server);
    return {};
}

QString TokenStore::filePath() const
{
    return m_folder % u"/berthctl.json"_s;
}
