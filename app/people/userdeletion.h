// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/job.h"
#include "core/model/user.h"
#include "core/rules/peopleactions.h"

#include <QObject>

class LiveStore;
class Prompt;
class QWidget;

// Deletes people, after it has asked and said in numbers what will be lost. Who cannot go is named
// with the reason: active jobs by their names, as far as the person may see them.
class UserDeletion : public QObject
{
    Q_OBJECT

public:
    UserDeletion(LiveStore &store, Prompt &prompt, QWidget *over);

    void ask(const QList<model::UserSummary> &users);

    // "resnet50 and bert", "resnet50, bert and 3 more".
    static QString namesOf(const QList<model::JobSummary> &jobs);

signals:
    void deleted(const QList<model::UserId> &users);
    void addressRequested(const QString &address);

private:
    struct Stay
    {
        model::User user;
        rules::PeopleRefusal refusal;
    };

    void sort(const QList<Result<model::User>> &users);
    void explain(const Stay &stay);
    void tellJobs(const model::User &user, const QList<model::JobSummary> &jobs);
    void confirm(const QList<model::User> &going, const QList<Stay> &staying);
    void erase(const QList<model::User> &users);
    static QString lossOf(const QList<model::User> &users);
    void fail(const QString &text) const;

    LiveStore &m_store;
    Prompt &m_prompt;
    QWidget *m_over;
};
