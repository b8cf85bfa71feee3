// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/binddialog.h"
#include "app/theme/cellrole.h"
#include "tests/app/pages/accountbench.h"

#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

// By what one comes in, and from where one has.
class AccountAccessTest final : public AccountPageBench
{
    Q_OBJECT

private slots:
    void addsAndDeletesKeys();
    void bindsThroughTheBrowser();
    void saysWhyBindingFailed();
    void unbindsButNotTheLastWayIn();
    void endsOtherSessions();
};

void AccountAccessTest::addsAndDeletesKeys()
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

void AccountAccessTest::bindsThroughTheBrowser()
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

void AccountAccessTest::saysWhyBindingFailed()
{
    m_server->refuse(u"POST /api/v1/account/sign-in-attempts"_s, {ErrorCode::Unavailable, {}, {}});
    open();
    button(u"wechatBindButton"_s)->click();
    QTRY_VERIFY(!text(u"methodsProblemLabel"_s).isEmpty());
    QTRY_VERIFY(!m_page->findChild<BindDialog *>());
}

void AccountAccessTest::unbindsButNotTheLastWayIn()
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

void AccountAccessTest::endsOtherSessions()
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

QTEST_MAIN(AccountAccessTest)
#include "tst_accountaccess.moc"
