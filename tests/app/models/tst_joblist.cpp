// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/joblist.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

class FixedClock final : public Clock
{
public:
    QDateTime now() const override
    {
        return QDateTime::fromString(u"2026-03-01T12:00:00.000Z"_s, Qt::ISODateWithMs);
    }
};

model::JobSummary job(int number, const QString &name, model::JobState state, int devices)
{
    model::JobSummary job;
    job.id = model::JobId(QUuid(uint(number), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    job.name = name;
    job.ownerName = number % 2 ? u"ada"_s : u"bob"_s;
    job.state = state;
    job.devices = devices;
    job.submittedAt = FixedClock().now().addSecs(-60 * (100 - number));
    job.revision = 1;
    return job;
}

// One line a row, the given columns.
QStringList printModel(const QAbstractItemModel &model, const QList<int> &columns)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const int column : columns)
            cells << model.index(row, column).data().toString();
        lines << cells.join(u" | "_s);
    }
    return lines;
}

} // namespace

class TestJobList : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void newestIsFirst();
    void theColumnsSayTheirValues();
    void thoseThatWaitSayWhyAndTheirPlace();
    void aWordNarrowsByNameUserAndId();
    void statesNarrow();
    void anOlderRevisionIsIgnored();
    void aChangedRowMovesToItsPlace();
    void aHeldListMovesNothing();
    void sortingKeepsPersistentIndexes();
    void removedRowsGo();
    void aThousandRandomChangesStayInOrder();

private:
    QStringList names() const { return printModel(*m_list, {JobList::NameColumn}); }

    FixedClock m_clock;
    std::unique_ptr<JobList> m_list;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestJobList::init()
{
    m_tester.reset();
    m_list = std::make_unique<JobList>(m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_list->setJobs({job(1, u"bert"_s, model::JobState::Running, 8),
                     job(2, u"resnet"_s, model::JobState::Queued, 4),
                     job(3, u"gpt"_s, model::JobState::Finished, 16)});
}

void TestJobList::newestIsFirst()
{
    QCOMPARE(names(), QStringList({u"gpt"_s, u"resnet"_s, u"bert"_s}));
}

void TestJobList::theColumnsSayTheirValues()
{
    const QStringList expected{
        u"00000003 | gpt | ada | Finished | 16 | – | 100 | 1 h ago | – | –"_s,
        u"00000002 | resnet | bob | Queued | 4 | – | 100 | 1 h ago | – | –"_s,
        u"00000001 | bert | ada | Running | 8 | – | 100 | 1 h ago | – | –"_s};
    QCOMPARE(printModel(*m_list, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}), expected);
    QCOMPARE(m_list->index(0, JobList::IdColumn).data(CopyCell).toString().size(), 36);
}

void TestJobList::thoseThatWaitSayWhyAndTheirPlace()
{
    QList<model::JobSummary> jobs{job(1, u"bert"_s, model::JobState::Running, 8),
                                  job(2, u"second"_s, model::JobState::Queued, 8),
                                  job(3, u"first"_s, model::JobState::Queued, 8)};
    jobs[0].reason = model::Reason();
    model::Reason reason;
    reason.code = model::ReasonCode::NotEnoughInVc;
    reason.asked = 8;
    reason.free = 5;
    reason.total = 16;
    for (const int place : {1, 2}) {
        jobs[3 - place].position = place;
        jobs[3 - place].reason = reason;
    }
    m_list->setJobs(jobs);
    m_list->sort(JobList::StatusColumn, Qt::AscendingOrder);
    QCOMPARE(names(), QStringList({u"first"_s, u"second"_s, u"bert"_s}));
    const auto status = [this](int row, int role) {
        QString text = m_list->index(row, JobList::StatusColumn).data(role).toString();
        return text.replace(u"<br>"_s, u" "_s); // a tooltip breaks its lines anywhere
    };
    QCOMPARE(status(0, Qt::DisplayRole), u"Queued"_s);
    QCOMPARE(status(0, NoteCell), u"No. 1 · needs 8, 5 of 16 free"_s);
    for (const int role : {int(Qt::ToolTipRole), int(Qt::AccessibleDescriptionRole)})
        QVERIFY(status(1, role).contains(u"Number 2 in the queue."_s));
    QVERIFY(status(2, NoteCell).isEmpty());
}

