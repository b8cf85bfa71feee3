// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/everything.h"
#include "core/client/apiclient.h"
#include "core/client/streams.h"
#include "tests/contract/contract.h"

#include <QSignalSpy>
#include <QTest>

// Tests of the real client against the real server, with three people who are signed in.
class ThreePeople : public QObject
{
    Q_OBJECT

protected:
    void signIn(client::ApiClient &api, const QString &username, const QString &password);
    model::JobSpec aSpec(const QString &name) const; // of one device
    model::Job submit(client::ApiClient &api, const QString &name);

    QTemporaryDir m_directory;
    std::unique_ptr<support::Platform> m_platform;
    client::ApiClient m_admin;
    client::ApiClient m_ann; // a user
    client::ApiClient m_guest; // without any right

private slots:
    void initTestCase();
};
