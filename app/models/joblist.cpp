// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/joblist.h"

#include "app/models/jobchip.h"
#include "app/text/format.h"
#include "app/text/jobtext.h"
#include "app/theme/tooltip.h"

using namespace Qt::Literals::StringLiterals;

namespace {

using Title = QString (*)();
constexpr auto kRight = Qt::AlignRight | Qt::AlignVCenter;

QByteArray folded(const QString &text)
{
    return text.toCaseFolded().toUtf8();
}

Column<ListedJob> column(Title title, std::function<QString(const ListedJob &)> display)
{
    Column<ListedJob> result;
    result.title = title;
    result.display = std::move(display);
    return result;
}

Column<ListedJob> idColumn(Title title)
{
    auto id =
        column(title, [](const ListedJob &row) { return Format::shortId(row.job.id.toString()); });
    id.text = [](const ListedJob &row) { return row.job.id.value().toRfc4122(); };
    id.other = [](const ListedJob &row, int role) -> QVariant {
        if (role == Qt::ToolTipRole || role == CopyCell)
            return row.job.id.toString();
        return role == MonospaceCell || role == MutedCell ? QVariant(true) : QVariant();
    };
    return id;
}

Column<ListedJob> nameColumn(Title title)
{
    auto name = column(title, [](const ListedJob &row) { return row.job.name; });
    name.text = [](const ListedJob &row) { return row.words; }; // begin with the name
    name.other = [](const ListedJob &, int role) {
        return role == LinkCell ? QVariant(true) : QVariant();
    };
    return name;
}

Column<ListedJob> statusColumn(Title title)
{
    auto status = column(title, [](const ListedJob &row) { return JobText::state(row.job.state); });
    // Those that wait in the order of their queue.
    status.number = [](const ListedJob &row) {
        return (qint64(row.job.state) << 32) + row.job.position.value_or(0);
    };
    status.other = [](const ListedJob &row, int role) -> QVariant {
        if (role == ChipCell)
            return QVariant::fromValue(chipOf(row.job.state));
        if (role == NoteCell)
            return JobText::note(row.job);
        if (role == Qt::AccessibleDescriptionRole)
            return JobText::explanation(row.job);
        return role == Qt::ToolTipRole ? QVariant(toolTipOf(JobText::explanation(row.job)))
                                       : QVariant();
    };
    return status;
}

Column<ListedJob> numberColumn(Title title, int (*value)(const ListedJob &))
{
    auto number =
        column(title, [value](const ListedJob &row) { return Format::count(value(row)); });
    number.number = [value](const ListedJob &row) { return qint64(value(row)); };
    number.other = [value](const ListedJob &row, int role) {
        return role == Qt::EditRole || role == CopyCell ? QVariant(value(row)) : QVariant();
    };
    number.alignment = kRight;
    return number;
}

Column<ListedJob> timeColumn(Title title, const Clock &clock, QDateTime (*value)(const ListedJob &))
{
    auto time = column(title, [value, &clock](const ListedJob &row) {
        return Format::relative(value(row), clock.now());
    });
    time.number = [value](const ListedJob &row) {
        const QDateTime at = value(row);
        return at.isValid() ? at.toMSecsSinceEpoch() : 0;
    };
    time.other = [value](const ListedJob &row, int role) -> QVariant {
        if (role == Qt::ToolTipRole && value(row).isValid())
            return Format::exact(value(row));
        if (role == CopyCell)
            return value(row).isValid() ? value(row).toUTC().toString(Qt::ISODate) : QString();
        return role == MutedCell ? QVariant(true) : QVariant();
    };
    time.alignment = kRight;
    return time;
}

} // namespace

