// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/growingdialog.h"
#include "core/rules/nodeload.h"

#include <memory>

class FieldErrors;

namespace Ui {
class NodeDialog;
}

// What a person has decided about nodes.
struct NodeOrder
{
    model::NodeAction action = model::NodeAction::Cordon;
    QList<model::NodeName> nodes;
    QString reason;
    bool requeue = false; // of a drain

    bool operator==(const NodeOrder &) const = default;
};

// Asks for the reason before nodes are taken out of service or back, and how they are emptied; says
// in numbers what will happen, and to which jobs. The safe choice has the focus. Whoever opened it
// does it, then accepts the dialog or shows what went wrong.
class NodeDialog : public GrowingDialog
{
    Q_OBJECT

public:
    NodeDialog(model::NodeAction action, const QList<model::NodeName> &nodes,
               QWidget *parent = nullptr);
    ~NodeDialog() override;

    // The cluster as it is now; may be told again while the dialog is open.
    void setCluster(const QList<model::Node> &all);

    // `field` as of model::CordonRequest, or empty.
    void showProblem(const QString &field, const QString &text);

signals:
    void chosen(const NodeOrder &order);

protected:
    // Enter in a field confirms what loses nothing, and else goes to the button that does it.
    void keyPressEvent(QKeyEvent *event) override;

private:
    model::Drain drain() const;
    bool isWaitedFor() const; // the jobs of all nodes run to their ends already
    bool losesWork() const;
    void describe();
    void showJobs();
    void check();
    void choose();

    const std::unique_ptr<Ui::NodeDialog> m_ui;
    FieldErrors *const m_errors;
    const model::NodeAction m_action;
    const QList<model::NodeName> m_nodes;
    QList<model::Node> m_all;
    rules::NodeLoad m_load;
};
Q_DECLARE_METATYPE(NodeOrder)
