// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/contract/contract.h"

#include <QMap>

namespace support {

// Who asks: a column of the table.
struct Asker
{
    QString name; // of the column
    model::UserId id; // 0: not signed in
};

// One way to call one endpoint: a row of the table.
struct Row
{
    QString call; // "GET /api/v1/jobs/{id}"
    QString object; // "own", "other", …; empty for endpoints that name none
    QString name() const { return object.isEmpty() ? call : QString(call % u' ' % object); }
};

// Calls endpoints with sessions and objects made for just one call, so that no call disturbs the
// next: the server stands before and after as it was.
class RightsLab
{
public:
    RightsLab();

    const QList<Asker> &askers() const { return m_askers; }
    // The objects that the path can name.
    static QStringList objectsOf(const QString &path);
    // "ok" when the call was let in, whatever came of it; else the status 401, 403, 404 or 5xx.
    // `body` is the answer without the request's id.
    QString outcome(const Asker &asker, const Row &row, const QByteArray &request,
                    QByteArray *body = nullptr);

private:
    QString makeJob(const Asker &asker, const QString &object);
    QString makeUser(const QString &object);
    QString makeGroup(const QString &object);
    QString makeRole(const QString &object);
    QString makeObject(const Asker &asker, const Row &row);
    QByteArray openSession(const Asker &asker);
    http::Response answerOf(const http::Request &request);

    Contract m_contract;
    QList<Asker> m_askers;
    model::UserId m_owner; // of what is somebody else's
    int m_count = 0;
};

// The table as it is written down: names of rows and what each asker gets.
QMap<QString, QStringList> readRights(const QString &path, QStringList *columns);

} // namespace support