void TestJobList::aWordNarrowsByNameUserAndId()
{
    m_list->setText(u"ReS"_s);
    QCOMPARE(names(), QStringList{u"resnet"_s});
    m_list->setText(u"ada gp"_s);
    QCOMPARE(names(), QStringList{u"gpt"_s});
    m_list->setText(u"00000001"_s);
    QCOMPARE(names(), QStringList{u"bert"_s});
    m_list->setText({});
    QCOMPARE(m_list->rowCount(), 3);
}

void TestJobList::statesNarrow()
{
    m_list->setStates({model::JobState::Queued, model::JobState::Scheduling});
    QCOMPARE(names(), QStringList{u"resnet"_s});
    auto started = job(2, u"resnet"_s, model::JobState::Running, 4);
    started.revision = 2;
    m_list->apply(started);
    QCOMPARE(m_list->rowCount(), 0);
}

void TestJobList::anOlderRevisionIsIgnored()
{
    auto older = job(1, u"renamed"_s, model::JobState::Failed, 8);
    older.revision = 1;
    m_list->apply(older);
    QCOMPARE(m_list->findJob(older.id)->state, model::JobState::Running);
}

void TestJobList::aChangedRowMovesToItsPlace()
{
    m_list->sort(JobList::DevicesColumn, Qt::AscendingOrder);
    QCOMPARE(names(), QStringList({u"resnet"_s, u"bert"_s, u"gpt"_s}));
    auto grown = job(2, u"resnet"_s, model::JobState::Queued, 12);
    grown.revision = 2;
    const QSignalSpy resets(m_list.get(), &QAbstractItemModel::modelReset);
    m_list->apply(grown);
    QCOMPARE(names(), QStringList({u"bert"_s, u"resnet"_s, u"gpt"_s}));
    QCOMPARE(resets.count(), 0);
    QVERIFY(m_list->index(1, 0).data(GlowCell).toLongLong() > 0);
}

void TestJobList::aHeldListMovesNothing()
{
    m_list->setHeld(true);
    m_list->apply(job(9, u"new"_s, model::JobState::Queued, 1));
    m_list->removeJob(job(3, {}, model::JobState::Queued, 0).id);
    QCOMPARE(names(), QStringList({u"gpt"_s, u"resnet"_s, u"bert"_s, u"new"_s}));
    m_list->setHeld(false);
    QCOMPARE(names(), QStringList({u"new"_s, u"resnet"_s, u"bert"_s}));
}

void TestJobList::sortingKeepsPersistentIndexes()
{
    const QPersistentModelIndex bert = m_list->index(2, JobList::NameColumn);
    m_list->sort(JobList::NameColumn, Qt::AscendingOrder);
    QCOMPARE(bert.row(), 0);
    QCOMPARE(bert.data().toString(), u"bert"_s);
}

void TestJobList::removedRowsGo()
{
    m_list->removeJob(job(1, {}, model::JobState::Queued, 0).id);
    QCOMPARE(names(), QStringList({u"gpt"_s, u"resnet"_s}));
    m_list->removeJob(job(1, {}, model::JobState::Queued, 0).id);
    QCOMPARE(m_list->rowCount(), 2);
}

void TestJobList::aThousandRandomChangesStayInOrder()
{
    m_list->sort(JobList::DevicesColumn, Qt::DescendingOrder);
    uint seed = 7;
    const auto random = [&seed](uint below) {
        seed = seed * 1664525U + 1013904223U;
        return int((seed >> 8) % below);
    };
    for (int step = 0; step < 1000; ++step) {
        auto changed =
            job(random(60), u"job%1"_s.arg(random(9)), model::JobState(random(10)), random(16));
        changed.revision = step + 2;
        if (random(5) == 0)
            m_list->removeJob(changed.id);
        else
            m_list->apply(changed);
        if (step % 100 == 0)
            m_list->setText(step % 200 == 0 ? u"ada"_s : QString());
        m_list->setHeld(random(10) == 0);
        if (step % 90 == 0)
            m_list->sort(JobList::DevicesColumn, Qt::DescendingOrder);
    }
    m_list->setHeld(false);
    QVERIFY(m_list->rowCount() > 5);
    for (int row = 1; row < m_list->rowCount(); ++row)
        QVERIFY(m_list->jobAt(row - 1).devices >= m_list->jobAt(row).devices);
}

QTEST_MAIN(TestJobList)
#include "tst_joblist.moc"
