// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/pages/accountpage.h"
#include "app/pages/binddialog.h"
#include "app/pages/preferences.h"
#include "app/theme/cellrole.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/tableview.h"
#include "core/model/page.h"
#include "tests/app/support/account.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/scriptedprompt.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kProfile = u"GET /api/v1/account/profile"_s;
const QString kChange = u"PUT /api/v1/account/profile"_s;
const QString kSessions = u"GET /api/v1/account/sessions"_s;

} // namespace

class AccountPageTest : public QObject
{
    Q_OBJECT

public slots:
    void takeUrl(const QUrl &url) { m_opened << url; } // in place of the browser

private slots:
    void init();
    void cleanup();
    void showsWhoOneIs();
    void savesWhatWasChanged();
    void refusesWhatIsNoAddress();
    void keepsWhatIsWrittenWhileTheProfileIsReadAnew();
    void addsAndDeletesKeys();
    void bindsThroughTheBrowser();
    void saysWhyBindingFailed();
    void unbindsButNotTheLastWayIn();
    void endsOtherSessions();
    void choosesLanguageAndTheme();
    void offersToRetry();

private:
    void open();
    QPushButton *button(const QString &name) const
    {
        return m_page->findChild<QPushButton *>(name);
    }
    QLineEdit *edit(const QString &name) const { return m_page->findChild<QLineEdit *>(name); }
    QString text(const QString &name) const { return m_page->findChild<QLabel *>(name)->text(); }
    TableView *table(const QString &name) const { return m_page->findChild<TableView *>(name); }
    PageStates *states() const { return m_page->findChild<PageStates *>(); }

    model::Profile m_profile;
    QList<model::OpenSession> m_sessions;
    QList<QUrl> m_opened;
    ScriptedPrompt m_prompt;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<AccountPage> m_page;
};

void AccountPageTest::init()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"BerthTest"_s);
    QCoreApplication::setApplicationName(
        u"accountpage%1"_s.arg(QCoreApplication::applicationPid()));
    QSettings().clear();
    QDesktopServices::setUrlHandler(u"https"_s, this, "takeUrl");
    m_opened.clear();
    m_prompt.questions.clear();
    m_prompt.confirms = true;
    m_profile = samples::profile();
    m_sessions = samples::sessions();
    m_server = std::make_unique<FakeServer>();
    m_server->answer(kProfile, [this](const auto &) { return json::encodeText(m_profile); });
    m_server->answer(kSessions, [this](const auto &) {
        return json::encodeText(model::Items<model::OpenSession>{m_sessions});
    });
    m_server->answer(u"GET /api/v1/sign-in-options"_s, samples::signInOptions());
}

void AccountPageTest::cleanup()
{
    QDesktopServices::unsetUrlHandler(u"https"_s);
    m_page.reset();
    m_store.reset();
    m_server.reset();
}

void AccountPageTest::open()
{
    m_store = std::make_unique<LiveStore>(*m_server);
    m_page = std::make_unique<AccountPage>(*m_store, m_prompt);
    m_page->resize(1060, 740);
    m_page->show();
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Content);
    QTRY_COMPARE(table(u"sessionsTable"_s)->model()->rowCount(), int(m_sessions.size()));
    QTRY_VERIFY(button(u"wechatBindButton"_s));
}

void AccountPageTest::showsWhoOneIs()
{
    open();
    QStringList shown;
    for (const QLabel *label : m_page->findChildren<QLabel *>())
        shown << label->text();
    for (const QString &text : {u"30001"_s, u"alice"_s, u"System Admin, Operators"_s,
                                u"Bound: alice@lab.example, 2 d ago"_s, u"Not bound"_s})
        QVERIFY2(shown.contains(text), qPrintable(text));
    QCOMPARE(edit(u"emailEdit"_s)->text(), u"alice@example.org"_s);
    QVERIFY(!button(u"saveButton"_s)->isEnabled());
}

