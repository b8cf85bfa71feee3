// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/storagemount.h"

#include <QWidget>

class QGridLayout;

// The directories that jobs see, a line for each: what it is, its path in the container and where
// it is on the storage, both to copy.
class StorageTable : public QWidget
{
    Q_OBJECT

public:
    explicit StorageTable(QWidget *parent = nullptr);

    void setMounts(const QList<model::StorageMount> &mounts);
    bool isEmpty() const { return m_mounts.isEmpty(); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addHead();
    void addPath(int row, int column, const QString &path, const QString &copied);

    QList<model::StorageMount> m_mounts;
    QWidget *m_last = nullptr; // that the focus comes to before the next one that is made
    QGridLayout *m_layout;
};
