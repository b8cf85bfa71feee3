// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/printed.h"
#include "app/cli/specification.h"
#include "app/cli/table.h"
#include "app/cli/templates.h"
#include "app/cli/words.h"
#include "app/yaml/templatefile.h"
#include "core/api/templates.h"

#include <QFile>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<model::VcName> vcOf(const Call &call, const model::VcName &other = {})
{
    const auto wanted = call.has(u"vc"_s) ? model::VcName(call.value(u"vc"_s)) : other;
    TRY_ASSIGN(const auto surroundings, askSurroundings(call));
    QStringList notes;
    TRY_ASSIGN(const auto vc, chooseVc(wanted, surroundings, notes));
    for (const QString &note : notes)
        call.terminal.say(note);
    return vc.name;
}

Result<int> listTemplates(const Call &call)
{
    TRY_ASSIGN(const auto vc, vcOf(call));
    TRY_ASSIGN(const auto templates,
               await(call.api.call(api::listTemplates, {}, model::TemplateQuery{vc})));
    if (printedAsJson(call, templates))
        return exitstatus::kDone;
    Table table({u"NAME"_s, u"SCOPE"_s, u"AUTHOR"_s, u"CHANGED"_s, u"IMAGE"_s});
    for (const model::JobTemplate &kept : templates.items) {
        table.add({kept.key.name, json::nameOf(kept.key.scope), kept.authorName,
                   timeWords(kept.changedAt), kept.spec.image});
    }
    call.terminal.print(table.lines().join(u'\n'));
    return exitstatus::kDone;
}

Result<model::JobTemplate> named(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(1, u"NAME"_s));
    TRY_ASSIGN(const auto vc, vcOf(call));
    return findTemplate(call, name, vc);
}

Result<int> exportTemplate(const Call &call)
{
    TRY_ASSIGN(const auto kept, named(call));
    call.terminal.print(QString::fromUtf8(writeTemplate(kept).chopped(1)));
    return exitstatus::kDone;
}

Result<int> showTemplate(const Call &call)
{
    TRY_ASSIGN(const auto kept, named(call));
    if (printedAsJson(call, kept))
        return exitstatus::kDone;
    call.terminal.print(u"# by %1, changed %2"_s.arg(kept.authorName, timeWords(kept.changedAt)));
    if (kept.hasPassword)
        call.terminal.print(u"# with the password of its registry"_s);
    call.terminal.print(QString::fromUtf8(writeTemplate(kept).chopped(1)));
    return exitstatus::kDone;
}

Result<int> keep(const Call &call, const model::SaveTemplate &wish)
{
    const auto kept = await(call.api.call(api::saveTemplate, {}, wish));
    if (!kept && kept.error().code == ErrorCode::Conflict) {
        return Error{
            ErrorCode::Conflict,
            u"there is a template %1 already; --overwrite replaces it"_s.arg(wish.key.name),
            {}};
    }
    if (!kept)
        return kept.error().field.startsWith(u"key"_s) ? plain(kept.error()) : kept.error();
    call.terminal.say(u"Template %1 (%2) is saved%3."_s.arg(
        kept->key.name, json::nameOf(kept->key.scope),
        kept->hasPassword ? u" with its registry's password"_s : QString()));
    return exitstatus::kDone;
}

Result<int> saveTemplate(const Call &call)
{
    model::SaveTemplate wish;
    TRY_ASSIGN(wish.key.name, call.argument(1, u"NAME"_s));
    TRY_ASSIGN(wish.key.scope, scopeOf(call));
    TRY_ASSIGN(const auto surroundings, askSurroundings(call));
    QStringList notes;
    TRY_ASSIGN(wish.spec, specificationOf(call, surroundings, notes));
    for (const QString &note : notes)
        call.terminal.say(note);
    wish.overwrite = call.has(u"overwrite"_s);
    return keep(call, wish);
}

Result<QByteArray> contentOf(const QString &name)
{
    QFile file(name);
    const bool isOpen =
        name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Error{ErrorCode::InvalidInput, name % u": " % file.errorString(), {}};
    return file.read(kMostTemplateFileBytes + 1);
}

Result<int> importTemplate(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(1, u"FILE"_s));
    TRY_ASSIGN(const QByteArray content, contentOf(name));
    const auto read = readTemplate(content);
    if (const auto *problem = std::get_if<yaml::Problem>(&read))
        return Error{ErrorCode::InvalidInput, name % u": " % problemWords(*problem), {}};
    const auto &file = std::get<TemplateFile>(read);
    model::SaveTemplate wish{file.key, file.spec, call.has(u"overwrite"_s)};
    if (call.has(u"name"_s))
        wish.key.name = call.value(u"name"_s);
    if (call.has(u"scope"_s)) {
        TRY_ASSIGN(wish.key.scope, scopeOf(call));
    }
    TRY_ASSIGN(wish.spec.vc, vcOf(call, wish.spec.vc));
    return keep(call, wish);
}

Result<int> deleteTemplate(const Call &call)
{
    TRY_ASSIGN(const auto kept, named(call));
    const auto gone = await(call.api.call(
        api::deleteTemplate, {}, model::DeleteTemplate{kept.key.name, kept.key.scope, kept.vc}));
    if (!gone)
        return plain(gone.error());
    call.terminal.say(
        u"Template %1 (%2) is deleted."_s.arg(kept.key.name, json::nameOf(kept.key.scope)));
    return exitstatus::kDone;
}

Result<int> actOnTemplate(const Call &call)
{
    static constexpr std::array kActions{
        std::pair{"save"_L1, &saveTemplate}, std::pair{"show"_L1, &showTemplate},
        std::pair{"delete"_L1, &deleteTemplate}, std::pair{"export"_L1, &exportTemplate},
        std::pair{"import"_L1, &importTemplate}};
    TRY_ASSIGN(const QString what, call.argument(0, u"ACTION"_s));
    for (const auto &[name, action] : kActions) {
        if (what == name)
            return action(call);
    }
    return Error{
        ErrorCode::InvalidInput, u"save, show, delete, export or import, not "_s % what, {}};
}

} // namespace

Result<model::JobTemplate> findTemplate(const Call &call, const QString &name,
                                        const model::VcName &vc)
{
    TRY_ASSIGN(const auto scope, scopeOf(call));
    TRY_ASSIGN(const auto templates,
               await(call.api.call(api::listTemplates, {}, model::TemplateQuery{vc})));
    for (const model::JobTemplate &kept : templates.items) {
        if (kept.key.name == name && (!call.has(u"scope"_s) || kept.key.scope == scope))
            return kept;
    }
    return Error{ErrorCode::NotFound,
                 u"there is no template %1 that you may use in %2"_s.arg(name, vc.value()),
                 {}};
}

QList<Command> templateCommands()
{
    const QCommandLineOption asJson{u"json"_s, u"Print JSON."_s};
    const QCommandLineOption vc{u"vc"_s, u"The virtual cluster they are used in."_s, u"VC"_s};
    const auto needed = Command::Session::Needed;
    return {{u"templates"_s,
             u"List the templates that you may use"_s,
             {},
             {vc, asJson},
             needed,
             listTemplates},
            {u"template"_s, u"save, show, delete or export a template, or import FILE"_s,
             u"ACTION NAME"_s,
             specificationOptions()
                 + QList<QCommandLineOption>{{u"overwrite"_s,
                                              u"save, import: replace one that is there."_s},
                                             asJson},
             needed, actOnTemplate}};
}
