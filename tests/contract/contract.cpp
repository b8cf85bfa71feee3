// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/contract.h"

#include "core/api/accounts.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

std::unique_ptr<Platform> open(const QString &directory)
{
    auto opened = Platform::open(directory);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    return *std::move(opened);
}

} // namespace

Contract::Contract()
    : platform(open(directory.path()))
{
    const auto session = platform->session(u"admin"_s, platform->adminPassword);
    if (!session || !admin.setServer(platform->url()))
        qFatal("the administrator cannot sign in");
    admin.setToken(session->token);
    // The VC platform follows the cluster as soon as that is known.
    if (!QTest::qWaitFor([&] { return !platform->vcs->all().first().quotas.isEmpty(); }, 20000))
        qFatal("the cluster does not become known");
}

void Contract::restart()
{
    const auto files = QDir(directory.path()).entryList(QDir::Files);
    for (const QString &file : files) {
        if (!QFile::copy(directory.filePath(file), copy.filePath(file)))
            qFatal("%s cannot be copied", qPrintable(file));
    }
    platform = open(copy.path());
    if (!admin.setServer(platform->url()))
        qFatal("no address");
}

Contract::Client Contract::stranger() const
{
    auto client = std::make_unique<client::ApiClient>();
    if (!client->setServer(platform->url()))
        qFatal("no address");
    return client;
}

Contract::Client Contract::enter(const QString &username, const QString &password) const
{
    auto client = stranger();
    const auto session = call(*client, api::signIn, {}, model::SignIn{username, password});
    if (!session)
        qFatal("%s cannot sign in", qPrintable(username));
    client->setToken(session->token);
    return client;
}

Contract::Client Contract::person(const QString &username,
                                  const QList<model::Permission> &permissions)
{
    const auto id = platform->addUser(username, {});
    if (!id)
        qFatal("%s", qPrintable(id.error().detail));
    if (!permissions.isEmpty()) {
        const model::RoleId role = roleFor(permissions);
        const auto given = await(platform->administration->users.setRoles(
            *platform->accounts->account(idOf(u"admin"_s)), id->toString(), {role}));
        if (!given)
            qFatal("%s", qPrintable(given.error().detail));
    }
    return enter(username, username + u"-secret"_s);
}

model::UserId Contract::idOf(const QString &username) const
{
    const auto known = platform->accounts->credentials(username);
    return known && *known ? (*known)->id : model::UserId();
}

model::RoleId Contract::roleFor(const QList<model::Permission> &permissions)
{
    const auto roles = platform->people->roles().all();
    for (const model::Role &role : roles ? *roles : QList<model::Role>()) {
        if (!role.preset && role.permissions == permissions)
            return role.id;
    }
    const QString name = u"Role %1"_s.arg(roles ? roles->size() : 0);
    const auto made = await(platform->administration->roles.create(
        *platform->accounts->account(idOf(u"admin"_s)), {name, u"Made for a test"_s, permissions}));
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    return made->id;
}

model::JobSpec aSpec(const QString &name, const QString &vc)
{
    model::JobSpec spec;
    spec.name = name;
    spec.vc = model::VcName(vc);
    spec.image = u"busybox"_s;
    spec.command = u"true"_s;
    spec.deviceType = model::DeviceType(u"gpu"_s);
    spec.devices = 1;
    return spec;
}

} // namespace support
