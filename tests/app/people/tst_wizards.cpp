// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/people/newgrouppage.h"
#include "app/people/newuserspage.h"
#include "app/people/rolepage.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/people.h"
#include "tests/app/support/scriptedprompt.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

using Passwords = model::Items<model::NewPassword>;

class WizardsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aNameThereTwiceIsSaidInRowSeven();
    void aTakenNameLeadsBackToRowSeven();
    void passwordsAreShownOnceAndCopied();
    void sayWhatLeavingWouldLose();
    void complainNoMoreOnceLeftEmpty();
    void aRemovedRowLetsTheOthersMoveUp();
    void aNameComesBeforeWhatElseFits();
    void aGroupNeedsARole();
    void aRoleNeedsAPermission();
    void aPresetRoleStays();

private:
    template <typename Wanted>
    Wanted *find(const QString &name) const
    {
        return m_page->findChild<Wanted *>(name);
    }
    void open(PeoplePage *page);
    void fillRows(int count);
    void next() const { find<QPushButton>(u"nextButton"_s)->click(); }
    void pickRole(int row) const;
    QLineEdit *field(int row, const QString &name) const
    {
        return find<QLineEdit>(u"user%1%2Edit"_s.arg(row).arg(name));
    }
    QLabel *error(int row, const QString &name) const
    {
        return find<QLabel>(u"user%1%2ErrorLabel"_s.arg(row).arg(name));
    }

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<PeoplePage> m_page;
    ScriptedPrompt m_prompt;
};

void WizardsTest::init()
{
    m_prompt = {};
    m_server = std::make_unique<FakeServer>();
    m_server->answer(u"GET /api/v1/roles"_s, model::Items<model::Role>{samples::roles()});
    m_store = std::make_unique<LiveStore>(*m_server);
    m_store->start(samples::manager());
}

void WizardsTest::cleanup()
{
    m_page.reset();
    m_store.reset();
    m_server.reset();
}

void WizardsTest::open(PeoplePage *page)
{
    m_page.reset(page);
    m_page->resize(1060, 700);
    m_page->show();
    m_page->open({u"new"_s});
    QTRY_VERIFY(m_server->answered() > 0 || qobject_cast<RolePage *>(page));
    m_page->activateWindow();
}

void WizardsTest::fillRows(int count)
{
    for (int row = 1; row <= count; ++row) {
        if (row > 1)
            find<QPushButton>(u"addRowButton"_s)->click();
        field(row, u"username"_s)->setText(u"person%1"_s.arg(row));
        field(row, u"nickname"_s)->setText(u"Person %1"_s.arg(row));
    }
}

void WizardsTest::pickRole(int row) const
{
    auto *list = find<QListWidget>(u"pickListWidget"_s);
    QTRY_VERIFY(list->count() > row);
    list->item(row)->setCheckState(Qt::Checked);
}

void WizardsTest::aNameThereTwiceIsSaidInRowSeven()
{
    open(new NewUsersPage(*m_store));
    fillRows(8);
    field(7, u"username"_s)->setText(u"Person2"_s);
    next();
    QVERIFY(field(7, u"username"_s)->isVisible()); // still the first step
    QVERIFY(error(7, u"username"_s)->isVisible());
    QVERIFY(error(7, u"username"_s)->text().contains(u"twice"_s));
    QVERIFY(!error(6, u"username"_s)->isVisible());
    QCOMPARE(m_page->focusWidget(), field(7, u"username"_s));
}

void WizardsTest::aTakenNameLeadsBackToRowSeven()
{
    m_server->refuse(u"POST /api/v1/users"_s,
                     {ErrorCode::Conflict, u"is taken"_s, u"users[6].username"_s});
    open(new NewUsersPage(*m_store));
    fillRows(8);
    next();
    pickRole(1);
    next();
    QVERIFY(find<QLabel>(u"summaryLabel"_s)->text().contains(u"person8"_s));
    next();
    QTRY_VERIFY(field(7, u"username"_s)->isVisible());
    QCOMPARE(error(7, u"username"_s)->text(), u"This username is taken. Choose another."_s);
    QCOMPARE(m_page->focusWidget(), field(7, u"username"_s));
    QCOMPARE(field(8, u"nickname"_s)->text(), u"Person 8"_s); // nothing is lost
}

void WizardsTest::passwordsAreShownOnceAndCopied()
{
    m_server->answer(u"POST /api/v1/users"_s,
                     Passwords{{{model::UserId(30100), u"person1"_s, u"secret-one"_s},
                                {model::UserId(30101), u"person2"_s, u"secret-two"_s}}});
    open(new NewUsersPage(*m_store));
    fillRows(2);
    next();
    next(); // without a role it stays
    QVERIFY(find<QLabel>(u"problemLabel"_s)->isVisible());
    pickRole(1);
    next();
    next();
    QTRY_VERIFY(find<QPushButton>(u"copyAllButton"_s)->isVisible());
    QVERIFY(m_page->hasUnsavedInput()); // the passwords are nowhere yet
    find<QPushButton>(u"copyAllButton"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"person1\tsecret-one\nperson2\tsecret-two"_s);
    QVERIFY(!m_page->hasUnsavedInput());
    QSignalSpy left(m_page.get(), &Page::addressRequested);
    find<QPushButton>(u"doneButton"_s)->click();
    QCOMPARE(left.count(), 1);
    m_page->hide();
    for (const auto *label : m_page->findChildren<QLabel *>())
        QVERIFY(!label->text().contains(u"secret"_s));
}

