// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/secretstore.h"
#include "app/pages/signinpage.h"
#include "tests/app/support/account.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/scriptedprompt.h"

#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The page at which one signs in, with a server that answers by itself.
struct SignInBench
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"berth.ini"_s), QSettings::IniFormat};
    ServerProfiles servers{settings};
    FakeServer server;
    MemorySecrets secrets;
    Session session{server, secrets};
    ScriptedPrompt prompt;
    SignInPage page{session, servers, prompt};

    template <typename T>
    T *find(const char *name)
    {
        // The fields of the other forms have the same names.
        auto *found =
            page.findChild<QWidget *>(u"formBox"_s)->findChild<T *>(QString::fromLatin1(name));
        found = found ? found : page.findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT(found);
        return found;
    }
    QString shown(const char *name)
    {
        const auto *label = find<QLabel>(name);
        return label->isVisible() ? label->text() : QString();
    }
    void enter(const QString &username, const QString &password)
    {
        QTest::keyClicks(find<QLineEdit>("usernameEdit"), username);
        QTest::keyClicks(find<QLineEdit>("passwordEdit"), password);
        QTest::keyClick(find<QLineEdit>("passwordEdit"), Qt::Key_Return);
    }
    // As if the server had been asked anew.
    void offer(const model::SignInOptions &options)
    {
        server.answer(u"GET /api/v1/sign-in-options"_s, options);
        page.hide();
        page.show();
    }
};