void AccountPageTest::savesWhatWasChanged()
{
    open();
    edit(u"phoneEdit"_s)->setText(u"+86 10 1234 5678"_s);
    QVERIFY(m_page->hasUnsavedInput());
    m_profile.phone = u"+86 10 1234 5678"_s;
    m_server->answer(kChange, m_profile);
    button(u"saveButton"_s)->click();
    QTRY_VERIFY(!m_page->hasUnsavedInput());
    const auto &requests = m_server->requests();
    const auto sent = std::find_if(requests.begin(), requests.end(), [](const auto &request) {
        return request.verb == api::Verb::Put;
    });
    const auto change = json::decodeText<model::ProfileChange>(sent->body);
    QVERIFY(change);
    QCOMPARE(change->phone, m_profile.phone);
    QCOMPARE(change->nickname, u"Alice"_s);
}

void AccountPageTest::refusesWhatIsNoAddress()
{
    open();
    edit(u"emailEdit"_s)->setText(u"alice at home"_s);
    edit(u"nicknameEdit"_s)->clear();
    button(u"saveButton"_s)->click();
    QVERIFY(!text(u"emailErrorLabel"_s).isEmpty());
    QVERIFY(!text(u"nicknameErrorLabel"_s).isEmpty());
    QCOMPARE(m_server->count(kChange), 0);
    button(u"discardButton"_s)->click();
    QVERIFY(!m_page->hasUnsavedInput());
    QVERIFY(text(u"emailErrorLabel"_s).isEmpty());
}

void AccountPageTest::keepsWhatIsWrittenWhileTheProfileIsReadAnew()
{
    open();
    edit(u"phoneEdit"_s)->setText(u"12345"_s);
    const auto before = m_server->count(kProfile);
    m_page->hide();
    m_page->show();
    QTRY_COMPARE(m_server->count(kProfile), before + 1);
    QTRY_COMPARE(m_server->answered(), m_server->requests().size());
    QCOMPARE(edit(u"phoneEdit"_s)->text(), u"12345"_s);
}

void AccountPageTest::addsAndDeletesKeys()
{
    open();
    const QString add = u"POST /api/v1/account/ssh-keys"_s;
    m_server->refuse(add, {ErrorCode::Conflict, {}, {}});
    button(u"addKeyButton"_s)->click();
    m_page->findChild<QPlainTextEdit *>(u"lineEdit"_s)
        ->setPlainText(
            u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9"
            "GKJl me@home"_s);
    button(u"addButton"_s)->click();
    QTRY_VERIFY(m_page->findChild<QWidget *>(u"SshKeyDialog"_s)
                    ->findChild<QLabel *>(u"problemLabel"_s)
                    ->text()
                    .contains(u"already"_s));
    m_server->answer(add, samples::sshKey(u"k2"_s));
    m_profile.sshKeys << samples::sshKey(u"k2"_s);
    button(u"addButton"_s)->click();
    QTRY_COMPARE(table(u"sshKeysTable"_s)->model()->rowCount(), 2);

    const QString remove = u"DELETE /api/v1/account/ssh-keys/k1"_s;
    m_server->answer(remove, model::Nothing{});
    m_profile.sshKeys.removeFirst();
    const QAbstractItemModel *keys = table(u"sshKeysTable"_s)->model();
    const int row = keys->index(0, 0).data(IdCell).toString() == u"k1"_s ? 0 : 1;
    emit table(u"sshKeysTable"_s)->actionTriggered(u"delete"_s, {keys->index(row, 0)});
    QTRY_COMPARE(m_server->count(remove), 1);
    QCOMPARE(m_prompt.questions.size(), 1);
    QTRY_COMPARE(keys->rowCount(), 1);
}

void AccountPageTest::bindsThroughTheBrowser()
{
    m_server->answer(u"POST /api/v1/account/sign-in-attempts"_s,
                     model::Attempt{u"a1"_s, u"https://login.example/wx"_s, u"KQ7-42M"_s,
                                    QDateTime::currentDateTimeUtc().addSecs(300)});
    const QString ask = u"POST /api/v1/sign-in-attempts/a1/result"_s;
    m_server->answer(ask, model::AttemptResult{});
    open();
    button(u"wechatBindButton"_s)->click();
    auto *dialog = m_page->findChild<BindDialog *>();
    QVERIFY(dialog);
    dialog->attempt().setPause(1ms);
    m_profile.identities << model::BoundIdentity{
        model::Provider::WeChat, {}, QDateTime::currentDateTimeUtc()};
    QTRY_COMPARE(m_opened.size(), 1);
    QCOMPARE(text(u"codeLabel"_s), u"KQ7-42M"_s);
    model::AttemptResult bound;
    bound.state = model::AttemptState::Bound;
    m_server->answer(ask, bound);
    QTRY_VERIFY(!m_page->findChild<BindDialog *>());
    QTRY_COMPARE(button(u"wechatBindButton"_s)->text(), u"Unbind"_s);
}

