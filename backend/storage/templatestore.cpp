// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/templatestore.h"

#include "backend/storage/database.h"

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

QString columns()
{
    return u"name, vc, author, author_name, changed_at, spec, "
           "EXISTS (SELECT 1 FROM template_secret WHERE template = job_template.id)"_s;
}

Result<> readTemplate(const Row &row, model::JobTemplate &kept)
{
    kept.key.name = row.text(0);
    kept.key.scope = row.isNull(1) ? model::TemplateScope::User : model::TemplateScope::Team;
    if (!row.isNull(1))
        kept.vc = model::VcName(row.text(1));
    kept.author = model::UserId(row.integer(2));
    kept.authorName = row.text(3);
    kept.changedAt = row.time(4);
    auto spec = json::decodeText<model::JobSpec>(row.bytes(5));
    if (!spec) {
        return Error{ErrorCode::Internal,
                     u"the database holds a template that cannot be read: "_s % spec.error().detail,
                     QString()};
    }
    kept.spec = *std::move(spec);
    kept.hasPassword = row.flag(6);
    return {};
}

// The condition for all of the same user or team, and what is bound to it.
QString holder(const TemplateAddress &address)
{
    return address.isTeam() ? u"vc = ?"_s : u"owner = ?"_s;
}

QVariant holderValue(const TemplateAddress &address)
{
    return address.isTeam() ? QVariant(address.vc.value()) : QVariant(address.user.value());
}

QString condition(const TemplateAddress &address)
{
    return holder(address) % u" AND name = ?";
}

QVariantList conditionValues(const TemplateAddress &address)
{
    return {holderValue(address), address.key.name};
}

} // namespace

TemplateStore::TemplateStore(Database &database, Committer &committer)
    : m_database(database)
    , m_committer(committer)
{ }

TemplateStore::~TemplateStore()
{
    m_committer.flush();
}

Result<QList<model::JobTemplate>> TemplateStore::list(model::UserId user,
                                                      const model::VcName &vc) const
{
    QList<model::JobTemplate> templates;
    Result<> outcome;
    TRY_VOID(m_database.forEach(
        QString(u"SELECT "_s % columns()
                % u" FROM job_template WHERE owner = ? OR vc = ? ORDER BY name, owner IS NULL"),
        {user.value(), vc.value()}, [&](const Row &row) {
            if (outcome)
                outcome = readTemplate(row, templates.emplaceBack());
        }));
    TRY_VOID(outcome);
    return templates;
}

Result<std::optional<model::JobTemplate>> TemplateStore::find(const TemplateAddress &address) const
{
    std::optional<model::JobTemplate> found;
    Result<> outcome;
    TRY_VOID(m_database.forEach(
        QString(u"SELECT "_s % columns() % u" FROM job_template WHERE " % condition(address)),
        conditionValues(address),
        [&](const Row &row) { outcome = readTemplate(row, found.emplace()); }));
    TRY_VOID(outcome);
    return found;
}

Result<int> TemplateStore::count(const TemplateAddress &address) const
{
    TRY_ASSIGN(const auto rows,
               m_database.first<int>(
                   QString(u"SELECT count(*) FROM job_template WHERE "_s % holder(address)),
                   {holderValue(address)}, [](const Row &row) { return row.integer(0); }));
    return rows.value_or(0);
}

Result<std::optional<QByteArray>>
TemplateStore::sealedPassword(const TemplateAddress &address) const
{
    return m_database.first<QByteArray>(
        QString(u"SELECT sealed FROM template_secret JOIN job_template ON id = template WHERE "_s
                % condition(address)),
        conditionValues(address),
        [](const Row &row) { return QByteArray::fromBase64(row.bytes(0)); });
}

Result<> TemplateStore::put(const TemplateAddress &address, const model::JobTemplate &kept,
                            const QByteArray &sealedPassword)
{
    model::JobSpec visible = kept.spec;
    if (visible.registry) {
        visible.registry->password.clear();
        visible.registry->passwordFrom.reset();
    }
    const QString spec = QString::fromUtf8(json::encodeText(visible));
    const QVariantList place = conditionValues(address);
    TRY_ASSIGN(const int rows,
               m_database.run(QString(u"UPDATE job_template SET changed_at = ?, spec = ? WHERE "_s
                                      % condition(address)),
                              QVariantList{toSql(kept.changedAt), spec} + place));
    if (rows == 0) {
        TRY_VOID(m_database.run(
            u"INSERT INTO job_template (name, owner, vc, author, author_name, changed_at, spec) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {address.key.name, address.isTeam() ? QVariant() : QVariant(address.user.value()),
             address.isTeam() ? QVariant(address.vc.value()) : QVariant(), kept.author.value(),
             kept.authorName, toSql(kept.changedAt), spec}));
    }
    return keepPassword(address, sealedPassword);
}

Result<> TemplateStore::keepPassword(const TemplateAddress &address, const QByteArray &sealed)
{
    const QVariantList place = conditionValues(address);
    TRY_VOID(m_database.run(QString(u"DELETE FROM template_secret WHERE template IN "
                                    "(SELECT id FROM job_template WHERE "_s
                                    % condition(address) % u')'),
                            place));
    if (sealed.isEmpty())
        return {};
    TRY_VOID(m_database.run(QString(u"INSERT INTO template_secret (template, sealed) "
                                    "SELECT id, ? FROM job_template WHERE "_s
                                    % condition(address)),
                            QVariantList{QString::fromLatin1(sealed.toBase64())} + place));
    return {};
}

Result<> TemplateStore::remove(const TemplateAddress &address)
{
    TRY_ASSIGN(const int rows,
               m_database.run(QString(u"DELETE FROM job_template WHERE "_s % condition(address)),
                              conditionValues(address)));
    if (rows == 0)
        return Error{ErrorCode::NotFound, u"no such template"_s, u"name"_s};
    return {};
}

} // namespace storage
