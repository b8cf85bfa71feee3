// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "threepeople.h"

using namespace Qt::Literals::StringLiterals;
using support::call;

void ThreePeople::initTestCase()
{
    auto opened = support::Platform::open(m_directory.path());
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    m_platform = *std::move(opened);
    for (auto *client : {&m_admin, &m_ann, &m_guest})
        QVERIFY(client->setServer(m_platform->url()));
    QVERIFY(m_platform->addUser(u"ann"_s, {u"User"_s}));
    QVERIFY(m_platform->addUser(u"guest"_s, {}));
    signIn(m_admin, u"admin"_s, m_platform->adminPassword);
    signIn(m_ann, u"Ann"_s, u"ann-secret"_s);
    signIn(m_guest, u"guest"_s, u"guest-secret"_s);
    QTRY_VERIFY(!m_platform->vcs->all().first().quotas.isEmpty());
}

void ThreePeople::signIn(client::ApiClient &api, const QString &username, const QString &password)
{
    const auto session = call(api, api::signIn, {}, model::SignIn{username, password});
    QVERIFY2(session, qPrintable(session ? QString() : session.error().detail));
    api.setToken(session->token);
}

model::JobSpec ThreePeople::aSpec(const QString &name) const
{
    model::JobSpec spec;
    spec.name = name;
    spec.vc = model::VcName(u"platform"_s);
    spec.image = u"busybox"_s;
    spec.command = u"true"_s;
    spec.deviceType = model::DeviceType(u"gpu"_s);
    spec.devices = 1;
    return spec;
}

model::Job ThreePeople::submit(client::ApiClient &api, const QString &name)
{
    const auto job = call(api, api::submitJob, {}, aSpec(name), QUuid::createUuid().toString());
    return job ? *job : model::Job{};
}
