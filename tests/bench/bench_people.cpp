// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/people.h"
#include "population.h"
#include "tests/contract/platform.h"
#include "tests/support/await.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <vector>

// How long it takes the server to check a right, to read a page of many people, to search them, and
// what else administrators wait for. Prints one line of JSON.

using namespace Qt::Literals::StringLiterals;

namespace {

class Figures
{
public:
    // Calls it `times` times; the 50th and 99th of a hundred, in units of so many nanoseconds.
    template <typename Function>
    void measure(const QString &name, const QString &unit, double nanoseconds, int times,
                 Function &&function)
    {
        std::vector<double> taken;
        taken.reserve(size_t(times));
        for (int i = 0; i < times; ++i) {
            QElapsedTimer timer;
            timer.start();
            if (!function(i))
                qFatal("%s failed", qPrintable(name));
            taken.push_back(double(timer.nsecsElapsed()) / nanoseconds);
        }
        std::sort(taken.begin(), taken.end());
        const auto at = [&](double part) { return taken[size_t(part * double(times - 1))]; };
        add(name % u'_' % unit % u"_p50", at(0.5));
        add(name % u'_' % unit % u"_p99", at(0.99));
    }
    void add(const QString &name, double value)
    {
        m_line.insert(name, std::round(value * 1000) / 1000);
    }
    void print() const { std::puts(json::toText(m_line).constData()); }

private:
    QJsonObject m_line{{"bench"_L1, u"people"_s}};
};

double residentMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("VmRSS:");
    return text.mid(at + 6, 20).simplified().split(' ').first().toDouble() / 1024;
}

QList<QByteArray> openSessions(support::Platform &platform, const bench::Population &size)
{
    QList<QByteArray> tokens;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < size.sessions; ++i) {
        tokens.append("token " + QByteArray::number(i));
        platform.accounts->addSession({.tokenHash = services::SignInService::hashOf(tokens.last()),
                                       .account = model::UserId(30002 + bench::below(size.users)),
                                       .createdAt = now,
                                       .usedAt = now,
                                       .expiresAt = now.addDays(1)});
    }
    platform.committer->flush();
    return tokens;
}

void measureChecks(Figures &figures, support::Platform &platform, const bench::Population &size)
{
    const QList<QByteArray> tokens = openSessions(platform, size);
    auto &signIn = *platform.signIn;
    for (const QByteArray &token : tokens)
        static_cast<void>(signIn.authenticate(token));
    figures.measure(u"permission_check"_s, u"us"_s, 1e3, 200'000, [&](int) {
        const auto account = signIn.authenticate(tokens.at(bench::below(size.sessions)));
        return account && !api::listUsers.access.admits(*account);
    });
    figures.measure(u"rights_read"_s, u"us"_s, 1e3, 20'000, [&](int) {
        return bool(platform.accounts->account(model::UserId(30002 + bench::below(size.users))));
    });
}

void measureLists(Figures &figures, support::Platform &platform, const model::Account &admin)
{
    auto &administration = *platform.administration;
    model::UserQuery query;
    figures.measure(u"user_page"_s, u"ms"_s, 1e6, 500, [&](int i) {
        query.order = json::EnumNames<model::UserOrder>::table[size_t(i / 100) % 5].first;
        if (i % 100 == 0)
            query.cursor.clear();
        const auto page = administration.users.list(admin, query);
        query.cursor = page ? page->next.value_or(QString()) : QString();
        return page && !json::encodeText(*page).isEmpty();
    });
    figures.measure(u"search"_s, u"ms"_s, 1e6, 500, [&](int) {
        model::UserQuery search;
        search.text = QString::number(bench::below(10'000));
        const auto page = administration.users.list(admin, search);
        return page && !json::encodeText(*page).isEmpty();
    });
    figures.measure(u"user_detail"_s, u"ms"_s, 1e6, 1000, [&](int) {
        return bool(administration.users.get(admin, QString::number(30002 + bench::below(5000))));
    });
    figures.measure(u"group_list"_s, u"ms"_s, 1e6, 50,
                    [&](int) { return bool(administration.groups.list(admin)); });
    figures.measure(u"vc_shares"_s, u"ms"_s, 1e6, 50,
                    [&](int) { return bool(administration.vcs.shares(admin)); });
    figures.measure(u"audit_page"_s, u"ms"_s, 1e6, 200,
                    [&](int) { return bool(administration.audit.list(admin, {})); });
}

void measureChanges(Figures &figures, support::Platform &platform, const model::Account &admin)
{
    auto &administration = *platform.administration;
    figures.measure(u"role_change"_s, u"ms"_s, 1e6, 200, [&](int i) {
        const QString id = QString::number(30002 + bench::below(5000));
        return bool(support::await(administration.users.setRoles(
            admin, id, i % 2 ? QList<model::RoleId>() : QList{model::kUserRole})));
    });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"users"_s, u"How many people."_s, u"n"_s, u"10000"_s},
                       {u"groups"_s, u"How many groups."_s, u"n"_s, u"500"_s},
                       {u"vcs"_s, u"How many virtual clusters."_s, u"n"_s, u"200"_s},
                       {u"sessions"_s, u"How many are signed in."_s, u"n"_s, u"2000"_s},
                       {u"entries"_s, u"Entries of the audit log."_s, u"n"_s, u"100000"_s}});
    parser.process(application);
    const auto number = [&](const QString &name) { return parser.value(name).toInt(); };
    const bench::Population size{.users = number(u"users"_s),
                                 .groups = number(u"groups"_s),
                                 .vcs = number(u"vcs"_s),
                                 .sessions = number(u"sessions"_s),
                                 .entries = number(u"entries"_s)};
    QTemporaryDir directory;
    const auto opened = support::Platform::open(directory.path());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    support::Platform &platform = **opened;
    if (const auto filled = bench::fill(platform, size); !filled)
        qFatal("%s", qPrintable(filled.error().detail));
    const auto admin = platform.accounts->account(model::UserId(30001));
    if (!admin)
        qFatal("there is no administrator");
    Figures figures;
    figures.add(u"users"_s, size.users);
    figures.add(u"groups"_s, size.groups);
    figures.add(u"vcs"_s, size.vcs);
    measureChecks(figures, platform, size);
    measureLists(figures, platform, *admin);
    measureChanges(figures, platform, *admin);
    figures.add(u"rss_mb"_s, residentMegabytes());
    figures.print();
    return 0;
}
