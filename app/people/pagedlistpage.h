// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/pagememory.h"
#include "app/pages/savefile.h"
#include "app/people/listframe.h"
#include "app/people/pagedread.h"
#include "app/people/peoplepage.h"
#include "app/people/readall.h"
#include "app/text/errortext.h"
#include "app/theme/icons.h"
#include "app/widgets/tableview.h"
#include "app/widgets/toast.h"
#include "core/base/clock.h"

#include <QPushButton>
#include <QVBoxLayout>

// A page of the User Dashboard whose list is too long to come whole: of people, of the audit log.
// The server searches, sorts and filters. The page says what is asked and how it is worded.
template <typename List, typename Query>
class PagedListPage : public PeoplePage
{
public:
    using Row = std::remove_cvref_t<decltype(std::declval<const List &>().at(0))>;

    // Writes all rows that the search and the filters leave; exported() follows.
    void exportTo(const QString &path)
    {
        exportAll(this, store().api(), m_endpoint, m_read->query(), path,
                  [this](bool done) { emit exported(done); });
    }

protected:
    using Endpoint = api::Endpoint<Query, model::Page<Row>>;

    struct Words
    {
        QString search;
        QString count; // of so many rows
        QString failed; // loading
        QString noneLike; // the search and the filters
        QString clear; // them
        QString none; // at all
    };
    virtual Words words(int total) const = 0;
    virtual void fill(Query &query) const = 0; // all but the text
    virtual bool isFiltered() const = 0; // beside the text
    virtual void clearFilters() = 0;
    virtual void showSelection() { }

    // The plural, lower-case, names the table and its file.
    PagedListPage(const QString &plural, Icon icon, const Endpoint &endpoint, LiveStore &store)
        : PeoplePage(store, nullptr)
        , m_plural(plural)
        , m_icon(icon)
        , m_endpoint(endpoint)
        , m_list(makeList())
        , m_frame(new ListFrame(plural + QStringLiteral("Table"), *m_list))
        , m_read(new PagedRead<Query, Row>(store, endpoint, this))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins({});
        layout->addWidget(m_frame);
        setFocusProxy(m_frame);
        m_typing.setSingleShot(true);
        m_typing.setInterval(std::chrono::milliseconds(150));
    }

    List &list() const { return *m_list; }
    ListFrame &frame() const { return *m_frame; }
    TableView &table() const { return m_frame->table(); }

    // The page is complete: to be called at the end of its constructor.
    void begin()
    {
        m_list->setFetch([this] { m_read->more(); });
        retranslate();
        pagememory::keepText(&m_frame->search(), m_plural + QStringLiteral("/text"));
        listenToFrame();
        listenToReading();
        table().holdStill(m_list);
    }

    void retranslate() override
    {
        m_frame->setTitle(title());
        m_frame->search().setPurpose(words(0).search);
        m_frame->retranslate();
        m_list->retranslate();
        showState();
        showSelection();
    }

    void read() override
    {
        if (isAsked())
            m_read->reload();
        else
            follow();
    }

    bool isAsked() const { return m_read->loading() != Loading::Idle; }

    // Asks for what the person has chosen by now.
    void follow()
    {
        m_typing.stop();
        Query query;
        query.text = m_frame->search().text().trimmed();
        fill(query);
        m_read->setQuery(query);
    }

private:
    List *makeList()
    {
        if constexpr (std::is_constructible_v<List, const Clock &, QObject *>)
            return new List(m_clock, this);
        else
            return new List(this);
    }

    void listenToFrame()
    {
        connect(m_frame, &ListFrame::exportRequested, this, [this] {
            SaveFile::askPath(this, m_plural + QStringLiteral(".csv"),
                              [this](const QString &path) { exportTo(path); });
        });
        // A search is sent when the person pauses.
        connect(&m_frame->search(), &QLineEdit::textChanged, &m_typing,
                qOverload<>(&QTimer::start));
        connect(&m_typing, &QTimer::timeout, this, [this] { follow(); });
        connect(&m_frame->states(), &PageStates::retryRequested, this, &PeoplePage::refresh);
        connect(&m_frame->states(), &PageStates::emptyActionRequested, this, [this] {
            m_frame->search().clear();
            clearFilters();
        });
    }

    void listenToReading()
    {
        connect(m_read, &PagedReading::rowsReset, this, [this] {
            m_list->setHasMore(m_read->hasMore());
            m_list->setRows(m_read->rows());
            table().scrollToTop();
            showState();
            showSelection();
        });
        connect(m_read, &PagedReading::rowsChanged, this, [this] {
            m_list->setHasMore(m_read->hasMore());
            m_list->updateRows(m_read->rows());
            showState();
            showSelection();
        });
        connect(m_read, &PagedReading::loadingChanged, this, [this] { showState(); });
        connect(m_read, &PagedReading::failed, this,
                [this](const Error &error) { Toast::say(this, ErrorText::of(error)); });
    }

    void showState()
    {
        PageStates &states = m_frame->states();
        const auto total = int(m_read->total());
        const Words words = this->words(total);
        m_frame->setCount(total > 0 ? words.count : QString());
        m_frame->exportButton().setEnabled(total > 0);
        if (m_read->loading() == Loading::Failed)
            return states.showError(words.failed, ErrorText::of(m_read->problem()));
        if (m_read->loading() != Loading::Ready)
            return states.showLoading();
        if (!m_read->rows().isEmpty())
            return states.showContent();
        const bool isFiltered = !m_read->query().text.isEmpty() || this->isFiltered();
        states.showEmpty(isFiltered ? words.noneLike : words.none,
                         isFiltered ? words.clear : QString(), isFiltered ? Icon::Search : m_icon);
    }

    SystemClock m_clock;
    const QString m_plural;
    const Icon m_icon;
    const Endpoint m_endpoint;
    List *m_list;
    ListFrame *m_frame;
    PagedRead<Query, Row> *m_read;
    QTimer m_typing;
};
