// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/people/peoplepage.h"
#include "core/base/result.h"
#include "core/model/user.h"

class PageStates;
class QLabel;
class QPushButton;

// What the User Dashboard begins with: how many users, groups and roles there are, and the ways to
// make one more.
class DashboardPage final : public PeoplePage
{
    Q_OBJECT

public:
    explicit DashboardPage(LiveStore &store, QWidget *parent = nullptr);

    QString title() const override;

protected:
    void retranslate() override;
    void read() override;

private:
    struct Card
    {
        QLabel *figure = nullptr;
        QPushButton *name = nullptr;
        QLabel *more = nullptr;
        QPushButton *create = nullptr;
    };

    QWidget *makeCard(Card &card, const QString &name, const QString &list, const QString &form);
    void take(const Result<model::PeopleCounts> &counts);
    void showCounts();

    QLabel *m_title;
    PageStates *m_states;
    Card m_users;
    Card m_groups;
    Card m_roles;
    std::optional<model::PeopleCounts> m_counts;
};
