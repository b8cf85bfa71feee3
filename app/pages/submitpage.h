// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/forecast.h"
#include "app/pages/page.h"
#include "core/model/job.h"

#include <memory>

class FormTemplates;
class Prompt;

namespace Ui {
class SubmitPage;
}

// Submit Training Job: the specification, what will become of it, and the submission. The address
// "submit/again/<id>" begins with the specification of that job.
class SubmitPage final : public Page
{
    Q_OBJECT

public:
    SubmitPage(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);
    ~SubmitPage() override;

    QString title() const override;
    void open(const QStringList &path) override;
    bool hasUnsavedInput() const override;
    Question leavingQuestion() const override;
    void discardInput() override;
    bool keepsInput() const override { return true; }

public slots:
    void submit();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void watch();
    void copyJob(const model::JobId &id);
    void takeCopy(const Result<model::Job> &job);
    void loadStorage();
    void followStore();
    void followForm();
    void finish(const Result<model::Job> &job);
    void showFocus();
    void showVerdict();

    LiveStore &m_store;
    const std::unique_ptr<Ui::SubmitPage> m_ui;
    Forecast m_forecast;
    FormTemplates *m_templates = nullptr;
    model::JobSpec m_attempted; // what was sent last, and its idempotency key
    QString m_attemptKey;
    QString m_problem; // why that was refused, until something is changed
    bool m_busy = false;
};
