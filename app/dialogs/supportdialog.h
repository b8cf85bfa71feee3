// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/growingdialog.h"

#include <memory>

class FieldErrors;

namespace Ui {
class SupportDialog;
}

// Asks for the words to the operators about a job, and says what is sent along. Whoever opened it
// sends them, then accepts the dialog or shows what went wrong.
class SupportDialog : public GrowingDialog
{
    Q_OBJECT

public:
    // `message`: what was written before and not sent.
    SupportDialog(const QString &job, const QString &message, QWidget *parent = nullptr);
    ~SupportDialog() override;

    QString message() const;
    void showProblem(const QString &text);

signals:
    void submitted(const QString &message);

private:
    void check();
    void submit();

    const std::unique_ptr<Ui::SupportDialog> m_ui;
    FieldErrors *const m_errors;
};
