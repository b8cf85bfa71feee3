// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/sessionspane.h"

#include "app/api/livestore.h"
#include "app/dialogs/prompt.h"
#include "app/pages/lowtable.h"
#include "app/text/errortext.h"
#include "app/theme/looks.h"
#include "app/widgets/tableview.h"
#include "app/widgets/toast.h"
#include "core/api/profile.h"
#include "core/client/apiclient.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

SessionsPane::SessionsPane(LiveStore &store, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_prompt(prompt)
    , m_list(new SessionList(m_clock, this))
    , m_table(new TableView(u"sessionsTable"_s))
    , m_problem(new QLabel)
    , m_endOthers(new QPushButton)
{
    m_table->setModel(m_list);
    m_table->setDefaultWidths({0, 120, 150, 110, 110});
    m_table->setStretchColumn(SessionList::ClientColumn);
    m_table->makeSortable();
    m_table->setRowActions([this](const QModelIndexList &rows) { return offers(rows); });
    m_problem->setObjectName(u"sessionsProblemLabel"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setType(m_problem, LabelType::Error);
    m_problem->hide();
    m_endOthers->setObjectName(u"endOthersButton"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(kGrid);
    layout->addWidget(m_table);
    layout->addWidget(m_problem);
    layout->addWidget(m_endOthers, 0, Qt::AlignLeft);
    connect(m_endOthers, &QPushButton::clicked, this, &SessionsPane::askToEndOthers);
    connect(m_table, &TableView::actionTriggered, this,
            [this](const QString &, const QModelIndexList &rows) {
                end(m_list->at(rows.first().row()));
            });
    fitHeight(*m_table);
    retranslate();
}

void SessionsPane::retranslate()
{
    m_endOthers->setText(tr("End all others"));
    m_endOthers->setAccessibleName(tr("End all other sessions"));
    m_endOthers->setEnabled(others() > 0);
    m_table->setAccessibleName(tr("Sessions"));
    m_list->retranslate();
}

int SessionsPane::others() const
{
    int count = 0;
    for (int row = 0; row < m_list->rowCount(); ++row)
        count += m_list->at(row).isCurrent ? 0 : 1;
    return count;
}

QList<RowAction> SessionsPane::offers(const QModelIndexList &rows) const
{
    if (rows.size() != 1)
        return {};
    const bool isCurrent = m_list->at(rows.first().row()).isCurrent;
    RowAction end;
    end.id = u"end"_s;
    end.text = tr("End session");
    end.icon = Icon::SignOut;
    end.dangerous = true;
    end.enabled = !isCurrent;
    if (isCurrent)
        end.toolTip = tr("You are in it: sign out instead.");
    return {end};
}

void SessionsPane::load()
{
    whenDone(m_store.api().call(api::listSessions), this,
             [this](const Result<model::Items<model::OpenSession>> &sessions) { take(sessions); });
}

void SessionsPane::take(const Result<model::Items<model::OpenSession>> &sessions)
{
    m_problem->setVisible(!sessions);
    if (!sessions)
        return m_problem->setText(ErrorText::of(sessions.error()));
    m_list->setRows(sessions->items);
    fitHeight(*m_table);
    retranslate();
}

void SessionsPane::end(const model::OpenSession &session)
{
    if (session.isCurrent)
        return;
    whenDone(m_store.api().call(api::endSession, {session.id}), this,
             [this](const Result<model::Nothing> &ended) { finish(ended); });
}

void SessionsPane::askToEndOthers()
{
    const Question question{
        tr("End all other sessions?"),
        tr("%n other sessions end. The programs there ask for your password again.", nullptr,
           others()),
        tr("End them")};
    whenDone(m_prompt.confirm(question), this, [this](bool confirmed) {
        if (confirmed)
            whenDone(m_store.api().call(api::endOtherSessions), this,
                     [this](const Result<model::Nothing> &ended) { finish(ended); });
    });
}

void SessionsPane::finish(const Result<model::Nothing> &ended)
{
    if (!ended && ended.error().code != ErrorCode::NotFound)
        Toast::say(this, ErrorText::of(ended.error()));
    load();
}
