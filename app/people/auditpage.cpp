// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/auditpage.h"

#include "app/pages/pagememory.h"
#include "app/pages/savefile.h"
#include "app/people/auditdialog.h"
#include "app/people/auditfilters.h"
#include "app/people/listframe.h"
#include "app/people/readall.h"
#include "app/text/errortext.h"
#include "app/widgets/tableview.h"
#include "app/widgets/toast.h"
#include "core/api/people.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

AuditPage::AuditPage(LiveStore &store, QWidget *parent)
    : PeoplePage(store, parent)
    , m_list(new AuditList(this))
    , m_frame(new ListFrame(u"auditTable"_s, *m_list))
    , m_filters(new AuditFilters)
    , m_read(new PagedRead<model::AuditQuery, model::AuditEntry>(store, api::listAudit, this))
{
    m_frame->setCreateText({});
    m_frame->addFilter(m_filters);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_frame);
    setFocusProxy(m_frame);
    m_typing.setSingleShot(true);
    m_typing.setInterval(150ms);
    m_list->setFetch([this] { m_read->more(); });
    TableView &table = m_frame->table();
    table.setDefaultWidths({164, 96, 104, 176, 72, 124, 0});
    table.setStretchColumn(AuditList::ChangeColumn);
    table.keepColumns();
    retranslate();
    pagememory::keepText(&m_frame->search(), u"audit/text"_s);
    listen();
}

QString AuditPage::title() const
{
    return tr("Audit Log");
}

void AuditPage::listen()
{
    connect(m_frame, &ListFrame::exportRequested, this, [this] {
        SaveFile::askPath(this, u"audit.csv"_s, [this](const QString &path) { exportTo(path); });
    });
    connect(&m_frame->search(), &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &AuditPage::follow);
    connect(m_filters, &AuditFilters::changed, this, &AuditPage::follow);
    connect(&m_frame->states(), &PageStates::retryRequested, this, &PeoplePage::refresh);
    connect(&m_frame->states(), &PageStates::emptyActionRequested, this, [this] {
        m_frame->search().clear();
        m_filters->clear();
    });
    connect(m_read, &PagedReading::rowsReset, this, [this] { showRows(true); });
    connect(m_read, &PagedReading::rowsChanged, this, [this] { showRows(false); });
    connect(m_read, &PagedReading::loadingChanged, this, &AuditPage::showState);
    connect(m_read, &PagedReading::failed, this,
            [this](const Error &error) { Toast::say(this, ErrorText::of(error)); });
    connect(&m_frame->table(), &TableView::opened, this,
            [this](const QModelIndex &index) { showEntry(m_list->at(index.row())); });
    connect(&m_frame->table(), &TableView::pointerRests, m_list,
            [list = m_list](bool over) { list->setHeld(over); });
}

void AuditPage::retranslate()
{
    m_frame->setTitle(tr("Audit Log"));
    m_frame->search().setPurpose(tr("Search by name or address"));
    m_frame->retranslate();
    m_filters->retranslate();
    m_list->retranslate();
    showState();
}

void AuditPage::read()
{
    if (m_read->loading() == Loading::Idle)
        follow();
    else
        m_read->reload();
}

void AuditPage::follow()
{
    m_typing.stop();
    model::AuditQuery query;
    query.text = m_frame->search().text().trimmed();
    m_filters->fill(query);
    m_read->setQuery(query);
}

void AuditPage::showRows(bool isOther)
{
    m_list->setHasMore(m_read->hasMore());
    if (isOther) {
        m_list->setRows(m_read->rows());
        m_frame->table().scrollToTop();
    } else {
        m_list->updateRows(m_read->rows());
    }
    showState();
}

void AuditPage::showState()
{
    PageStates &states = m_frame->states();
    const auto total = m_read->total();
    m_frame->setCount(total > 0 ? tr("%n entries", nullptr, int(total)) : QString());
    m_frame->exportButton().setEnabled(total > 0);
    if (m_read->loading() == Loading::Failed)
        return states.showError(tr("The audit log could not be loaded."),
                                ErrorText::of(m_read->problem()));
    if (m_read->loading() != Loading::Ready)
        return states.showLoading();
    if (!m_read->rows().isEmpty())
        return states.showContent();
    const bool isFiltered = !m_read->query().text.isEmpty() || m_filters->isSet();
    states.showEmpty(isFiltered ? tr("No entry is like this.") : tr("Nothing was done yet."),
                     isFiltered ? tr("Clear the filter") : QString(), Icon::History);
}

void AuditPage::showEntry(const model::AuditEntry &entry)
{
    auto *dialog = new AuditDialog(entry, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void AuditPage::exportTo(const QString &path)
{
    exportAll(this, store().api(), api::listAudit, m_read->query(), path,
              [this](bool done) { emit exported(done); });
}
