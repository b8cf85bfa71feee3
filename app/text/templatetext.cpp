// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/templatetext.h"

#include "app/text/format.h"
#include "app/yaml/templatefile.h"

using namespace Qt::Literals::StringLiterals;
using model::TemplateScope;

QString TemplateText::scope(TemplateScope scope)
{
    switch (scope) {
    case TemplateScope::User:
        //: Scope of a template: its author's own
        return tr("user");
    case TemplateScope::Team:
        //: Scope of a template: of everybody in the VC
        return tr("team");
    }
    Q_UNREACHABLE();
}

QString TemplateText::title(const model::TemplateKey &key)
{
    return key.name + u'(' + scope(key.scope) + u')';
}

QString TemplateText::readers(TemplateScope scope, const model::VcName &vc)
{
    switch (scope) {
    case TemplateScope::User:
        return tr("Only you see it, in every VC.");
    case TemplateScope::Team:
        return tr("Everybody in the VC %1 sees it, and only there.").arg(vc.value());
    }
    Q_UNREACHABLE();
}

QString TemplateText::origin(const model::JobTemplate &saved)
{
    //: %1 is a person, %2 a time such as "3 min ago"
    return tr("Saved by %1, %2.")
        .arg(saved.authorName, Format::relative(saved.changedAt, QDateTime::currentDateTimeUtc()));
}

QString TemplateText::problem(const yaml::Problem &problem)
{
    const QString cause = TemplateText::cause(problem);
    const QString line = QString::number(problem.line);
    if (problem.line > 0 && !problem.path.isEmpty())
        //: A place in a file and what is wrong there
        return tr("line %1, %2: %3").arg(line, problem.path, cause);
    if (problem.line > 0)
        //: A place in a file and what is wrong there
        return tr("line %1: %2").arg(line, cause);
    //: A key in a file and what is wrong with it
    return problem.path.isEmpty() ? cause : tr("%1: %2").arg(problem.path, cause);
}

QString TemplateText::cause(const yaml::Problem &problem)
{
    using Kind = yaml::Problem::Kind;
    switch (problem.kind) {
    case Kind::TooLarge:
        return tr("the file is larger than %1 KiB").arg(kMostTemplateFileBytes / 1024);
    case Kind::NotUtf8:
        return tr("the file is not in UTF-8");
    case Kind::NotText:
        return tr("the file is no text");
    case Kind::NotYaml:
        return tr("this is no YAML");
    case Kind::KeysExpected:
        return tr("keys with their values are expected");
    case Kind::ListExpected:
        return tr("a list is expected");
    case Kind::TextExpected:
        return tr("a text is expected");
    case Kind::WholeNumberExpected:
        return tr("a whole number is expected");
    case Kind::TruthExpected:
        return tr("true or false is expected");
    case Kind::IdExpected:
        return tr("an id is expected");
    case Kind::WordExpected:
        return tr("one of these is expected: %1").arg(problem.words.join(u", "_s));
    case Kind::PasswordGiven:
        return tr("a password does not belong in a file");
    case Kind::UnknownKey:
        return tr("there is no such key");
    case Kind::RepeatedKey:
        return tr("the key is there twice");
    case Kind::NameMissing:
        return tr("the template needs a name");
    }
    Q_UNREACHABLE();
}
