// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/people/rightspicker.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/people.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Which VCs are offered to somebody who gives them.
class RightsPickerTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void offersEveryVcToThoseWhoUseNone();
    void saysWhyThereIsNothingToOffer_data();
    void saysWhyThereIsNothingToOffer();

private:
    PickDialog *open(const QStringList &picked = {});

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<QWidget> m_page;
    QStringList m_chosen;
};

namespace {

const QString kNames = u"GET /api/v1/vc-names"_s;

} // namespace

void RightsPickerTest::init()
{
    m_server = std::make_unique<FakeServer>();
    m_store = std::make_unique<LiveStore>(*m_server);
    model::Account account = samples::account();
    account.permissions = {model::Permission::Manager};
    account.vcs.clear();
    m_store->start(account);
    m_page = std::make_unique<QWidget>();
    m_page->show();
}

void RightsPickerTest::cleanup()
{
    m_page.reset();
    m_store.reset();
    m_server.reset();
}

PickDialog *RightsPickerTest::open(const QStringList &picked)
{
    auto *picker = new RightsPicker(*m_store, m_page.get());
    RightsPicker::Pick pick;
    pick.words.verb = u"Save"_s;
    pick.picked = picked;
    pick.choose = [this](const QStringList &keys) {
        m_chosen = keys;
        return ready(Result<>());
    };
    picker->vcs(pick);
    return m_page->findChild<PickDialog *>();
}

void RightsPickerTest::offersEveryVcToThoseWhoUseNone()
{
    m_server->answer(kNames,
                     model::VcNames{{model::VcName(u"platform"_s), model::VcName(u"vision"_s)}});
    PickDialog *dialog = open({u"platform"_s});
    QVERIFY(m_store->vcs().isEmpty());
    auto *list = dialog->findChild<QListWidget *>();
    QTRY_COMPARE(list->count(), 2);
    QVERIFY(!dialog->findChild<QLabel *>(u"pickNoteLabel"_s)->isVisible());
    QCOMPARE(list->item(0)->checkState(), Qt::Checked);
    list->item(1)->setCheckState(Qt::Checked);
    dialog->findChild<QPushButton *>(u"verbButton"_s)->click();
    QTRY_COMPARE(m_chosen, (QStringList{u"platform"_s, u"vision"_s}));
}

void RightsPickerTest::saysWhyThereIsNothingToOffer_data()
{
    QTest::addColumn<bool>("refused");
    QTest::addColumn<QString>("why");
    QTest::newRow("there is none") << false << u"There are no virtual clusters yet."_s;
    QTest::newRow("the right is gone")
        << true << u"You do not have the right to do this. Ask an administrator for it."_s;
}

void RightsPickerTest::saysWhyThereIsNothingToOffer()
{
    QFETCH(bool, refused);
    QFETCH(QString, why);
    if (refused)
        m_server->refuse(kNames, {ErrorCode::Forbidden, u"needs the permission manager"_s, {}});
    else
        m_server->answer(kNames, model::VcNames{});
    PickDialog *dialog = open();
    QTRY_COMPARE(dialog->findChild<QLabel *>(u"pickNoteLabel"_s)->text(), why);
    QVERIFY(!dialog->findChild<QPushButton *>(u"verbButton"_s)->isEnabled());
}

QTEST_MAIN(RightsPickerTest)
#include "tst_rightspicker.moc"
