// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/formtemplates.h"

#include "app/pages/savefile.h"
#include "app/pages/templatechooser.h"
#include "app/pages/templatecommands.h"
#include "app/pages/templatepane.h"
#include "app/text/errortext.h"
#include "app/text/templatetext.h"
#include "app/text/violationtext.h"
#include "app/widgets/toast.h"
#include "app/yaml/templatefile.h"
#include "core/base/async.h"
#include "core/rules/templaterules.h"

#include <QFile>
#include <QFileInfo>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

// As it fills a form: the server keeps the password of its registry.
model::JobSpec filling(const model::JobTemplate &saved)
{
    model::JobSpec spec = saved.spec;
    if (spec.registry && saved.hasPassword)
        spec.registry->passwordFrom = model::PasswordSource{{}, saved.key};
    return spec;
}

} // namespace

FormTemplates::FormTemplates(LiveStore &store, Prompt &prompt, JobForm &form, TemplatePane &pane,
                             QWidget *page)
    : QObject(page)
    , m_prompt(prompt)
    , m_templates(store)
    , m_form(form)
    , m_pane(pane)
    , m_page(page)
    , m_commands(new TemplateCommands(store, prompt, m_templates, page))
{
    watch(*m_commands);
    show();
}

void FormTemplates::forget()
{
    m_applied.reset();
    show();
}

void FormTemplates::retranslate()
{
    show();
}

void FormTemplates::watch(TemplateCommands &commands)
{
    connect(&m_form.chooser(), &TemplateChooser::picked, this, &FormTemplates::pick);
    connect(&m_pane, &TemplatePane::saveRequested, this, &FormTemplates::save);
    connect(&m_pane, &TemplatePane::deleteRequested, this,
            [this] { m_commands->openDeletion(m_applied); });
    connect(&m_pane, &TemplatePane::exportRequested, this, &FormTemplates::exportFile);
    connect(&m_pane, &TemplatePane::importRequested, this, &FormTemplates::importFile);
    connect(&commands, &TemplateCommands::busyChanged, &m_pane, &TemplatePane::setBusy);
    connect(&commands, &TemplateCommands::refused, this, &FormTemplates::refuse);
    connect(&commands, &TemplateCommands::saved, this, [this](const model::JobTemplate &saved) {
        m_applied = saved.key;
        show();
    });
    connect(&m_templates, &LiveTemplates::changed, this, &FormTemplates::show);
}

void FormTemplates::show()
{
    m_form.chooser().setTemplates(m_templates.templates());
    m_form.chooser().setChosen(m_applied);
    m_pane.setTemplates(m_templates.templates());
    const model::JobTemplate *chosen = m_applied ? m_templates.find(*m_applied) : nullptr;
    if (m_templates.loading() == Loading::Failed)
        m_form.setTemplateNote(
            tr("There are none now: %1").arg(ErrorText::of(m_templates.problem())));
    else
        m_form.setTemplateNote(chosen ? TemplateText::origin(*chosen) : QString());
}

void FormTemplates::pick()
{
    const auto key = m_form.chooser().chosen();
    const model::JobTemplate *chosen = key ? m_templates.find(*key) : nullptr;
    if (!chosen)
        return fill({}, nullptr, tr("The form is empty again."));
    const model::JobSpec spec = filling(*chosen);
    m_pane.setKey(*key);
    fill(key, &spec, tr("Filled in from %1.").arg(TemplateText::title(*key)));
}

// Without a specification the form becomes empty. What was written is not lost: a word brings it
// back.
void FormTemplates::fill(const std::optional<model::TemplateKey> &from, const model::JobSpec *spec,
                         const QString &text)
{
    JobForm::Draft before = m_form.draft();
    before.chosen = std::exchange(m_applied, from);
    model::JobSpec lost = before.spec;
    lost.vc = before.pristine.vc;
    if (spec) {
        m_form.fill(*spec, from ? PasswordGap::Template : PasswordGap::File);
        lost.name = before.pristine.name; // it stays
    } else {
        m_form.clear();
    }
    show();
    if (lost != before.pristine)
        offerUndo(text, before);
}

void FormTemplates::offerUndo(const QString &text, const JobForm::Draft &before)
{
    const auto undo = [this, before] {
        m_applied = before.chosen;
        m_form.setDraft(before);
        show();
    };
    connect(Toast::say(m_page, text, tr("Undo"), 10s), &Toast::actionTriggered, this, undo);
}

void FormTemplates::save()
{
    const model::SaveTemplate wish{m_pane.key(), m_form.spec()};
    auto found = rules::check(wish, m_form.surroundings().limits());
    found.append(m_form.portViolations());
    if (found.isEmpty())
        m_commands->save(wish);
    else
        refuse(found.first().field, ViolationText::of(found.first()));
}

void FormTemplates::exportFile()
{
    model::JobTemplate kept;
    kept.key = m_pane.key();
    kept.spec = m_form.spec();
    for (const QString &name : {kept.spec.name, tr("template")}) {
        if (kept.key.name.isEmpty())
            kept.key.name = name;
    }
    SaveFile::yaml(m_page, tr("Export the form"), kept.key.name + u".yaml"_s,
                   [kept] { return writeTemplate(kept); });
}

void FormTemplates::importFile()
{
    whenDone(m_prompt.chooseFile(tr("Import a form"), tr("YAML files (*.yaml *.yml)")), this,
             [this](const QString &path) {
                 if (!path.isEmpty())
                     read(path);
             });
}

void FormTemplates::read(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return refuseFile(tr("%1 cannot be opened.").arg(name));
    const auto read = readTemplate(file.read(kMostTemplateFileBytes + 1));
    if (const auto *problem = std::get_if<yaml::Problem>(&read)) {
        return refuseFile(
            //: %1 a file, %2 what is wrong in it
            tr("%1 was not read: %2").arg(name, TemplateText::problem(*problem)));
    }
    const auto &found = std::get<TemplateFile>(read);
    m_pane.setKey(found.key);
    fill({}, &found.spec, tr("Filled in from %1.").arg(name));
}

void FormTemplates::refuse(const QString &field, const QString &text)
{
    if (field.startsWith("key"_L1) || !m_form.refuse(field, text))
        m_pane.showProblem(text);
    emit refused();
}

void FormTemplates::refuseFile(const QString &text)
{
    m_pane.showFileProblem(text);
    emit refused();
}
