// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/growingdialog.h"
#include "core/model/jobtemplate.h"

#include <memory>

namespace Ui {
class DeleteTemplateDialog;
}

// Chooses a template to delete and says who loses it. Whoever opened it deletes it, then accepts
// the dialog or shows what went wrong.
class DeleteTemplateDialog : public GrowingDialog
{
    Q_OBJECT

public:
    explicit DeleteTemplateDialog(QWidget *parent = nullptr);
    ~DeleteTemplateDialog() override;

    // Those that the person may delete; what is chosen stays if it is still there.
    void setTemplates(const QList<model::JobTemplate> &templates);
    void choose(const model::TemplateKey &key);
    void showProblem(const QString &text);

signals:
    void confirmed(const model::JobTemplate &chosen);

private:
    void showLoss();
    void confirm();

    const std::unique_ptr<Ui::DeleteTemplateDialog> m_ui;
    QList<model::JobTemplate> m_templates;
};