QList<Column<ListedJob>> JobList::columns(const Clock &clock)
{
    auto user =
        column([] { return tr("User"); }, [](const ListedJob &row) { return row.job.ownerName; });
    user.text = [](const ListedJob &row) { return folded(row.job.ownerName); };
    auto preemptible = column(
        //: A column: whether the job is preemptible
        [] { return tr("Preemptible"); },
        //: In the column Preemptible
        [](const ListedJob &row) { return row.job.preemptible ? tr("Yes") : Format::none(); });
    preemptible.number = [](const ListedJob &row) { return row.job.preemptible ? 1 : 0; };
    preemptible.other = [](const ListedJob &row, int role) {
        return role == MutedCell && !row.job.preemptible ? QVariant(true) : QVariant();
    };
    return {
        idColumn([] { return tr("Id"); }),
        nameColumn([] { return tr("Name"); }),
        user,
        statusColumn([] { return tr("Status"); }),
        numberColumn([] { return tr("Number of Device"); },
                     [](const ListedJob &row) { return row.job.devices; }),
        preemptible,
        numberColumn([] { return tr("Priority"); },
                     [](const ListedJob &row) { return row.job.priority; }),
        timeColumn([] { return tr("Submitted"); }, clock,
                   [](const ListedJob &row) { return row.job.submittedAt; }),
        timeColumn([] { return tr("Started"); }, clock,
                   [](const ListedJob &row) { return row.job.startedAt.value_or(QDateTime()); }),
        timeColumn([] { return tr("Finished"); }, clock,
                   [](const ListedJob &row) { return row.job.finishedAt.value_or(QDateTime()); })};
}

JobList::JobList(const Clock &clock, QObject *parent)
    : TableModel(columns(clock), parent)
    , m_clock(clock)
{ }

ListedJob JobList::rowOf(const model::JobSummary &job, qint64 changedAt)
{
    return {job, folded(job.name + u'\n' + job.ownerName + u'\n' + job.id.toString()), changedAt};
}

void JobList::setJobs(const QList<model::JobSummary> &jobs)
{
    QList<ListedJob> rows;
    rows.reserve(jobs.size());
    for (const model::JobSummary &job : jobs)
        rows << rowOf(job, 0);
    setRows(std::move(rows));
}

void JobList::apply(const model::JobSummary &job)
{
    if (const ListedJob *known = find(job.id.value()); known && known->job.revision >= job.revision)
        return;
    upsert(rowOf(job, m_clock.now().toMSecsSinceEpoch()));
}

const model::JobSummary *JobList::findJob(const model::JobId &id) const
{
    const ListedJob *row = find(id.value());
    return row ? &row->job : nullptr;
}

void JobList::setText(const QString &text)
{
    QList<QByteArray> words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        words << folded(word);
    if (std::exchange(m_words, words) != words)
        refilter();
}

void JobList::setStates(const QList<model::JobState> &states)
{
    if (std::exchange(m_states, states) != states)
        refilter();
}

void JobList::setEditable(std::function<bool(const model::JobSummary &)> editable)
{
    m_editable = std::move(editable);
}

void JobList::refreshTimes()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, SubmittedColumn), index(rowCount() - 1, FinishedColumn),
                         {Qt::DisplayRole});
}

Qt::ItemFlags JobList::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const auto flags = TableModel::flags(index) | Qt::ItemNeverHasChildren;
    const bool editable =
        index.column() == PriorityColumn && m_editable && m_editable(jobAt(index.row()));
    return editable ? flags | Qt::ItemIsEditable : flags;
}

bool JobList::accepts(const ListedJob &row) const
{
    return (m_states.isEmpty() || m_states.contains(row.job.state))
           && std::ranges::all_of(
               m_words, [&row](const QByteArray &word) { return row.words.contains(word); });
}

QVariant JobList::rowData(const ListedJob &row, int role) const
{
    return role == GlowCell ? QVariant(row.changedAt) : QVariant();
}

// Newest first, also where the chosen column is equal.
qint64 JobList::rankOf(const ListedJob &row) const
{
    return -row.job.submittedAt.toMSecsSinceEpoch();
}

bool JobList::precedes(const ListedJob &a, const ListedJob &b) const
{
    return b.job.id < a.job.id;
}
