// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/growingdialog.h"
#include "core/model/vc.h"

#include <memory>

namespace Ui {
class DeleteVcDialog;
}

// Says what goes with a virtual cluster and has its name typed. Whoever opened it deletes it, then
// accepts the dialog or shows what went wrong.
class DeleteVcDialog : public GrowingDialog
{
    Q_OBJECT

public:
    explicit DeleteVcDialog(const model::VcShare &vc, QWidget *parent = nullptr);
    ~DeleteVcDialog() override;

    const model::VcName &vc() const { return m_vc.name; }
    void setVc(const model::VcShare &vc); // as it is now
    void showProblem(const QString &text);

signals:
    void confirmed(const QString &name); // as typed

private:
    bool isTyped() const;
    void check();
    void confirm();

    const std::unique_ptr<Ui::DeleteVcDialog> m_ui;
    model::VcShare m_vc;
};
