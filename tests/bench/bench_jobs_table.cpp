// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/joblist.h"
#include "app/widgets/tableview.h"
#include "figures.h"
#include "tests/app/support/manyjobs.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <cstdio>

// Fills, sorts, filters and scrolls a table of 100,000 jobs that is shown; prints one line of JSON.

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRows = 100000;

template <typename Work>
double milliseconds(Work work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    QApplication::processEvents();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QList<model::JobSummary> jobs = samples::manyJobs(kRows);
    const SystemClock clock;
    JobList list(clock);
    TableView table(u"benchTable"_s);
    table.setModel(&list);
    table.setSortingEnabled(true);
    table.resize(1040, 640);
    table.show();
    QApplication::processEvents();

    const double before = bench::residentMemory();
    QJsonObject result{{u"bench"_s, u"jobs_table"_s}, {u"rows"_s, kRows}};
    result[u"fill_ms"_s] = milliseconds([&] { list.setJobs(jobs); });
    result[u"memory_mb"_s] = bench::residentMemory() - before;
    result[u"sort_name_ms"_s] =
        milliseconds([&] { table.sortByColumn(JobList::NameColumn, Qt::AscendingOrder); });
    result[u"sort_submitted_ms"_s] =
        milliseconds([&] { table.sortByColumn(JobList::SubmittedColumn, Qt::AscendingOrder); });
    double slowest = 0;
    for (const QString &text : {u"r"_s, u"re"_s, u"res"_s, u"resn"_s, u"resnet 9"_s, QString()})
        slowest = std::max(slowest, milliseconds([&] { list.setText(text); }));
    result[u"filter_keystroke_ms"_s] = slowest;
    int changed = 0;
    result[u"thousand_events_ms"_s] = milliseconds([&] {
        for (; changed < 1000; ++changed) {
            model::JobSummary job = jobs[changed * 97];
            job.state = model::JobState::Finished;
            job.revision = 2;
            list.apply(job);
        }
    });
    constexpr int kSteps = 50;
    result[u"scroll_step_ms"_s] = milliseconds([&] {
                                      for (int step = 0; step < kSteps; ++step) {
                                          table.scrollTo(list.index(step * kRows / kSteps, 0));
                                          table.viewport()->repaint();
                                      }
                                  })
                                  / kSteps;
    std::puts(QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    return 0;
}