void WizardsTest::sayWhatLeavingWouldLose()
{
    open(new NewUsersPage(*m_store));
    QSignalSpy left(m_page.get(), &Page::addressRequested);
    fillRows(3);
    QVERIFY(m_page->hasUnsavedInput());
    QVERIFY(m_page->leavingQuestion().text.startsWith(u"3 users"_s));
    find<QPushButton>(u"cancelButton"_s)->click();
    QCOMPARE(left.first().first().toString(), u"users"_s);
    QCOMPARE(field(3, u"username"_s)->text(), u"person3"_s); // until that is answered
    m_page->discardInput();
    QVERIFY(!m_page->hasUnsavedInput());
    QCOMPARE(field(1, u"username"_s)->text(), QString());
}

void WizardsTest::complainNoMoreOnceLeftEmpty()
{
    open(new NewUsersPage(*m_store));
    next();
    QVERIFY(error(1, u"username"_s)->isVisible());
    m_page->hide();
    m_page->show();
    QVERIFY(!error(1, u"username"_s)->isVisible());
    field(1, u"username"_s)->setText(u"ada"_s);
    m_page->hide();
    m_page->show();
    QCOMPARE(field(1, u"username"_s)->text(), u"ada"_s);

    open(new NewGroupPage(*m_store));
    next();
    QVERIFY(find<QLabel>(u"nameErrorLabel"_s)->isVisible());
    m_page->hide();
    m_page->show();
    QVERIFY(!find<QLabel>(u"nameErrorLabel"_s)->isVisible());
}

void WizardsTest::aRemovedRowLetsTheOthersMoveUp()
{
    open(new NewUsersPage(*m_store));
    fillRows(10);
    QVERIFY(!find<QPushButton>(u"addRowButton"_s)->isEnabled());
    find<QToolButton>(u"removeRow4Button"_s)->click();
    QCOMPARE(field(4, u"username"_s)->text(), u"person5"_s);
    QCOMPARE(field(9, u"username"_s)->text(), u"person10"_s);
    QVERIFY(!field(10, u"username"_s)->isVisible());
}

void WizardsTest::aNameComesBeforeWhatElseFits()
{
    open(new NewGroupPage(*m_store));
    auto *list = find<QListWidget>(u"pickListWidget"_s);
    QTRY_COMPARE(list->count(), 3);
    auto *search = find<QLineEdit>(u"pickSearchField"_s);
    QTest::keyClicks(search, u"user"_s); // all roles permit something about users
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(list->item(0)->checkState(), Qt::Unchecked);
    QCOMPARE(list->item(1)->checkState(), Qt::Checked);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(list->item(2)->checkState(), Qt::Checked);
}

void WizardsTest::aGroupNeedsARole()
{
    m_server->answer(u"POST /api/v1/groups"_s, samples::groups().first());
    open(new NewGroupPage(*m_store));
    next();
    QVERIFY(find<QLabel>(u"nameErrorLabel"_s)->isVisible());
    find<QLineEdit>(u"nameEdit"_s)->setText(u"vision"_s);
    find<QLineEdit>(u"descriptionEdit"_s)->setText(u"Image models"_s);
    next();
    next();
    QVERIFY(find<QLabel>(u"problemLabel"_s)->isVisible());
    pickRole(1);
    next();
    QSignalSpy left(m_page.get(), &Page::addressRequested);
    next();
    QTRY_COMPARE(left.count(), 1);
    QCOMPARE(left.first().first().toString(), u"groups/1"_s);
}

void WizardsTest::aRoleNeedsAPermission()
{
    m_server->refuse(u"POST /api/v1/roles"_s, {ErrorCode::Conflict, {}, u"name"_s});
    open(new RolePage(*m_store, m_prompt));
    find<QLineEdit>(u"nameEdit"_s)->setText(u"Operators"_s);
    find<QPushButton>(u"saveButton"_s)->click();
    QVERIFY(find<QLabel>(u"permissionsErrorLabel"_s)->isVisible());
    QCOMPARE(m_server->count(u"POST /api/v1/roles"_s), 0);
    // What she does not hold herself she cannot give.
    QVERIFY(!find<QCheckBox>(u"manage_vcBox"_s)->isEnabled());
    find<QCheckBox>(u"submit_training_jobBox"_s)->setChecked(true);
    find<QPushButton>(u"saveButton"_s)->click();
    QTRY_COMPARE(find<QLabel>(u"nameErrorLabel"_s)->text(),
                 u"This name is taken. Choose another."_s);
}

void WizardsTest::aPresetRoleStays()
{
    open(new RolePage(*m_store, m_prompt));
    m_page->open({u"2"_s});
    QTRY_COMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), u"User"_s);
    QVERIFY(find<QLineEdit>(u"nameEdit"_s)->isReadOnly());
    QVERIFY(find<QLabel>(u"noticeLabel"_s)->isVisible());
    QVERIFY(!find<QPushButton>(u"saveButton"_s)->isVisible());
    m_page->open({u"new"_s});
    QVERIFY(!find<QLineEdit>(u"nameEdit"_s)->isReadOnly());
    QCOMPARE(find<QLineEdit>(u"nameEdit"_s)->text(), QString());
}

QTEST_MAIN(WizardsTest)
#include "tst_wizards.moc"
