// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/node.h"

#include <QDialog>

#include <memory>

namespace Ui {
class NodeHistoryDialog;
}

// Who took a node out of service and back, when and why, the newest first. Whoever opened it fills
// it.
class NodeHistoryDialog : public QDialog
{
    Q_OBJECT

public:
    explicit NodeHistoryDialog(const model::NodeName &node, QWidget *parent = nullptr);
    ~NodeHistoryDialog() override;

    void setSteps(const QList<model::NodeStep> &steps);
    void showProblem(const QString &text);

private:
    void addStep(const model::NodeStep &step);

    const std::unique_ptr<Ui::NodeHistoryDialog> m_ui;
};
