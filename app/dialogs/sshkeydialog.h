// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/growingdialog.h"
#include "core/base/result.h"

#include <memory>

class FieldErrors;
class Prompt;

namespace Ui {
class SshKeyDialog;
}

// Asks for a public key, as text or from a file, and shows what it is. Whoever opened it adds the
// key, then accepts the dialog or shows what went wrong.
class SshKeyDialog : public GrowingDialog
{
    Q_OBJECT

public:
    explicit SshKeyDialog(Prompt &prompt, QWidget *parent = nullptr);
    ~SshKeyDialog() override;

    void showProblem(const QString &text);

signals:
    void submitted(const QString &line);

private:
    QString line() const;
    void check();
    void submit();
    void chooseFile();
    void read(const QString &path);

    const std::unique_ptr<Ui::SshKeyDialog> m_ui;
    FieldErrors *const m_errors;
    Prompt &m_prompt;
};
