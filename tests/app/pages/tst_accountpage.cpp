// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/preferences.h"
#include "tests/app/pages/accountbench.h"

#include <QComboBox>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kChange = u"PUT /api/v1/account/profile"_s;

} // namespace

class AccountPageTest final : public AccountPageBench
{
    Q_OBJECT

private slots:
    void showsWhoOneIs();
    void savesWhatWasChanged();
    void refusesWhatIsNoAddress();
    void keepsWhatIsWrittenWhileTheProfileIsReadAnew();
    void choosesLanguageAndTheme();
    void offersToRetry();
};

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
