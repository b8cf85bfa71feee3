// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/nodelist.h"

#include <QWidget>

class DeviceGrid;
class DeviceLegend;
class LiveStore;
class NodeCommands;
class QLabel;
class QScrollArea;
class TableView;

// The nodes of the cluster: a picture of their devices over a table that says the same in words.
class NodesPane : public QWidget
{
    Q_OBJECT

public:
    explicit NodesPane(LiveStore &store, QWidget *parent = nullptr);

    void follow(); // the store's nodes, cluster and person as they are now
    void setText(const QString &text);
    void retranslate();

    const NodeList &list() const { return *m_list; }
    void focusTable();

signals:
    void jobOpened(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void listen();
    void showPicture();
    void fitPicture();
    void openJobs(const QModelIndex &index);
    void showNode(const QString &name); // its row
    void showMenu(const QString &name, const QPoint &at);
    QList<model::Node> nodesOf(const QModelIndexList &rows) const;
    bool maySee(const model::DeviceHolder &holder) const;

    LiveStore &m_store;
    SystemClock m_clock;
    NodeCommands *m_commands;
    NodeList *m_list;
    TableView *m_table;
    DeviceGrid *m_grid;
    QScrollArea *m_scroll;
    DeviceLegend *m_legend;
    QLabel *m_noDevices;
};
