// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livestore.h"
#include "app/pages/pagememory.h"
#include "app/pages/savefile.h"
#include "app/pages/selectionbar.h"
#include "app/people/listframe.h"
#include "app/people/peoplecsv.h"
#include "app/people/peoplepage.h"
#include "app/text/errortext.h"
#include "app/theme/icons.h"
#include "app/widgets/tableview.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/model/page.h"

#include <QPushButton>
#include <QVBoxLayout>

class Prompt;

// A page of the User Dashboard whose list comes whole: of groups, of roles. The page says how it is
// read and worded.
template <typename List, typename Commands>
class WholeListPage : public PeoplePage
{
public:
    using Item = decltype(List::Row::item);

    // Writes what is shown; false when the file cannot be written.
    bool exportTo(const QString &path) const
    {
        QList<Item> shown;
        for (int row = 0; row < m_list->rowCount(); ++row)
            shown << m_list->itemAt(row);
        return SaveFile::write(path, peoplecsv::of(shown));
    }

protected:
    using Items = Result<model::Items<Item>>;

    struct Words
    {
        QString create;
        QString search;
        QString count; // of so many rows
        QString failed; // loading
        QString noneLike; // the filter
        QString clear; // it
        QString none; // at all
    };
    virtual Words words(int rows) const = 0;

    // The plural, lower-case, names the table, its file and its addresses.
    WholeListPage(const QString &plural, Icon icon, LiveStore &store, Prompt &prompt)
        : PeoplePage(store, nullptr)
        , m_plural(plural)
        , m_icon(icon)
        , m_list(new List(m_clock, this))
        , m_frame(new ListFrame(plural + QStringLiteral("Table"), *m_list))
        , m_commands(new Commands(store, prompt, this))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins({});
        layout->addWidget(m_frame);
        setFocusProxy(m_frame);
    }

    Commands &commands() const { return *m_commands; }
    TableView &table() const { return m_frame->table(); }

    // The page is complete: to be called at the end of its constructor.
    void begin()
    {
        table().makeSortable();
        listenToTable();
        listenToFrame();
        retranslate();
        pagememory::keepText(&m_frame->search(), m_plural + QStringLiteral("/text"));
    }

    void retranslate() final
    {
        const Words words = this->words(0);
        m_frame->setTitle(title());
        m_frame->setCreateText(words.create);
        m_frame->search().setPurpose(words.search);
        m_frame->retranslate();
        m_list->retranslate();
        showState();
        showSelection();
    }

    void take(const Items &items)
    {
        m_problem.reset();
        if (!items && !m_isLoaded)
            m_problem = items.error();
        if (items) {
            m_isLoaded = true;
            m_list->setItems(items->items);
        }
        showState();
        showSelection();
    }

private:
    void listenToTable()
    {
        table().setRowActions(
            [this](const QModelIndexList &rows) { return m_commands->offers(itemsOf(rows)); });
        connect(&table(), &TableView::actionTriggered, this,
                [this](const QString &action, const QModelIndexList &rows) {
                    m_commands->run(action, itemsOf(rows));
                });
        connect(&table(), &TableView::opened, this, [this](const QModelIndex &index) {
            request(m_list->itemAt(index.row()).id.toString());
        });
        table().holdStill(m_list);
        connect(&table(), &TableView::selectionChangedByPerson, this, [this] { showSelection(); });
    }

    void listenToFrame()
    {
        connect(m_frame, &ListFrame::createRequested, this,
                [this] { request(QStringLiteral("new")); });
        connect(m_frame, &ListFrame::exportRequested, this, [this] {
            SaveFile::askPath(this, m_plural + QStringLiteral(".csv"), [this](const QString &path) {
                SaveFile::tell(this, path, exportTo(path));
            });
        });
        connect(&m_frame->search(), &QLineEdit::textChanged, this, [this](const QString &text) {
            m_list->setText(text);
            showState();
            showSelection();
        });
        connect(&m_frame->states(), &PageStates::retryRequested, this, &PeoplePage::refresh);
        connect(&m_frame->states(), &PageStates::emptyActionRequested, this, [this] {
            if (m_list->allCount() > 0)
                m_frame->search().clear();
            else
                request(QStringLiteral("new"));
        });
        connect(m_commands, &Commands::changed, this, &PeoplePage::refresh);
        connect(&m_frame->selection(), &SelectionBar::actionTriggered, this,
                [this](const QString &action) {
                    m_commands->run(action, itemsOf(table().selectedRows()));
                });
    }

    void request(const QString &which)
    {
        emit addressRequested(m_plural + QStringLiteral("/") + which);
    }

    void showState()
    {
        const int shown = m_list->rowCount();
        const Words words = this->words(shown);
        PageStates &states = m_frame->states();
        m_frame->setCount(m_isLoaded && shown > 0 ? words.count : QString());
        m_frame->exportButton().setEnabled(shown > 0);
        if (m_problem)
            return states.showError(words.failed, ErrorText::of(*m_problem));
        if (!m_isLoaded)
            return states.showLoading();
        if (shown > 0)
            return states.showContent();
        if (m_list->allCount() > 0)
            return states.showEmpty(words.noneLike, words.clear, Icon::Search);
        states.showEmpty(words.none, words.create, m_icon);
    }

    void showSelection()
    {
        const auto selected = itemsOf(table().selectedRows());
        m_frame->selection().setSelection(int(selected.size()), m_commands->offers(selected));
    }

    QList<Item> itemsOf(const QModelIndexList &rows) const
    {
        QList<Item> items;
        for (const QModelIndex &row : rows)
            items << m_list->itemAt(row.row());
        return items;
    }

    SystemClock m_clock;
    const QString m_plural;
    const Icon m_icon;
    List *m_list;
    ListFrame *m_frame;
    Commands *m_commands;
    std::optional<Error> m_problem; // why loading failed
    bool m_isLoaded = false;
};
