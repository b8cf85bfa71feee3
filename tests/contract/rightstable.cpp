// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/rightstable.h"

#include <QFile>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

const model::VcName kHidden(u"hidden"_s); // nobody may use it

model::NewUser aUser(const QString &name)
{
    return {.username = name, .nickname = name, .phone = {}, .email = {}, .note = {}};
}

QString shortName(model::Permission permission)
{
    using model::Permission;
    static const QMap<Permission, QString> kNames{{Permission::SubmitTrainingJob, u"subm"_s},
                                                  {Permission::ManageVc, u"mVC"_s},
                                                  {Permission::ViewVc, u"vVC"_s},
                                                  {Permission::ViewAllUsersJobs, u"vJob"_s},
                                                  {Permission::ManageAllUsersJobs, u"mJob"_s},
                                                  {Permission::ViewClusterStatus, u"clus"_s},
                                                  {Permission::Manager, u"mgr"_s}};
    return kNames.value(permission);
}

// What an answer says went wrong, without the request's id.
QByteArray errorOf(const http::Response &response)
{
    const auto answer = json::parse(response.body);
    QJsonObject error = answer ? answer->toObject()["error"_L1].toObject() : QJsonObject();
    error.remove("requestId"_L1);
    return json::toText(error);
}

} // namespace

RightsLab::RightsLab()
{
    Platform &platform = *m_contract.platform;
    m_askers.append({u"out"_s, {}});
    m_askers.append({u"none"_s, *platform.addUser(u"none"_s, {})});
    for (const auto &[permission, word] : json::EnumNames<model::Permission>::table) {
        const QString username = QString(word).left(20);
        m_contract.person(username, {permission});
        m_askers.append({shortName(permission), m_contract.idOf(username)});
    }
    m_contract.person(u"disabled"_s, {model::Permission::Manager});
    m_askers.append({u"dis"_s, m_contract.idOf(u"disabled"_s)});
    m_askers.append({u"adm"_s, m_contract.idOf(u"admin"_s)});
    m_owner = *platform.addUser(u"owner"_s, {});
    const auto vc = await(platform.vcs->add({kHidden, {}}));
    const auto disabled =
        await(platform.accounts->setDisabled(m_contract.idOf(u"disabled"_s), true));
    if (!vc || !disabled)
        qFatal("the lab cannot be set up");
}

QStringList RightsLab::objectsOf(const QString &path)
{
    if (!path.contains(u'{'))
        return {QString()};
    if (path.startsWith("/api/v1/jobs/"_L1))
        return {u"own"_s, u"other"_s, u"hidden"_s, u"absent"_s};
    if (path.startsWith("/api/v1/users/"_L1) || path.startsWith("/api/v1/groups/"_L1))
        return {u"weak"_s, u"strong"_s, u"admin"_s, u"absent"_s};
    if (path.startsWith("/api/v1/roles/"_L1))
        return {u"weak"_s, u"strong"_s, u"preset"_s, u"admin"_s, u"absent"_s};
    if (path.startsWith("/api/v1/vcs/"_L1) || path.startsWith("/api/v1/nodes/"_L1))
        return {u"present"_s, u"absent"_s};
    return {u"absent"_s};
}

// Somebody else's is in a VC that the asker may use, a hidden one in a VC that is not.
QString RightsLab::makeJob(const Asker &asker, const QString &object)
{
    if (object == "absent"_L1)
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    model::Job job;
    job.id = model::JobId(QUuid::createUuid());
    job.name = u"job"_s;
    job.owner = object == "own"_L1 ? asker.id : m_owner;
    job.ownerName = u"somebody"_s;
    job.vc = object == "hidden"_L1 ? kHidden : model::VcName(u"platform"_s);
    job.submittedAt = QDateTime::currentDateTimeUtc();
    job.spec = aSpec(job.name, job.vc.value());
    const auto made =
        await(m_contract.platform->jobStore->submit(job, QString::number(++m_count), QByteArray()));
    return made ? made->id.toString() : QString();
}

// Weak ones have nothing, strong ones a right that few have, admins the role System Admin.
QString RightsLab::makeUser(const QString &object)
{
    auto &people = *m_contract.platform->people;
    const auto made =
        await(people.write<model::UserId>([&](storage::Concerned &) -> Result<model::UserId> {
            const auto name = u"user%1"_s.arg(++m_count);
            TRY_ASSIGN(const auto id,
                       people.users().insert(aUser(name), u"x"_s, QDateTime::currentDateTimeUtc()));
            if (object == "strong"_L1)
                TRY_VOID(people.users().setRoles(id, {model::kUserRole}));
            if (object == "admin"_L1)
                TRY_VOID(people.users().setRoles(id, {model::kSystemAdminRole}));
            return id;
        }));
    return made ? made->toString() : QString();
}

