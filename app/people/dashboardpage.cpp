// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/dashboardpage.h"

#include "app/api/livestore.h"
#include "app/text/errortext.h"
#include "app/text/format.h"
#include "app/theme/looks.h"
#include "app/widgets/pagestates.h"
#include "core/api/people.h"
#include "core/client/apiclient.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

DashboardPage::DashboardPage(LiveStore &store, QWidget *parent)
    : PeoplePage(store, parent)
    , m_title(new QLabel)
    , m_states(new PageStates)
{
    setType(m_title, LabelType::Title);
    auto *content = new QWidget;
    auto *cards = new QHBoxLayout;
    cards->setSpacing(2 * kGrid);
    cards->addWidget(makeCard(m_users, u"users"_s, u"users"_s, u"users/new"_s), 1);
    cards->addWidget(makeCard(m_groups, u"groups"_s, u"groups"_s, u"groups/new"_s), 1);
    cards->addWidget(makeCard(m_roles, u"roles"_s, u"roles"_s, u"roles/new"_s), 1);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->addLayout(cards);
    column->addStretch();
    m_states->setContent(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kPageMargin, 20, kPageMargin, 2 * kGrid);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_title);
    layout->addWidget(m_states, 1);
    setFocusProxy(m_users.create);
    connect(m_states, &PageStates::retryRequested, this, &PeoplePage::refresh);
    m_states->showLoading();
    retranslate();
}

QString DashboardPage::title() const
{
    return tr("Dashboard");
}

QWidget *DashboardPage::makeCard(Card &card, const QString &name, const QString &list,
                                 const QString &form)
{
    auto *frame = new QFrame;
    frame->setProperty("look", u"card"_s);
    card.name = new QPushButton;
    card.name->setObjectName(name + u"Button"_s);
    setKind(card.name, ButtonKind::Link);
    card.figure = new QLabel;
    card.figure->setObjectName(name + u"Figure"_s);
    setType(card.figure, LabelType::Figure);
    card.more = new QLabel;
    setType(card.more, LabelType::Secondary);
    card.create = new QPushButton;
    card.create->setObjectName(u"create"_s + name);
    card.create->setIcon(icon(Icon::Plus));
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(card.name, 0, Qt::AlignLeft);
    layout->addWidget(card.figure);
    layout->addWidget(card.more);
    layout->addSpacing(2 * kGrid);
    layout->addWidget(card.create, 0, Qt::AlignLeft);
    connect(card.name, &QPushButton::clicked, this, [this, list] { emit addressRequested(list); });
    connect(card.create, &QPushButton::clicked, this,
            [this, form] { emit addressRequested(form); });
    return frame;
}

void DashboardPage::retranslate()
{
    m_title->setText(tr("Dashboard"));
    m_users.name->setText(tr("Users"));
    m_groups.name->setText(tr("Groups"));
    m_roles.name->setText(tr("Roles"));
    m_users.create->setText(tr("Create User"));
    m_groups.create->setText(tr("Create Group"));
    m_roles.create->setText(tr("Create Custom Role"));
    for (const Card &card : {m_users, m_groups, m_roles}) {
        card.name->setAccessibleName(card.name->text());
        card.create->setAccessibleName(card.create->text());
    }
    showCounts();
}

void DashboardPage::read()
{
    whenDone(store().api().call(api::peopleCounts), this,
             [this](const Result<model::PeopleCounts> &counts) { take(counts); });
}

void DashboardPage::take(const Result<model::PeopleCounts> &counts)
{
    if (!counts) {
        if (!m_counts)
            m_states->showError(tr("The numbers could not be loaded."),
                                ErrorText::of(counts.error()));
        return;
    }
    m_counts = *counts;
    showCounts();
    m_states->showContent();
}

void DashboardPage::showCounts()
{
    if (!m_counts)
        return;
    m_users.figure->setText(Format::count(m_counts->users));
    m_groups.figure->setText(Format::count(m_counts->groups));
    m_roles.figure->setText(Format::count(m_counts->roles));
    m_users.more->setText(tr("with an account"));
    m_groups.more->setText(tr("of users"));
    m_roles.more->setText(tr("%n of them custom", nullptr, m_counts->customRoles));
    m_users.figure->setAccessibleDescription(tr("Users"));
    m_groups.figure->setAccessibleDescription(tr("Groups"));
    m_roles.figure->setAccessibleDescription(tr("Roles"));
}
