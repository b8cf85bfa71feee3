// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/rowaction.h"
#include "core/model/user.h"
#include "core/rules/peopleactions.h"

#include <QObject>

class LiveStore;
class Prompt;
class QWidget;
class RightsPicker;
class UserDeletion;

// What is done with people, from the list or from a person's page: what is offered, and doing it.
// Whatever fails is said in a toast.
class UserCommands : public QObject
{
    Q_OBJECT

public:
    // Toasts and dialogs are shown over the widget.
    UserCommands(LiveStore &store, Prompt &prompt, QWidget *over);

    // "roles", "groups", "vcs", "password", "disable" or "enable", "delete"; of several people
    // "groups" and "delete". Grey with the reason when it is not possible.
    QList<RowAction> offers(const QList<model::UserSummary> &users) const;
    QList<RowAction> offers(const model::User &user) const;
    void run(const QString &action, const QList<model::UserSummary> &users);

    // Why not; empty when it is possible.
    QString whyNot(rules::UserAction action, const model::User &user) const;

signals:
    void changed(); // something was done: it is read again
    void deleted(const QList<model::UserId> &users);
    void addressRequested(const QString &address);

private:
    struct Offer
    {
        rules::UserAction action;
        QString id;
        Icon icon;
        QString text;
    };

    static QList<Offer> offersOf(bool disabled);
    static RowAction action(const Offer &offer, const QString &whyNot);
    QString whyNot(rules::UserAction action, const QList<model::UserSummary> &users) const;
    void editRoles(const model::UserSummary &user);
    void editGroups(const model::UserSummary &user);
    void addToGroups(const QList<model::UserSummary> &users);
    void editVcs(const model::UserSummary &user);
    void resetPassword(const model::UserSummary &user);
    void setDisabled(const model::UserSummary &user, bool disabled);
    void change(const model::UserSummary &user, bool disabled);
    void fail(const Error &error) const;

    LiveStore &m_store;
    Prompt &m_prompt;
    QWidget *m_over;
    RightsPicker *m_picker;
    UserDeletion *m_deletion;
};
