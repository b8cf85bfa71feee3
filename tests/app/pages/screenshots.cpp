// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/api/secretstore.h"
#include "app/api/serverprofiles.h"
#include "app/pages/environmenteditor.h"
#include "app/pages/jobconsole.h"
#include "app/pages/page.h"
#include "app/pages/signinpage.h"
#include "app/pages/signupform.h"
#include "app/pages/templatechooser.h"
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
#include "tests/app/support/storage.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

// Renders each page into PNG files for human eyes: berth_screenshots <folder> [address…], of these
// addresses alone if there are any. QT_SCALE_FACTOR=2 renders for a screen of 200 %.

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
    server.answer(path + u"/storage"_s, model::Items<model::StorageMount>{samples::storage()});
    server.answer(u"GET /api/v1/storage"_s, model::Items<model::StorageMount>{samples::storage()});
    using model::TemplateScope;
    server.answer(u"GET /api/v1/templates"_s,
                  model::Items<model::JobTemplate>{
                      {samples::jobTemplate(u"pytorch-demo"_s, TemplateScope::User, true),
                       samples::jobTemplate(u"team-base"_s, TemplateScope::Team, false)}});
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

void takeEnd(Workbench &workbench, const QDir &folder, const QString &name)
{
    workbench.currentPage()->findChild<QScrollArea *>()->verticalScrollBar()->triggerAction(
        QAbstractSlider::SliderToMaximum);
    take(workbench, folder.filePath(name));
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

// A distributed job from a template, with every section open, from top to bottom.
void takeSubmit(Workbench &workbench, const QDir &folder, const QString &end)
{
    const QWidget &page = *workbench.currentPage();
    auto *chooser = page.findChild<TemplateChooser *>();
    chooser->setCurrentIndex(1);
    emit chooser->picked();
    page.findChild<QRadioButton *>(u"distributedRadio"_s)->click();
    page.findChild<QLineEdit *>(u"portsEdit"_s)->setText(u"80"_s);
    for (const QString &section : {u"advancedButton"_s, u"templateButton"_s})
        page.findChild<QToolButton *>(section)->setChecked(true);
    page.findChild<EnvironmentEditor *>()->setVariables({{u"EPOCHS"_s, u"5"_s}, {u"2LR"_s, {}}});
    page.findChild<QPushButton *>(u"submitButton"_s)->click();
    auto *bar = page.findChild<QScrollArea *>()->verticalScrollBar();
    bar->setValue(0);
    for (int place = 1; place < 6; ++place) {
        take(workbench, folder.filePath(u"submit-%1"_s.arg(place) + end));
        if (bar->value() == bar->maximum())
            return;
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
    }
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

void renderPage(Workbench &workbench, const QString &address, const QDir &folder,
                const QString &name, const QString &end)
{
    auto *console = workbench.currentPage()->findChild<JobConsole *>();
    if (console) {
        QTest::qWait(100); // the job is there, and its console is open
        console->take(samples::log().items);
    }
    take(workbench, folder.filePath(name + end));
    if (console)
        takeTabs(workbench, folder, end);
    if (address == u"account"_s)
        takeEnd(workbench, folder, u"account-end"_s + end);
    if (address == u"submit"_s)
        takeSubmit(workbench, folder, end);
    if (address == u"home"_s)
        takeEnd(workbench, folder, u"home-end"_s + end);
    if (address == u"vcs"_s)
        takeDialogs(*workbench.currentPage(), folder, end);
    if (address != u"jobs"_s && address != u"cluster"_s)
        return;
    for (auto *tabs : workbench.currentPage()->findChildren<QTabBar *>())
        tabs->setCurrentIndex(1);
    take(workbench, folder.filePath((address == u"jobs"_s ? u"alljobs"_s : u"nodes"_s) + end));
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
    const QStringList only = QApplication::arguments().mid(2);
    if (only.isEmpty()) {
        renderEntrance(server, folder, end);
        renderPeople(workbench, folder, end);
    }
    const QString job = u"jobs/"_s + samples::manyJobs(1).first().id.toString();
    for (const QString &address :
         {u"home"_s, u"submit"_s, u"jobs"_s, u"cluster"_s, u"vcs"_s, u"account"_s, job}) {
        const QString name = address.contains(u'/') ? u"job"_s : address;
        if (!only.isEmpty() && !only.contains(name))
            continue;
        workbench.open(address);
        renderPage(workbench, address, folder, name, end);
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
