// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/templatestore.h"
#include "tests/backend/storage/fixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using model::TemplateScope;
using storage::TemplateAddress;

namespace {

const model::VcName kVc(u"platform"_s);
const model::UserId kAda(30001);

TemplateAddress own(const QString &name)
{
    return {{name, TemplateScope::User}, kAda, {}};
}

TemplateAddress team(const QString &name)
{
    return {{name, TemplateScope::Team}, kAda, kVc};
}

model::JobTemplate aTemplate(const QString &image)
{
    model::JobTemplate kept;
    kept.author = kAda;
    kept.authorName = u"ada"_s;
    kept.changedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    kept.spec.vc = kVc;
    kept.spec.image = image;
    return kept;
}

// One store on one database, with the account that templates belong to.
struct Shelf
{
    Fixture fixture;
    std::unique_ptr<storage::TemplateStore> store;

    Shelf()
    {
        if (!fixture.database->run(
                u"INSERT INTO account (id, username, username_lower, nickname, password_hash, "
                "must_change_password, disabled, created_at) VALUES (30001, 'ada', 'ada', 'Ada', "
                "'', 0, 0, 0)"_s))
            qFatal("no account");
        open();
    }
    void open()
    {
        store = std::make_unique<storage::TemplateStore>(*fixture.database, *fixture.committer);
    }
    void reopen()
    {
        store.reset();
        fixture.reopen();
        open();
    }
    Result<bool> put(const TemplateAddress &address, const QString &image,
                     const QByteArray &sealed = {})
    {
        return fixture.await(store->write<bool>(address, [=, this]() -> Result<bool> {
            TRY_VOID(store->put(address, aTemplate(image), sealed));
            return true;
        }));
    }
    int secrets()
    {
        const auto count =
            fixture.database->first<int>(u"SELECT count(*) FROM template_secret"_s, {},
                                         [](const storage::Row &row) { return row.integer(0); });
        return count ? count->value_or(0) : -1;
    }
};

} // namespace

class TemplateStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void keepsThemOverARestart();
    void replacesThePasswordAsWell();
    void storesNoPasswordInTheSpecification();
    void goesWithUserAndVc();
    void tellsAfterTheCommit();
};

void TemplateStoreTest::keepsThemOverARestart()
{
    Shelf shelf;
    QVERIFY(shelf.put(team(u"a"_s), u"one"_s));
    QVERIFY(shelf.put(own(u"b"_s), u"two"_s, "sealed"));
    QVERIFY(shelf.put(team(u"b"_s), u"three"_s));
    shelf.reopen();
    const auto list = shelf.store->list(kAda, kVc);
    QCOMPARE(list->size(), 3);
    QStringList images;
    for (const auto &kept : *list)
        images.append(kept.spec.image);
    QCOMPARE(images, QStringList({u"one"_s, u"two"_s, u"three"_s}));
    QCOMPARE(list->at(1).hasPassword, true);
    QCOMPARE(list->at(1).vc, std::nullopt);
    QCOMPARE(list->at(2).vc, kVc);
    QCOMPARE(list->at(2).changedAt, aTemplate({}).changedAt);
    QVERIFY(shelf.store->list(model::UserId(30002), model::VcName(u"lab"_s))->isEmpty());
    QCOMPARE(*shelf.store->count(own(u"x"_s)), 1);
    QCOMPARE(*shelf.store->count(team(u"x"_s)), 2);
    QCOMPARE(**shelf.store->sealedPassword(own(u"b"_s)), "sealed");
    QVERIFY(!*shelf.store->sealedPassword(team(u"b"_s)));
}

void TemplateStoreTest::replacesThePasswordAsWell()
{
    Shelf shelf;
    QVERIFY(shelf.put(own(u"a"_s), u"one"_s, "first"));
    QVERIFY(shelf.put(own(u"a"_s), u"two"_s, "second"));
    QCOMPARE(**shelf.store->sealedPassword(own(u"a"_s)), "second");
    QVERIFY(shelf.put(own(u"a"_s), u"three"_s));
    QVERIFY(!(*shelf.store->find(own(u"a"_s)))->hasPassword);
    QCOMPARE(shelf.secrets(), 0);
    QCOMPARE(*shelf.store->count(own(u"a"_s)), 1);
}

void TemplateStoreTest::storesNoPasswordInTheSpecification()
{
    Shelf shelf;
    auto kept = aTemplate(u"one"_s);
    kept.spec.registry =
        model::RegistryLogin{u"registry.lab"_s, u"robot"_s, u"hunter2"_s, model::PasswordSource{}};
    const auto address = own(u"a"_s);
    QVERIFY(shelf.fixture.await(shelf.store->write<bool>(address, [&]() -> Result<bool> {
        TRY_VOID(shelf.store->put(address, kept, {}));
        return true;
    })));
    const auto found = *shelf.store->find(address);
    QCOMPARE(found->spec.registry, (model::RegistryLogin{u"registry.lab"_s, u"robot"_s, {}}));
}

void TemplateStoreTest::goesWithUserAndVc()
{
    Shelf shelf;
    QVERIFY(shelf.put(own(u"a"_s), u"one"_s, "sealed"));
    QVERIFY(shelf.put(team(u"a"_s), u"two"_s, "sealed"));
    QVERIFY(shelf.fixture.database->run(u"DELETE FROM account WHERE id = 30001"_s));
    QCOMPARE(shelf.store->list(kAda, kVc)->size(), 1);
    QCOMPARE(shelf.secrets(), 1);
    QVERIFY(shelf.fixture.database->run(u"DELETE FROM vc WHERE name = 'platform'"_s));
    QVERIFY(shelf.store->list(kAda, kVc)->isEmpty());
    QCOMPARE(shelf.secrets(), 0);
}

void TemplateStoreTest::tellsAfterTheCommit()
{
    Shelf shelf;
    QList<TemplateAddress> told;
    connect(shelf.store.get(), &storage::TemplateStore::templateChanged, this,
            [&](const TemplateAddress &address) { told.append(address); });
    QVERIFY(shelf.put(team(u"a"_s), u"one"_s));
    QCOMPARE(told, {team(u"a"_s)});
    const auto refused =
        shelf.fixture.await(shelf.store->write<bool>(own(u"b"_s), [&]() -> Result<bool> {
            TRY_VOID(shelf.store->remove(own(u"b"_s)));
            return true;
        }));
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QCOMPARE(told.size(), 1);
}

QTEST_GUILESS_MAIN(TemplateStoreTest)
#include "tst_templatestore.moc"
