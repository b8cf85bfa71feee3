// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"

#include <QDialog>

#include <memory>

class FieldErrors;

namespace Ui {
class PasswordDialog;
}

// Asks for the password of now and a new one, twice. Whoever opened it makes the change, then
// accepts the dialog or shows what went wrong.
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PasswordDialog(QString username, QWidget *parent = nullptr);
    ~PasswordDialog() override;

    // `field` as of model::PasswordChange, or empty.
    void showProblem(const QString &field, const QString &text);

signals:
    void chosen(const model::PasswordChange &change);

private:
    void check();
    void choose();

    const std::unique_ptr<Ui::PasswordDialog> m_ui;
    FieldErrors *const m_errors;
    const QString m_username;
};
