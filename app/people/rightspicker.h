// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/pickdialog.h"
#include "core/base/result.h"
#include "core/model/user.h"

#include <QFuture>

#include <functional>

class LiveStore;

// Opens the one dialog that picks roles, groups, VCs and people, and fills it: lists are read from
// the server, what the person may not give is grey with the reason, and people are searched there.
class RightsPicker : public QObject
{
    Q_OBJECT

public:
    // What is done with the choice; the dialog stays until it is answered with success.
    using Choose = std::function<QFuture<Result<>>(const QStringList &keys)>;

    struct Pick
    {
        PickDialog::Words words; // the purpose is the picker's
        QList<PickChoice> known; // of people: those that are picked at first
        QStringList picked;
        Choose choose;
        int least = 0;
    };

    // Dialogs are shown over the widget.
    RightsPicker(LiveStore &store, QWidget *over);

    void roles(Pick pick);
    void groups(Pick pick);
    void vcs(Pick pick);
    void users(Pick pick);

    // Lists as choices.
    QList<PickChoice> choicesOf(const QList<model::Role> &roles) const;
    QList<PickChoice> choicesOf(const QList<model::GroupSummary> &groups,
                                const QList<model::Role> &roles) const;
    static PickChoice choiceOf(const model::UserName &user);

    template <typename Named>
    static QStringList keysOf(const QList<Named> &list)
    {
        QStringList keys;
        for (const Named &each : list)
            keys << each.id.toString();
        return keys;
    }
    template <typename Id>
    static QList<Id> idsOf(const QStringList &keys)
    {
        QList<Id> ids;
        for (const QString &key : keys) {
            if (const auto id = Id::fromString(key))
                ids << *id;
        }
        return ids;
    }
    // What has come and what has gone, as ids of the change's kind.
    template <typename Change>
    static Change changeOf(const QStringList &before, const QStringList &after)
    {
        using Id = typename decltype(Change::add)::value_type;
        QStringList come = after;
        QStringList gone = before;
        come.removeIf([&](const QString &key) { return before.contains(key); });
        gone.removeIf([&](const QString &key) { return after.contains(key); });
        return {idsOf<Id>(come), idsOf<Id>(gone)};
    }

signals:
    void changed(); // a choice was made and has succeeded

private:
    PickDialog *open(const Pick &pick, PickList::Source source);
    void search(PickDialog *dialog, const Pick &pick, const QString &text);

    LiveStore &m_store;
    QWidget *m_over;
    int m_search = 0; // answers to a search before this one are dropped
};
