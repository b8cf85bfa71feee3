// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/tablemodel.h"
#include "core/base/clock.h"
#include "core/model/job.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QUuid>

// A job as the list keeps it.
struct ListedJob
{
    model::JobSummary job;
    QByteArray words; // what the text filter searches, folded
    qint64 changedAt = 0; // ms since the epoch; 0: not since the list was loaded
};

// Jobs as rows.
class JobList final : public TableModel<ListedJob, QUuid>
{
    Q_DECLARE_TR_FUNCTIONS(JobList)

public:
    enum ColumnIndex {
        IdColumn,
        NameColumn,
        UserColumn,
        StatusColumn,
        DevicesColumn,
        PreemptibleColumn,
        PriorityColumn,
        SubmittedColumn,
        StartedColumn,
        FinishedColumn,
    };

    explicit JobList(const Clock &clock, QObject *parent = nullptr);

    void setJobs(const QList<model::JobSummary> &jobs);
    // Takes it when it is newer than what is known.
    void apply(const model::JobSummary &job);
    void removeJob(const model::JobId &id) { remove(id.value()); }

    const model::JobSummary *findJob(const model::JobId &id) const;
    const model::JobSummary &jobAt(int row) const { return at(row).job; }

    // Part of id, name or user, in any case; several words must all occur.
    void setText(const QString &text);
    void setStates(const QList<model::JobState> &states); // empty: every state
    // Whose priority may be changed in place; none at first.
    void setEditable(std::function<bool(const model::JobSummary &)> editable);
    // Relative times grow old: called now and then.
    void refreshTimes();

    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    QUuid keyOf(const ListedJob &row) const override { return row.job.id.value(); }
    bool accepts(const ListedJob &row) const override;
    QVariant rowData(const ListedJob &row, int role) const override;
    qint64 rankOf(const ListedJob &row) const override;
    bool precedes(const ListedJob &a, const ListedJob &b) const override;

private:
    static QList<Column<ListedJob>> columns(const Clock &clock);
    static ListedJob rowOf(const model::JobSummary &job, qint64 changedAt);

    const Clock &m_clock;
    QList<QByteArray> m_words;
    QList<model::JobState> m_states;
    std::function<bool(const model::JobSummary &)> m_editable;
};
