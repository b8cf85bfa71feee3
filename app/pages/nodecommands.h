// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/nodedialog.h"
#include "app/widgets/rowaction.h"
#include "core/base/result.h"

#include <QFuture>
#include <QObject>

class LiveStore;
class QWidget;

// What people do with nodes: what is offered, asking, and doing it. Each step is asked for in a
// dialog that says what will happen.
class NodeCommands : public QObject
{
    Q_OBJECT

public:
    // Dialogs and toasts are shown over the window of the widget.
    NodeCommands(LiveStore &store, QWidget *over);

    // "cordon" or "uncordon", "drain", "history"; grey with the reason when none of the nodes can
    // take it.
    QList<RowAction> offers(const QList<model::Node> &nodes) const;
    // Asks about those that can take it.
    void run(const QString &action, const QList<model::Node> &nodes);

private:
    QString whyNot(model::NodeAction action, const QList<model::Node> &nodes) const;
    RowAction offer(model::NodeAction action, const QList<model::Node> &nodes) const;
    void ask(model::NodeAction action, const QList<model::NodeName> &nodes);
    // Leaves nodes alone that are drained in this way already; when all are, the server says so.
    NodeOrder needed(const NodeOrder &order) const;
    void send(NodeDialog *dialog, const NodeOrder &order);
    QFuture<Result<model::Node>> sendOne(const NodeOrder &order, const model::NodeName &node) const;
    void take(NodeDialog *dialog, const NodeOrder &order, const Result<model::Node> &answer);
    void showHistory(const model::NodeName &node);

    LiveStore &m_store;
    QWidget *m_over;
    int m_missing = 0; // answers to the order that is being sent
    std::optional<Error> m_problem; // the first of them
};
