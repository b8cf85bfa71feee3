// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/auditlist.h"
#include "app/people/pagedlistpage.h"

class AuditFilters;

// The audit log: who did what to whom, when and from where.
class AuditPage final : public PagedListPage<AuditList, model::AuditQuery>
{
    Q_OBJECT

public:
    explicit AuditPage(LiveStore &store);

    QString title() const override;

protected:
    void retranslate() override;
    Words words(int total) const override;
    void fill(model::AuditQuery &query) const override;
    bool isFiltered() const override;
    void clearFilters() override;

private:
    void showEntry(const model::AuditEntry &entry);

    AuditFilters *m_filters;
};