QString RightsLab::makeGroup(const QString &object)
{
    auto &people = *m_contract.platform->people;
    const QList<model::RoleId> roles = object == "strong"_L1  ? QList{model::kUserRole}
                                       : object == "admin"_L1 ? QList{model::kSystemAdminRole}
                                                              : QList<model::RoleId>();
    const model::NewGroup form{u"group%1"_s.arg(++m_count), u"x"_s, roles};
    const auto made = await(people.write<model::GroupId>([&](storage::Concerned &) {
        return people.groups().insert(form, QDateTime::currentDateTimeUtc());
    }));
    return made ? made->toString() : QString();
}

QString RightsLab::makeRole(const QString &object)
{
    if (object == "preset"_L1)
        return model::kUserRole.toString();
    if (object == "admin"_L1)
        return model::kSystemAdminRole.toString();
    auto &people = *m_contract.platform->people;
    const auto permission =
        object == "weak"_L1 ? model::Permission::Manager : model::Permission::ManageVc;
    const model::RoleForm form{u"role%1"_s.arg(++m_count), {}, {permission}};
    const auto made = await(people.write<model::RoleId>(
        [&](storage::Concerned &) { return people.roles().insert(form); }));
    return made ? made->toString() : QString();
}

QString RightsLab::makeObject(const Asker &asker, const Row &row)
{
    if (row.call.contains("/jobs/"_L1))
        return makeJob(asker, row.object);
    if (row.object == "absent"_L1)
        return u"77777"_s;
    if (row.call.contains("/users/"_L1))
        return makeUser(row.object);
    if (row.call.contains("/groups/"_L1))
        return makeGroup(row.object);
    if (row.call.contains("/roles/"_L1))
        return makeRole(row.object);
    return row.call.contains("/nodes/"_L1) ? u"node1"_s : u"platform"_s;
}

QByteArray RightsLab::openSession(const Asker &asker)
{
    const QByteArray token = "token " + QByteArray::number(++m_count);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto opened = await(m_contract.platform->accounts->addSession(
        {.tokenHash = services::SignInService::hashOf(token),
         .account = asker.id,
         .createdAt = now,
         .usedAt = now,
         .expiresAt = now.addDays(1)}));
    return opened ? token : QByteArray();
}

http::Response RightsLab::answerOf(const http::Request &request)
{
    const http::Answer answer = m_contract.platform->router->handle(request);
    if (const auto *response = std::get_if<http::Response>(&answer))
        return *response;
    if (const auto *opening = std::get_if<http::Opening>(&answer)) {
        http::StreamSink sink;
        return opening->begin(&sink).value_or(http::Response{});
    }
    QObject receiver;
    std::optional<http::Response> late;
    std::get<http::Later>(answer)(&receiver,
                                  [&](const http::Response &response) { late = response; });
    if (!QTest::qWaitFor([&] { return late.has_value(); }, 60000))
        return http::Response::text("no answer", 504);
    return *late;
}

QString RightsLab::outcome(const Asker &asker, const Row &row, const QByteArray &input,
                           QByteArray *body)
{
    QString target = row.call.section(u' ', 1);
    if (const qsizetype open = target.indexOf(u'{'); open >= 0)
        target.replace(open, target.indexOf(u'}') - open + 1, makeObject(asker, row));
    const QByteArray method = row.call.section(u' ', 0, 0).toLatin1();
    http::Request request{.method = method,
                          .target = target.toLatin1(),
                          .headers = {{"Host"_ba, "berth.lab"_ba}},
                          .body = {},
                          .peer = QHostAddress::LocalHost};
    if (method == "POST" || method == "PUT")
        request.body = input;
    else
        request.target += "?" + input;
    if (!asker.id.isEmpty())
        request.headers.append({"Authorization"_ba, "Bearer " + openSession(asker)});
    const http::Response response = answerOf(request);
    if (body)
        *body = errorOf(response);
    const bool isRefusal = response.status == 401 || response.status == 403
                           || response.status == 404 || response.status >= 500;
    return isRefusal ? QString::number(response.status) : u"ok"_s;
}

QMap<QString, QStringList> readRights(const QString &path, QStringList *columns)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    QMap<QString, QStringList> rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList parts = line.split(u'|');
        QStringList cells = parts.value(1).simplified().split(u' ');
        if (parts.first().trimmed().isEmpty())
            *columns = cells;
        else
            rows.insert(parts.first().simplified(), cells);
    }
    return rows;
}

} // namespace support
