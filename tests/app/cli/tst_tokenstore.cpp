// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tokenstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TokenStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void keepsATokenForEachServerInAPrivateFile();
    void startsEmpty();

private:
    QTemporaryDir m_folder;
};

void TokenStoreTest::keepsATokenForEachServerInAPrivateFile()
{
    const QString folder = m_folder.filePath(u"config/berth"_s);
    TokenStore store(folder, TokenStore::Keychain::Avoid);
    const auto place = store.keep(u"https://one"_s, u"token-1"_s);
    QVERIFY(place);
    QVERIFY(store.keep(u"https://two"_s, u"token-2"_s));
    QCOMPARE(QFile::permissions(*place) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);

    const TokenStore again(folder, TokenStore::Keychain::Avoid);
    QCOMPARE(again.server(), u"https://two"_s);
    QCOMPARE(again.token(u"https://one"_s), u"token-1"_s);
    QCOMPARE(again.token(u"https://two"_s), u"token-2"_s);

    QVERIFY(store.forget(u"https://two"_s));
    QCOMPARE(again.token(u"https://two"_s), std::nullopt);
    QCOMPARE(again.token(u"https://one"_s), u"token-1"_s);
}

void TokenStoreTest::startsEmpty()
{
    const TokenStore store(m_folder.filePath(u"nothing"_s), TokenStore::Keychain::Avoid);
    QCOMPARE(store.server(), QString());
    QCOMPARE(store.token(u"https://one"_s), std::nullopt);
}

QTEST_GUILESS_MAIN(TokenStoreTest)
#include "tst_tokenstore.moc"
