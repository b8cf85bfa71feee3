// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/auditpage.h"

#include "app/people/auditdialog.h"
#include "app/people/auditfilters.h"
#include "core/api/people.h"

using namespace Qt::Literals::StringLiterals;

AuditPage::AuditPage(LiveStore &store)
    : PagedListPage(u"audit"_s, Icon::History, api::listAudit, store)
    , m_filters(new AuditFilters)
{
    frame().setCreateText({});
    frame().addFilter(m_filters);
    table().setDefaultWidths({164, 96, 104, 176, 72, 124, 0});
    table().setStretchColumn(AuditList::ChangeColumn);
    table().keepColumns();
    connect(m_filters, &AuditFilters::changed, this, [this] { follow(); });
    connect(&table(), &TableView::opened, this,
            [this](const QModelIndex &index) { showEntry(list().at(index.row())); });
    begin();
}

QString AuditPage::title() const
{
    return tr("Audit Log");
}

void AuditPage::retranslate()
{
    PagedListPage::retranslate();
    m_filters->retranslate();
}

AuditPage::Words AuditPage::words(int total) const
{
    return {tr("Search by name or address"),
            tr("%n entries", nullptr, total),
            tr("The audit log could not be loaded."),
            tr("No entry is like this."),
            tr("Clear the filter"),
            tr("Nothing was done yet.")};
}

void AuditPage::fill(model::AuditQuery &query) const
{
    m_filters->fill(query);
}

bool AuditPage::isFiltered() const
{
    return m_filters->isSet();
}

void AuditPage::clearFilters()
{
    m_filters->clear();
}

void AuditPage::showEntry(const model::AuditEntry &entry)
{
    auto *dialog = new AuditDialog(entry, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}
