// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livestore.h"
#include "app/pages/accountpage.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/tableview.h"
#include "core/model/page.h"
#include "tests/app/support/account.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/scriptedprompt.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

inline const QString kProfile = u"GET /api/v1/account/profile"_s;

// Tests of somebody's own account page, with a server that answers by itself.
class AccountPageBench : public QObject
{
    Q_OBJECT

public slots:
    void takeUrl(const QUrl &url) { m_opened << url; } // in place of the browser

protected:
    void open()
    {
        m_store = std::make_unique<LiveStore>(*m_server);
        m_page = std::make_unique<AccountPage>(*m_store, m_prompt);
        m_page->resize(1060, 740);
        m_page->show();
        QTRY_COMPARE(states()->shown(), PageStates::Shown::Content);
        QTRY_COMPARE(table(u"sessionsTable"_s)->model()->rowCount(), int(m_sessions.size()));
        QTRY_VERIFY(button(u"wechatBindButton"_s));
    }
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

private slots:
    void init()
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
        m_server->answer(u"GET /api/v1/account/sessions"_s, [this](const auto &) {
            return json::encodeText(model::Items<model::OpenSession>{m_sessions});
        });
        m_server->answer(u"GET /api/v1/sign-in-options"_s, samples::signInOptions());
    }

    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(u"https"_s);
        m_page.reset();
        m_store.reset();
        m_server.reset();
    }
};
