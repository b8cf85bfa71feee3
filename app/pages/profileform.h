// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/profile.h"

#include <QWidget>

#include <memory>

class FieldErrors;

namespace Ui {
class ProfileForm;
}

// What a person says of themselves. What was written stays when the profile is read anew. Whoever
// shows it makes the change, then gives it the new profile or shows what went wrong.
class ProfileForm : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileForm(QWidget *parent = nullptr);
    ~ProfileForm() override;

    void setProfile(const model::Profile &profile);
    bool hasChanges() const;
    void takeSaved(const model::Profile &profile); // in place of what was written
    void refuse(const Error &error);
    void discard(); // what was written

signals:
    void submitted(const model::ProfileChange &change);

protected:
    void changeEvent(QEvent *event) override;

private:
    model::ProfileChange value() const;
    void check();
    void submit();
    void setBusy(bool busy);

    const std::unique_ptr<Ui::ProfileForm> m_ui;
    FieldErrors *const m_errors;
    model::ProfileChange m_saved;
    bool m_busy = false;
};
