// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/templatetext.h"

#include "app/text/format.h"

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