void AccountPageTest::saysWhyBindingFailed()
{
    m_server->refuse(u"POST /api/v1/account/sign-in-attempts"_s, {ErrorCode::Unavailable, {}, {}});
    open();
    button(u"wechatBindButton"_s)->click();
    QTRY_VERIFY(!text(u"methodsProblemLabel"_s).isEmpty());
    QTRY_VERIFY(!m_page->findChild<BindDialog *>());
}

void AccountPageTest::unbindsButNotTheLastWayIn()
{
    const QString unbind = u"DELETE /api/v1/account/identities/microsoft"_s;
    m_server->answer(unbind, model::Nothing{});
    open();
    button(u"microsoftBindButton"_s)->click();
    QTRY_COMPARE(m_server->count(unbind), 1);
    QCOMPARE(m_prompt.questions.size(), 1);
    m_profile.hasPassword = false;
    m_page->hide();
    m_page->show();
    QTRY_VERIFY(!button(u"microsoftBindButton"_s)->isEnabled());
    QVERIFY(button(u"microsoftBindButton"_s)->toolTip().contains(u"only way in"_s));
    QVERIFY(!button(u"passwordButton"_s)->isVisible());
}

void AccountPageTest::endsOtherSessions()
{
    open();
    const QAbstractItemModel *model = table(u"sessionsTable"_s)->model();
    const QString end = u"DELETE /api/v1/account/sessions/s1"_s;
    m_server->answer(end, model::Nothing{});
    emit table(u"sessionsTable"_s)->actionTriggered(u"end"_s, {model->index(0, 0)});
    QCOMPARE(m_server->count(u"DELETE /api/v1/account/sessions/s2"_s), 0); // one's own
    emit table(u"sessionsTable"_s)->actionTriggered(u"end"_s, {model->index(1, 0)});
    QTRY_COMPARE(m_server->count(end), 1);
    const QString endOthers = u"DELETE /api/v1/account/sessions"_s;
    m_server->answer(endOthers, model::Nothing{});
    m_sessions.removeFirst();
    button(u"endOthersButton"_s)->click();
    QTRY_COMPARE(m_server->count(endOthers), 1);
    QTRY_COMPARE(model->rowCount(), 1);
    QTRY_VERIFY(!button(u"endOthersButton"_s)->isEnabled());
}

void AccountPageTest::choosesLanguageAndTheme()
{
    open();
    Preferences &preferences = m_page->preferences();
    preferences.setLanguages({{u"en"_s, u"English"_s}, {u"zh_CN"_s, u"简体中文"_s}}, u"en"_s);
    preferences.setTheme(Theme::Mode::Dark);
    const QSignalSpy language(&preferences, &Preferences::languageChosen);
    const QSignalSpy theme(&preferences, &Preferences::themeChosen);
    auto *languages = m_page->findChild<QComboBox *>(u"languageComboBox"_s);
    auto *themes = m_page->findChild<QComboBox *>(u"themeComboBox"_s);
    QCOMPARE(themes->currentText(), u"Dark"_s);
    languages->setCurrentIndex(1);
    emit languages->activated(1);
    QCOMPARE(language.value(0).value(0).toString(), u"zh_CN"_s);
    themes->setCurrentIndex(1);
    emit themes->activated(1);
    QCOMPARE(theme.value(0).value(0).value<Theme::Mode>(), Theme::Mode::Light);
}

void AccountPageTest::offersToRetry()
{
    m_server->refuse(kProfile, {ErrorCode::Unavailable, {}, {}});
    m_store = std::make_unique<LiveStore>(*m_server);
    m_page = std::make_unique<AccountPage>(*m_store, m_prompt);
    m_page->show();
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Error);
    QVERIFY(!m_page->hasUnsavedInput());
    m_server->answer(kProfile, m_profile);
    button(u"messageButton"_s)->click();
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Content);
}

QTEST_MAIN(AccountPageTest)
#include "tst_accountpage.moc"
