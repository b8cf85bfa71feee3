// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/secretstore.h"
#include "app/pages/page.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workbench.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/tableview.h"
#include "core/model/role.h"
#include "figures.h"
#include "population.h"
#include "tests/app/support/scriptedprompt.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

// How long the pages of the User Dashboard take from the click until their rows are painted, in the
// whole window with a real server of many people beside it. Prints one line of JSON.

using namespace Qt::Literals::StringLiterals;

namespace {

struct Console
{
    explicit Console(const QString &folder)
        : settings(folder + u"/berth.ini"_s, QSettings::IniFormat)
    {
        window.resize(1280, 800);
        window.show();
    }

    QSettings settings;
    client::ApiClient api;
    MemorySecrets secrets;
    ScriptedPrompt prompt;
    Wiring wiring{{*qApp, settings, api, secrets, prompt}};
    MainWindow window{wiring};
};

void waitFor(const std::function<bool()> &condition, const char *what)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > 30'000)
            qFatal("%s does not come", what);
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 10);
    }
}

void signIn(Console &console, const support::Platform &platform)
{
    console.wiring.servers.save({u"Bench"_s, platform.url(), u"boss"_s, {}});
    console.wiring.session.signIn(console.wiring.servers.current(), {u"boss"_s, u"boss-secret"_s},
                                  Session::Keep::No);
    waitFor([&] { return console.window.findChild<Workbench *>() != nullptr; }, "the workbench");
    waitFor([&] { return console.wiring.store.loading() == Loading::Ready; }, "the picture");
}

bool isThere(const Page &page)
{
    const auto *states = page.findChild<PageStates *>();
    if (!states || states->shown() != PageStates::Shown::Content)
        return false;
    const auto *table = page.findChild<TableView *>();
    return !table || !table->isVisible() || table->model()->rowCount() > 0;
}

double open(Console &console, const QString &address)
{
    auto &workbench = *console.window.findChild<Workbench *>();
    QElapsedTimer timer;
    timer.start();
    workbench.open(address);
    waitFor([&] { return isThere(*workbench.currentPage()); }, qPrintable(address));
    console.window.repaint();
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const bench::Population size{
        .users = 10'000, .groups = 500, .vcs = 200, .sessions = 0, .entries = 100'000};
    QTemporaryDir folder;
    const auto platform = support::Platform::open(folder.path());
    if (!platform || !bench::fill(**platform, size)
        || !(*platform)->addUser(u"boss"_s, {u"System Admin"_s}))
        qFatal("the platform does not come up");
    Console console(folder.path());
    signIn(console, **platform);
    QJsonObject line{{u"bench"_s, u"people_pages"_s},
                     {u"users"_s, size.users},
                     {u"groups"_s, size.groups},
                     {u"vcs"_s, size.vcs}};
    // The first opening makes the page; the second shows it as it was left.
    const QList<std::pair<QString, QString>> pages{
        {u"users"_s, u"users"_s},    {u"user"_s, u"users/30010"_s}, {u"groups"_s, u"groups"_s},
        {u"group"_s, u"groups/7"_s}, {u"roles"_s, u"roles"_s},      {u"audit"_s, u"audit"_s},
        {u"vcs"_s, u"vcs"_s}};
    for (const auto &turn : {u"first"_s, u"again"_s}) {
        for (const auto &[name, address] : pages) {
            const double taken = open(console, address);
            line.insert(name % u'_' % turn % u"_ms", std::round(taken * 10) / 10);
        }
    }
    line.insert(u"rss_mb"_s, std::round(bench::residentMemory()));
    std::puts(json::toText(line).constData());
    return 0;
}
