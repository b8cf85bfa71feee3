// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/timeline.h"

#include <QTimer>
#include <QWidget>

class QVBoxLayout;

// The steps of a job's life, the newest first: what happened, who did it and why, and at the right
// when, with the exact time as its tool tip.
class Timeline : public QWidget
{
    Q_OBJECT

public:
    explicit Timeline(QWidget *parent = nullptr);

    void setSteps(const QList<model::TimelineEntry> &steps); // the oldest first
    void retranslate();

private:
    void fill();

    QList<model::TimelineEntry> m_steps;
    QVBoxLayout *m_layout;
    QTimer m_minute; // relative times grow old
};
