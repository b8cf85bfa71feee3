// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livetemplates.h"
#include "app/dialogs/prompt.h"
#include "app/pages/jobform.h"

class TemplateCommands;
class TemplatePane;

// What templates have to do with a form: filling it from one, keeping it as one, on the server or in
// a file.
class FormTemplates : public QObject
{
    Q_OBJECT

public:
    FormTemplates(LiveStore &store, Prompt &prompt, JobForm &form, TemplatePane &pane,
                  QWidget *page);

    // The form was filled from elsewhere, or emptied.
    void forget();
    void retranslate();

signals:
    void refused(); // a word stands at a field, which has the focus

private:
    void watch(TemplateCommands &commands);
    void show();
    void pick();
    void fill(const std::optional<model::TemplateKey> &from, const model::JobSpec *spec,
              const QString &text);
    void offerUndo(const QString &text, const JobForm::Draft &before);
    void save();
    void exportFile();
    void importFile();
    void read(const QString &path);
    void refuse(const QString &field, const QString &text);
    void refuseFile(const QString &text);

    Prompt &m_prompt;
    LiveTemplates m_templates;
    JobForm &m_form;
    TemplatePane &m_pane;
    QWidget *m_page;
    TemplateCommands *m_commands;
    std::optional<model::TemplateKey> m_applied; // the template that the form was filled from
};
