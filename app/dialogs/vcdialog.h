// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/growingdialog.h"
#include "core/base/result.h"
#include "core/model/vc.h"

#include <memory>

class FieldErrors;
class QLabel;
class QSpinBox;

namespace Ui {
class VcDialog;
}

// A new virtual cluster, or the quotas of one there is. The rules are checked with what is free now.
// Whoever opened it makes the change, then accepts the dialog or shows what went wrong.
class VcDialog : public GrowingDialog
{
    Q_OBJECT

public:
    // An empty name: a new one.
    VcDialog(const model::VcShares &shares, model::VcName vc, QWidget *parent = nullptr);
    ~VcDialog() override;

    const model::VcName &vc() const { return m_vc; }
    // What is free has changed meanwhile.
    void setShares(const model::VcShares &shares);
    // At the field of model::VirtualCluster, or below all of them.
    void showProblem(const QString &field, const QString &text);

signals:
    void submitted(const model::VirtualCluster &vc);

private:
    struct TypeFields
    {
        model::DeviceType type;
        QLabel *left = nullptr; // "12 of 64 left"
        QSpinBox *number = nullptr;
        QSpinBox *most = nullptr;
    };

    bool isNew() const { return m_vc.isEmpty(); }
    void addTypes();
    void addType(const model::DeviceType &type, const model::VcQuota &quota);
    QSpinBox *addSpin(const QString &name, const QString &words, int row, int column);
    model::VirtualCluster value() const;
    void showLeft();
    void check();
    void follow();
    void submit();

    const std::unique_ptr<Ui::VcDialog> m_ui;
    FieldErrors *const m_errors;
    model::VcShares m_shares;
    const model::VcName m_vc;
    QList<TypeFields> m_types;
};
