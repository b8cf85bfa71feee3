// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/templatecommands.h"

#include "app/dialogs/deletetemplatedialog.h"
#include "app/text/errortext.h"
#include "app/text/templatetext.h"
#include "app/widgets/toast.h"
#include "core/api/templates.h"
#include "core/client/apiclient.h"

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kName = u"key.name"_s;

} // namespace

TemplateCommands::TemplateCommands(LiveStore &store, Prompt &prompt, LiveTemplates &templates,
                                   QWidget *page)
    : QObject(page)
    , m_store(store)
    , m_prompt(prompt)
    , m_templates(templates)
    , m_page(page)
{
    connect(&templates, &LiveTemplates::changed, this, [this] {
        if (m_dialog)
            m_dialog->setTemplates(deletable());
    });
}

void TemplateCommands::save(const model::SaveTemplate &wish)
{
    const model::JobTemplate *existing = m_templates.find(wish.key);
    if (!existing)
        return send(wish);
    if (existing->mayChange)
        return ask(wish);
    emit refused(kName, tr("%1 is by %2, and you may not change it. Choose another name.")
                            .arg(TemplateText::title(wish.key), existing->authorName));
}

void TemplateCommands::openDeletion(const std::optional<model::TemplateKey> &key)
{
    m_dialog = new DeleteTemplateDialog(m_page);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setTemplates(deletable());
    if (key)
        m_dialog->choose(*key);
    connect(m_dialog, &DeleteTemplateDialog::confirmed, this, &TemplateCommands::remove);
    m_dialog->open();
}

QList<model::JobTemplate> TemplateCommands::deletable() const
{
    QList<model::JobTemplate> found = m_templates.templates();
    found.removeIf([](const model::JobTemplate &saved) { return !saved.mayChange; });
    return found;
}

void TemplateCommands::ask(const model::SaveTemplate &wish)
{
    const model::JobTemplate *existing = m_templates.find(wish.key);
    const Question question{tr("Overwrite the template %1?").arg(TemplateText::title(wish.key)),
                            existing ? TemplateText::origin(*existing)
                                     : tr("Somebody has saved it a moment ago."),
                            tr("Overwrite")};
    whenDone(m_prompt.confirm(question), this, [this, wish](bool yes) {
        model::SaveTemplate sure = wish;
        sure.overwrite = true;
        if (yes)
            send(sure);
    });
}

void TemplateCommands::send(const model::SaveTemplate &wish)
{
    emit busyChanged(true);
    const auto finish = [this, wish](const Result<model::JobTemplate> &answer) {
        emit busyChanged(false);
        if (answer) {
            Toast::say(m_page, tr("%1 saved.").arg(TemplateText::title(wish.key)));
            m_templates.reload();
            emit saved(*answer);
        } else if (answer.error().code == ErrorCode::Conflict && !wish.overwrite) {
            ask(wish);
        } else {
            const QString field = answer.error().field;
            emit refused(field.isEmpty() ? kName : field, ErrorText::of(answer.error()));
        }
    };
    whenDone(m_store.api().call(api::saveTemplate, {}, wish), this, finish);
}

void TemplateCommands::remove(const model::JobTemplate &chosen)
{
    const auto finish = [this, chosen](const Result<model::Nothing> &answer) {
        // Somebody else was faster: it is gone all the same.
        if (!answer && answer.error().code != ErrorCode::NotFound) {
            if (m_dialog)
                m_dialog->showProblem(ErrorText::of(answer.error()));
            return;
        }
        if (m_dialog)
            m_dialog->accept();
        Toast::say(m_page, tr("%1 deleted.").arg(TemplateText::title(chosen.key)));
        m_templates.reload();
    };
    const model::DeleteTemplate wish{chosen.key.name, chosen.key.scope, chosen.vc};
    whenDone(m_store.api().call(api::deleteTemplate, {}, wish), this, finish);
}
