// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/mainwindow.h"
#include "app/shell/workbench.h"
#include "core/model/page.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"
#include "tests/app/support/scriptedprompt.h"

#include <QAbstractButton>
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The whole window with a server that answers by itself.
struct WindowBench
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"berth.ini"_s), QSettings::IniFormat};
    FakeServer server;
    MemorySecrets secrets;
    ScriptedPrompt prompt;
    Wiring wiring{{*qApp, settings, server, secrets, prompt}};
    MainWindow window{wiring};

    void signIn(const model::Account &account)
    {
        server.answer(u"POST /api/v1/sessions"_s,
                      model::Session{u"token"_s, QDateTime::currentDateTimeUtc(), account});
        server.answer(u"GET /api/v1/account"_s, account);
        server.answer(u"GET /api/v1/cluster"_s, samples::cluster());
        server.answer(u"GET /api/v1/jobs"_s,
                      model::Page<model::JobSummary>{{samples::job(1)}, {}, 1});
        server.answer(u"DELETE /api/v1/sessions/current"_s, model::Nothing{});
        server.answer(
            u"GET /api/v1/vcs"_s,
            model::Items<model::VcStatus>{{samples::vc(u"platform"_s), samples::vc(u"vision"_s)}});
        window.show();
        wiring.session.signIn(wiring.servers.current(), {u"alice"_s, u"secret-1"_s},
                              Session::Keep::Yes);
        QTRY_VERIFY(wiring.session.isOpen());
        wiring.store.reload();
        QTRY_COMPARE(wiring.store.loading(), Loading::Ready);
    }
    Workbench *workbench() const { return window.findChild<Workbench *>(); }
    bool shows(const QString &name) const
    {
        const auto *widget = window.findChild<QWidget *>(name);
        return widget && widget->isVisible();
    }
    void press(const QString &name) const
    {
        auto *button = window.findChild<QAbstractButton *>(name);
        QVERIFY2(button, qPrintable(name));
        button->click();
    }
};
