// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/signin.h"

#include <QWidget>

#include <memory>

class FieldErrors;

namespace Ui {
class SignUpForm;
}

// A new account: username, nickname and password, twice. Whoever shows it makes the account, or
// shows what went wrong.
class SignUpForm : public QWidget
{
    Q_OBJECT

public:
    explicit SignUpForm(QWidget *parent = nullptr);
    ~SignUpForm() override;

    // Empty, for an account of one's own, or to complete the one of a provider's identity.
    void begin();
    void beginFor(model::Provider provider, const QString &nickname);

    void setBusy(bool busy);
    // Says what the server had against it: at its field, or below all of them.
    void refuse(const Error &error);

signals:
    void submitted(const model::SignUp &signUp);
    void left(); // the person goes back

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void clear();
    model::SignUp value() const;
    void check();
    void submit();
    void retranslate();

    const std::unique_ptr<Ui::SignUpForm> m_ui;
    FieldErrors *const m_errors;
    std::optional<model::Provider> m_provider;
    bool m_busy = false;
};
