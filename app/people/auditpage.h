// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/auditlist.h"
#include "app/people/pagedread.h"
#include "app/people/peoplepage.h"

class AuditFilters;
class ListFrame;

// The audit log: who did what to whom, when and from where.
class AuditPage final : public PeoplePage
{
    Q_OBJECT

public:
    explicit AuditPage(LiveStore &store, QWidget *parent = nullptr);

    QString title() const override;
    // Writes every entry that the search and the filters leave.
    void exportTo(const QString &path);

signals:
    void exported(bool done);

protected:
    void retranslate() override;
    void read() override;

private:
    void listen();
    void follow();
    void showRows(bool isOther);
    void showState();
    void showEntry(const model::AuditEntry &entry);

    AuditList *m_list;
    ListFrame *m_frame;
    AuditFilters *m_filters;
    PagedRead<model::AuditQuery, model::AuditEntry> *m_read;
    QTimer m_typing; // a search is sent when the person pauses
};
