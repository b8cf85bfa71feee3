// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livetemplates.h"
#include "app/dialogs/prompt.h"

#include <QPointer>

class DeleteTemplateDialog;

// Saves and deletes templates for a page, and asks before something is lost.
class TemplateCommands : public QObject
{
    Q_OBJECT

public:
    TemplateCommands(LiveStore &store, Prompt &prompt, LiveTemplates &templates, QWidget *page);

    // Asks before it overwrites one.
    void save(const model::SaveTemplate &wish);
    // Opens the dialog that deletes, at this one if it is there to delete.
    void openDeletion(const std::optional<model::TemplateKey> &key);

signals:
    void saved(const model::JobTemplate &saved);
    // Why it was not; the field is a path in model::SaveTemplate's specification, or "key.name".
    void refused(const QString &field, const QString &text);
    void busyChanged(bool busy);

private:
    QList<model::JobTemplate> deletable() const;
    void ask(const model::SaveTemplate &wish);
    void send(const model::SaveTemplate &wish);
    void remove(const model::JobTemplate &chosen);

    LiveStore &m_store;
    Prompt &m_prompt;
    LiveTemplates &m_templates;
    QWidget *m_page;
    QPointer<DeleteTemplateDialog> m_dialog;
};
