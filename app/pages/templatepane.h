// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobtemplate.h"

#include <QWidget>

#include <memory>

namespace Ui {
class TemplatePane;
}

// The section that keeps the form as a template, deletes templates, and writes and reads files.
class TemplatePane : public QWidget
{
    Q_OBJECT

public:
    explicit TemplatePane(QWidget *parent = nullptr);
    ~TemplatePane() override;

    // Delete is there while one of them may be deleted.
    void setTemplates(const QList<model::JobTemplate> &templates);
    void setVc(const model::VcName &vc);
    model::TemplateKey key() const;
    void setKey(const model::TemplateKey &key);
    // Opens the section and says at the name what is wrong; empty takes it away.
    void showProblem(const QString &text);
    // What is wrong with a file that was to be read; empty takes it away.
    void showFileProblem(const QString &text);
    void setBusy(bool busy); // a template is on its way to the server

signals:
    void saveRequested();
    void deleteRequested();
    void importRequested();
    void exportRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void watch();
    void fillScopes();
    void showReaders();
    void fold(bool open);

    const std::unique_ptr<Ui::TemplatePane> m_ui;
    model::VcName m_vc;
};
