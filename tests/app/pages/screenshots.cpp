// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/api/secretstore.h"
#include "app/api/serverprofiles.h"
#include "app/pages/jobconsole.h"
#include "app/pages/page.h"
#include "app/pages/signinpage.h"
#include "app/pages/signupform.h"
#include "app/pages/vccommands.h"
#include "app/shell/language.h"
#include "app/shell/workbench.h"
#include "app/theme/theme.h"
#include "tests/app/support/account.h"
#include "tests/app/support/endpoints.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/manyjobs.h"
#include "tests/app/support/nodes.h"
#include "tests/app/support/people.h"
#include "tests/app/support/samples.h"
#include "tests/app/support/scriptedprompt.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

// Renders each page into PNG files for human eyes: berth_screenshots <folder>. QT_SCALE_FACTOR=2
// renders for a screen of 200 %.

using namespace Qt::Literals::StringLiterals;

namespace {

model::Account person()
{
    model::Account account = samples::account();
    account.permissions << model::Permission::ManageAllUsersJobs
                        << model::Permission::ViewClusterStatus << model::Permission::ManageVc
                        << model::Permission::ViewVc << model::Permission::Manager;
    return account;
}

void fill(FakeServer &server)
{
    server.answer(u"GET /api/v1/account"_s, person());
    server.answer(u"GET /api/v1/account/profile"_s, samples::profile());
    server.answer(u"GET /api/v1/account/sessions"_s,
                  model::Items<model::OpenSession>{samples::sessions()});
    server.answer(u"GET /api/v1/sign-in-options"_s, samples::signInOptions());
    server.answer(u"GET /api/v1/vc-shares"_s, samples::vcShares());
    server.answer(u"GET /api/v1/cluster"_s, samples::cluster());
    server.answer(u"GET /api/v1/vcs"_s,
                  model::Items<model::VcStatus>{
                      {samples::vc(u"platform"_s, 11), samples::vc(u"vision"_s, 3)}});
    server.answer(u"GET /api/v1/nodes"_s, model::Items<model::Node>{samples::nodes(24)});
    const QList<model::JobSummary> jobs = samples::manyJobs(40);
    server.answer(u"GET /api/v1/jobs"_s, model::Page<model::JobSummary>{jobs, {}, jobs.size()});
    const model::Job job = samples::wholeJob(jobs.first());
    const QString path = u"GET /api/v1/jobs/"_s + job.id.toString();
    server.answer(path, job);
    server.answer(path + u"/timeline"_s, samples::timeline(job));
    server.answer(path + u"/log"_s, samples::log());
    server.answer(path + u"/endpoints"_s,
                  model::Items<model::JobEndpoint>{samples::manyEndpoints()});
    server.answer(u"POST /api/v1/sign-in-attempts"_s,
                  model::Attempt{u"a1"_s, u"http://127.0.0.1:9/"_s, u"KQ7-42M"_s,
                                 QDateTime::currentDateTimeUtc().addSecs(300)});
}

void fillPeople(FakeServer &server)
{
    server.answer(u"GET /api/v1/people/counts"_s, model::PeopleCounts{1204, 7, 5, 3});
    server.answer(u"GET /api/v1/users"_s,
                  model::Page<model::UserSummary>{samples::users(0, 100), u"next"_s, 1204});
    server.answer(u"GET /api/v1/users/30002"_s, samples::wholeUser(1));
    server.answer(u"GET /api/v1/groups"_s, model::Items<model::GroupSummary>{samples::groups()});
    server.answer(u"GET /api/v1/groups/1"_s, samples::wholeGroup(0));
    server.answer(u"GET /api/v1/roles"_s, model::Items<model::Role>{samples::roles()});
    server.answer(u"GET /api/v1/audit"_s, samples::auditPage(0, 60, 60));
}

void take(QWidget &window, const QString &file)
{
    QTest::qWait(400); // layouts, skeletons and answers from the event loop have settled
    window.grab().save(file);
}

// What stands over the page of the virtual clusters.
void takeDialogs(const QWidget &page, const QDir &folder, const QString &end)
{
    for (const QString &action : {u"modify"_s, u"delete"_s}) {
        page.findChild<VcCommands *>()->run(action, model::VcName(u"vision"_s));
        auto *dialog = page.findChild<QDialog *>();
        if (auto *number = dialog->findChild<QSpinBox *>()) {
            number->setValue(40);
            dialog->findChild<QPushButton *>(u"saveButton"_s)->click();
        }
        take(*dialog, folder.filePath(u"vc-"_s + action + end));
        delete dialog;
    }
}

// The tabs of a job's page.
void takeTabs(Workbench &workbench, const QDir &folder, const QString &end)
{
    auto *tabs = workbench.currentPage()->findChild<QTabWidget *>();
    for (const auto &[index, name] : {std::pair{1, u"endpoints"_s}, std::pair{2, u"console"_s}}) {
        tabs->setCurrentIndex(index);
        take(workbench, folder.filePath(name + end));
    }
}

// Before the workbench: signing in, signing up and waiting for the browser.
void renderEntrance(FakeServer &server, const QDir &folder, const QString &end)
{
    const QTemporaryDir home;
    QSettings settings(home.filePath(u"berth.ini"_s), QSettings::IniFormat);
    MemorySecrets secrets;
    ServerProfiles servers(settings);
    Session session(server, secrets);
    ScriptedPrompt prompt;
    SignInPage page(session, servers, prompt);
    page.resize(1280, 800);
    page.setVisible(true);
    take(page, folder.filePath(u"signin"_s + end));
    page.findChild<QPushButton *>(u"signUpLinkButton"_s)->click();
    auto *form = page.findChild<QWidget *>(u"SignUpForm"_s);
    form->findChild<QPushButton *>(u"signUpButton"_s)->click();
    take(page, folder.filePath(u"signup"_s + end));
    form->findChild<QPushButton *>(u"backButton"_s)->click();
    page.findChild<QPushButton *>(u"microsoftButton"_s)->click();
    take(page, folder.filePath(u"attempt"_s + end));
    page.findChild<SignUpForm *>(u"registrationForm"_s)
        ->beginFor(model::Provider::WeChat, u"Ada"_s);
    page.findChild<QWidget *>(u"attemptPane"_s)->hide();
    page.findChild<QWidget *>(u"registrationForm"_s)->show();
    take(page, folder.filePath(u"registration"_s + end));
}

// The User Dashboard.
void renderPeople(Workbench &workbench, const QDir &folder, const QString &end)
{
    for (const QString &address :
         {u"dashboard"_s, u"users"_s, u"users/new"_s, u"users/30002"_s, u"groups"_s,
          u"groups/new"_s, u"groups/1"_s, u"roles"_s, u"roles/new"_s, u"audit"_s}) {
        workbench.open(address);
        take(workbench, folder.filePath(QString(address).replace(u'/', u'-') + end));
    }
}

void render(FakeServer &server, const QDir &folder, Theme &theme, const QString &language)
{
    LiveStore store(server);
    store.start(person());
    store.reload();
    ScriptedPrompt prompt;
    Workbench workbench(store, prompt);
    workbench.resize(1280, 800);
    workbench.setVisible(true);
    const QString end = (theme.isDark() ? u"-dark-"_s : u"-light-"_s) + language + u".png"_s;
    renderEntrance(server, folder, end);
    renderPeople(workbench, folder, end);
    const QString job = u"jobs/"_s + samples::manyJobs(1).first().id.toString();
    for (const QString &address :
         {u"home"_s, u"submit"_s, u"jobs"_s, u"cluster"_s, u"vcs"_s, u"account"_s, job}) {
        workbench.open(address);
        const QString name = address.contains(u'/') ? u"job"_s : address;
        auto *console = workbench.currentPage()->findChild<JobConsole *>();
        if (console) {
            QTest::qWait(100); // the job is there, and its console is open
            console->take(samples::log().items);
        }
        take(workbench, folder.filePath(name + end));
        if (console) {
            takeTabs(workbench, folder, end);
        }
        if (address == u"account"_s) {
            workbench.currentPage()->findChild<QScrollArea *>()->verticalScrollBar()->triggerAction(
                QAbstractSlider::SliderToMaximum);
            take(workbench, folder.filePath(u"account-end"_s + end));
        }
        if (address == u"vcs"_s)
            takeDialogs(*workbench.currentPage(), folder, end);
        if (address != u"jobs"_s && address != u"cluster"_s)
            continue;
        for (auto *tabs : workbench.currentPage()->findChildren<QTabBar *>())
            tabs->setCurrentIndex(1);
        take(workbench, folder.filePath((address == u"jobs"_s ? u"alljobs"_s : u"nodes"_s) + end));
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QApplication::setOrganizationName(u"BerthTest"_s);
    QApplication::setApplicationName(u"screenshots"_s);
    QSettings().clear();
    const QDir folder(application.arguments().value(1, u"screenshots"_s));
    folder.mkpath(u"."_s);
    Theme theme(application);
    Language language;
    FakeServer server;
    fill(server);
    fillPeople(server);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        for (const QString &code : {u"en"_s, u"zh_CN"_s}) {
            language.set(code);
            render(server, folder, theme, code);
        }
    }
    return 0;
}
