// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/livestore.h"
#include "core/model/page.h"
#include "core/model/storagemount.h"

#include <QTimer>
#include <QWidget>

class CardGrid;
class QLabel;
class StorageBar;
class StorageTable;

// The storage of the cluster, as Home shows it: the room on its disks, and the work and the data
// directory. It is read while somebody looks, once a minute.
class StoragePane : public QWidget
{
    Q_OBJECT

public:
    explicit StoragePane(LiveStore &store, QWidget *parent = nullptr);

    void retranslate();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void load();
    void take(const Result<model::Items<model::StorageMount>> &mounts);
    void showBars();

    LiveStore &m_store;
    QTimer m_minute;
    QLabel *m_head;
    QLabel *m_empty;
    CardGrid *m_cards;
    QList<StorageBar *> m_bars;
    StorageTable *m_table;
    QList<model::StorageMount> m_mounts;
    Loading m_loading = Loading::Busy;
};
