// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/people/newgrouppage.h"
#include "app/people/newuserspage.h"
#include "app/people/rolepage.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/people.h"
#include "tests/app/support/scriptedprompt.h"
#include "tests/app/support/tabwalk.h"

#include <QLineEdit>
#include <QListWidget>

using namespace Qt::Literals::StringLiterals;

// Everything of the wizards and of the form of a role is reached with Tab, from top to bottom and
// back.
class KeyboardTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void goesThroughTheRowsOfNewUsers_data();
    void goesThroughTheRowsOfNewUsers();
    void goesThroughTheStepsForUsers();
    void goesThroughTheStepsForAGroup();
    void goesThroughTheFormOfARole_data();
    void goesThroughTheFormOfARole();

private:
    void open(PeoplePage *page, const QString &path = u"new"_s);
    template <typename Wanted>
    Wanted *find(const QString &name) const
    {
        return m_page->findChild<Wanted *>(name);
    }
    void next() const { find<QPushButton>(u"nextButton"_s)->click(); }
    void pickARole() const;
    void goThroughTheRoles() const;

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<PeoplePage> m_page;
    std::unique_ptr<TabWalk> m_walk;
    ScriptedPrompt m_prompt;
};

void KeyboardTest::init()
{
    m_server = std::make_unique<FakeServer>();
    m_server->answer(u"GET /api/v1/roles"_s, model::Items<model::Role>{samples::roles()});
    m_store = std::make_unique<LiveStore>(*m_server);
    m_store->start(samples::manager());
}

void KeyboardTest::cleanup()
{
    m_walk.reset();
    m_page.reset();
    m_store.reset();
    m_server.reset();
}

void KeyboardTest::open(PeoplePage *page, const QString &path)
{
    m_page.reset(page);
    m_walk = std::make_unique<TabWalk>(*page);
    QVERIFY(m_walk->isOpen());
    page->open({path});
}

void KeyboardTest::pickARole() const
{
    auto *list = find<QListWidget>(u"pickListWidget"_s);
    QTRY_COMPARE(list->count(), 3);
    list->item(1)->setCheckState(Qt::Checked);
}

// From the step before them to the one behind them.
void KeyboardTest::goThroughTheRoles() const
{
    next();
    pickARole();
    QCOMPARE(m_walk->problem(), QString());
    QCOMPARE(m_walk->names(),
             u"pickSearchField pickListWidget cancelButton previousButton nextButton"_s);
    next();
    QCOMPARE(m_walk->problem(), QString());
}

void KeyboardTest::goesThroughTheRowsOfNewUsers_data()
{
    QTest::addColumn<int>("rows");
    QTest::newRow("one") << 1;
    QTest::newRow("three") << 3;
    QTest::newRow("all") << int(model::NewUsers::kMost);
}

void KeyboardTest::goesThroughTheRowsOfNewUsers()
{
    QFETCH(int, rows);
    open(new NewUsersPage(*m_store));
    for (int row = 1; row < rows; ++row)
        find<QPushButton>(u"addRowButton"_s)->click();
    QCOMPARE(m_walk->problem(), QString());
    QVERIFY(m_walk->names().startsWith(u"user1usernameEdit user1nicknameEdit user1phoneEdit "
                                       "user1emailEdit user1noteEdit "_s));
    QVERIFY(m_walk->names().endsWith(u" cancelButton nextButton"_s));
}

void KeyboardTest::goesThroughTheStepsForUsers()
{
    open(new NewUsersPage(*m_store));
    find<QLineEdit>(u"user1usernameEdit"_s)->setText(u"ada.byron"_s);
    find<QLineEdit>(u"user1nicknameEdit"_s)->setText(u"Ada"_s);
    goThroughTheRoles();
    QCOMPARE(m_walk->names(), u"cancelButton previousButton nextButton"_s);
    m_server->answer(
        u"POST /api/v1/users"_s,
        model::Items<model::NewPassword>{{{model::UserId(30100), u"ada.byron"_s, u"secret"_s}}});
    next();
    QTRY_VERIFY(find<QPushButton>(u"doneButton"_s)->isVisible());
    QCOMPARE(m_walk->problem(), QString());
    QVERIFY(m_walk->names().endsWith(u" doneButton"_s));
}

void KeyboardTest::goesThroughTheStepsForAGroup()
{
    open(new NewGroupPage(*m_store));
    QCOMPARE(m_walk->problem(), QString());
    QCOMPARE(m_walk->names(), u"nameEdit descriptionEdit cancelButton nextButton"_s);
    find<QLineEdit>(u"nameEdit"_s)->setText(u"vision"_s);
    find<QLineEdit>(u"descriptionEdit"_s)->setText(u"Image models"_s);
    goThroughTheRoles();
}

void KeyboardTest::goesThroughTheFormOfARole_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("new") << u"new"_s;
    QTest::newRow("preset") << u"2"_s; // read only
    QTest::newRow("custom") << u"3"_s;
}

void KeyboardTest::goesThroughTheFormOfARole()
{
    QFETCH(QString, path);
    open(new RolePage(*m_store, m_prompt), path);
    QTRY_VERIFY(find<QLineEdit>(u"nameEdit"_s)->isVisible());
    QCOMPARE(m_walk->problem(), QString());
    QVERIFY2(m_walk->names().contains(u"nameEdit descriptionEdit"_s), qPrintable(m_walk->names()));
}

QTEST_MAIN(KeyboardTest)
#include "tst_keyboard.moc"
